/** Where the user stands in the window, and what the window knows of the app and its settings. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { AppInfo, Settings } from '../../electron/contract/view-models.ts'
import { coalesce } from './coalesce.ts'
import { readSingleKeys, writeSingleKeys } from './single-keys.ts'
import type { Slice } from './slice.ts'

export type Page = 'inbox' | 'calls' | 'settings'
export type SettingsSection = 'phone' | 'texting' | 'texts' | 'hours' | 'calling' | 'about'
export type SetupStep = 'welcome' | 'phone' | 'texting' | 'message'

export interface AppSlice {
  page: Page
  settingsSection: SettingsSection
  /** The first-run screen that is shown; null when set-up is over or was skipped. */
  setup: SetupStep | null
  info: AppInfo | null
  settings: Settings | null
  engine: { state: 'starting' | 'running' | 'stopped'; message: string | null }
  keysShown: boolean
  /** Whether single letters work as shortcuts. */
  singleKeys: boolean
  showPage: (page: Page) => void
  showSettings: (section: SettingsSection) => void
  showSetup: (step: SetupStep | null) => void
  /** A step of set-up was saved: the next one, unless the user has gone elsewhere meanwhile. Null ends set-up. */
  goOnFrom: (step: SetupStep, next: SetupStep | null) => void
  showKeys: (shown: boolean) => void
  setSingleKeys: (on: boolean) => void
  refreshInfo: () => Promise<void>
  refreshSettings: () => Promise<void>
  receiveEngine: (engine: AppSlice['engine']) => void
}

export function appSlice(bridge: Bridge): Slice<AppSlice> {
  /** The welcome is offered once per start of the window: leaving it must leave it. */
  let welcomed = false
  return (set, get) => {
    const offerWelcome = (): void => {
      const { info, settings } = get()
      if (welcomed || !info || !settings) return
      welcomed = true
      if (info.profile === 'office' && !settings.configured) set({ setup: 'welcome' })
    }
    return {
      page: 'inbox',
      settingsSection: 'phone',
      setup: null,
      info: null,
      settings: null,
      engine: { state: 'running', message: null },
      keysShown: false,
      singleKeys: readSingleKeys(),
      showPage: (page) => set({ page }),
      showSettings: (settingsSection) => set({ page: 'settings', settingsSection, setup: null }),
      showSetup: (setup) => set({ setup, page: 'inbox' }),
      goOnFrom: (step, next) => {
        if (get().setup === step) get().showSetup(next)
      },
      showKeys: (keysShown) => set({ keysShown }),
      setSingleKeys: (singleKeys) => {
        set({ singleKeys })
        writeSingleKeys(singleKeys)
      },
      refreshInfo: async () => {
        const result = await bridge.request('app:info', undefined)
        if (result.ok) set({ info: result.value })
        offerWelcome()
      },
      refreshSettings: coalesce(async () => {
        const result = await bridge.request('settings:get', undefined)
        if (result.ok) set({ settings: result.value })
        offerWelcome()
      }),
      receiveEngine: (engine) => set({ engine }),
    }
  }
}
