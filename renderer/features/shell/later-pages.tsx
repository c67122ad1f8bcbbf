import { lazy, useEffect, useState } from 'react'

/**
 * The pages behind the inbox, and what stands beside or over its list. They are files of their own, which are fetched
 * once the list is there: who opens Ringback waits for the list, not for settings.
 */
const load = {
  conversation: () => import('../conversation/open-conversation.tsx'),
  contact: () => import('../contact/contact-details.tsx'),
  filter: () => import('../inbox/filter-panel.tsx'),
  bulk: () => import('../inbox/bulk-bar.tsx'),
  parts: () => import('./later-parts.tsx'),
  calls: () => import('../calls/calls-page.tsx'),
  overview: () => import('../overview/overview-page.tsx'),
  damaged: () => import('../backup/damaged-page.tsx'),
  settings: () => import('../settings/settings-page.tsx'),
  setup: () => import('../setup/setup-page.tsx'),
}

export const OpenConversation = lazy(async () => ({ default: (await load.conversation()).OpenConversation }))
export const ContactDetails = lazy(async () => ({ default: (await load.contact()).ContactDetails }))
export const FilterPanel = lazy(async () => ({ default: (await load.filter()).FilterPanel }))
export const BulkBar = lazy(async () => ({ default: (await load.bulk()).BulkBar }))
export const LaterParts = lazy(async () => ({ default: (await load.parts()).LaterParts }))
export const CallsPage = lazy(async () => ({ default: (await load.calls()).CallsPage }))
export const OverviewPage = lazy(async () => ({ default: (await load.overview()).OverviewPage }))
export const DamagedPage = lazy(async () => ({ default: (await load.damaged()).DamagedPage }))
export const SettingsPage = lazy(async () => ({ default: (await load.settings()).SettingsPage }))
export const SetupPage = lazy(async () => ({ default: (await load.setup()).SetupPage }))

/** A PC that has no time at all gets them after so long, ms. */
const longestWait = 1000

/** So that nothing is waited for when somebody goes there. True as soon as there is time for it. */
export function useLaterPages(started: boolean): boolean {
  const [isTime, setIsTime] = useState(false)
  useEffect(() => {
    if (!started) return undefined
    const begin = (): void => {
      setIsTime(true)
      void Promise.all(Object.values(load).map((each) => each()))
    }
    const whenCalm = requestIdleCallback(begin, { timeout: longestWait })
    return () => cancelIdleCallback(whenCalm)
  }, [started])
  return isTime
}
