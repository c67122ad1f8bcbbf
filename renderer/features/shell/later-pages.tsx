import { lazy, useEffect } from 'react'

/**
 * The pages behind the inbox. They are files of their own, which are fetched once the inbox is there: who opens Ringback
 * waits for the list, not for settings.
 */
const load = {
  calls: () => import('../calls/calls-page.tsx'),
  overview: () => import('../overview/overview-page.tsx'),
  damaged: () => import('../backup/damaged-page.tsx'),
  settings: () => import('../settings/settings-page.tsx'),
  setup: () => import('../setup/setup-page.tsx'),
}

export const CallsPage = lazy(async () => ({ default: (await load.calls()).CallsPage }))
export const OverviewPage = lazy(async () => ({ default: (await load.overview()).OverviewPage }))
export const DamagedPage = lazy(async () => ({ default: (await load.damaged()).DamagedPage }))
export const SettingsPage = lazy(async () => ({ default: (await load.settings()).SettingsPage }))
export const SetupPage = lazy(async () => ({ default: (await load.setup()).SetupPage }))

/** So that no page is waited for when somebody goes there. */
export function useLaterPages(started: boolean): void {
  useEffect(() => {
    if (!started) return undefined
    const whenCalm = requestIdleCallback(() => void Promise.all(Object.values(load).map((each) => each())))
    return () => cancelIdleCallback(whenCalm)
  }, [started])
}
