/** Where the user stands in the window, and what the window knows of the app and its settings. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { EngineState } from '../../electron/contract/events.ts'
import type { Language, Preferences } from '../../electron/contract/preferences.ts'
import type { SetupStepName } from '../../electron/contract/setup.ts'
import type { AppInfo, Settings } from '../../electron/contract/view-models.ts'
import { setLanguage } from '../text/index.ts'
import { coalesce } from './coalesce.ts'
import { isReady } from './setup-state.ts'
import { readSingleKeys, writeSingleKeys } from './single-keys.ts'
import type { Slice } from './slice.ts'

export type Page = 'inbox' | 'calls' | 'overview' | 'settings'
export type SettingsSection =
  | 'replies'
  | 'phone'
  | 'texting'
  | 'texts'
  | 'hours'
  | 'calling'
  | 'contacts'
  | 'backup'
  | 'notifications'
  | 'privacy'
  | 'general'
  | 'about'
export type SetupStep = 'welcome' | SetupStepName

export interface AppSlice {
  page: Page
  settingsSection: SettingsSection
  /** The first-run screen that is shown; null when set-up is over or was skipped. */
  setup: SetupStep | null
  info: AppInfo | null
  /** Of the words: all is drawn anew when it changes. */
  language: Language
  settings: Settings | null
  engine: EngineState
  keysShown: boolean
  /** Whether single letters work as shortcuts. */
  singleKeys: boolean
  showPage: (page: Page) => void
  showSettings: (section: SettingsSection) => void
  showSetup: (step: SetupStep | null) => void
  /** A step of set-up was saved: the next one, unless the user has gone elsewhere meanwhile. */
  goOnFrom: (step: SetupStep, next: SetupStep) => void
  /** Set-up is over: the next start does not come back to it. */
  finishSetup: () => void
  showKeys: (shown: boolean) => void
  setSingleKeys: (on: boolean) => void
  refreshInfo: () => Promise<void>
  prefer: (change: Partial<Preferences>) => Promise<void>
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
      if (info.profile !== 'office') return
      if (settings.setup.step !== null) set({ setup: settings.setup.step })
      else if (!settings.configured) set({ setup: 'welcome' })
    }
    const receiveInfo = async (info: AppInfo): Promise<void> => {
      const { language, locale } = info
      await setLanguage(language, locale)
      set({ info, language })
      get().receiveLock(info.lock ?? 'none')
    }
    /** The engine's sentences, in another language: nothing else has changed that would be told. */
    const readAnew = async (): Promise<void> => {
      const { calls, refreshList, refreshConversation, refreshCalls, refreshHealth, refreshLive } = get()
      const read = [refreshList(), refreshConversation(), refreshHealth(), refreshLive()]
      await Promise.all(calls === null ? read : [...read, refreshCalls()])
    }
    return {
      page: 'inbox',
      settingsSection: 'phone',
      setup: null,
      info: null,
      language: 'en',
      settings: null,
      engine: { state: 'running', message: null },
      keysShown: false,
      singleKeys: readSingleKeys(),
      showPage: (page) => set({ page }),
      showSettings: (settingsSection) => set({ page: 'settings', settingsSection, setup: null }),
      showSetup: (setup) => {
        const { settings } = get()
        set({ setup, page: 'inbox' })
        if (setup === 'welcome') return
        // Leaving keeps the place: the next start goes on there, as long as something is left to do.
        if (setup !== null) void bridge.request('setup:at', { step: setup })
        else if (settings?.setup.step != null && isReady(settings)) get().finishSetup()
      },
      goOnFrom: (step, next) => {
        if (get().setup === step) get().showSetup(next)
      },
      finishSetup: () => {
        set({ setup: null, page: 'inbox' })
        void bridge.request('setup:at', { step: null })
      },
      showKeys: (keysShown) => set({ keysShown }),
      setSingleKeys: (singleKeys) => {
        set({ singleKeys })
        writeSingleKeys(singleKeys)
      },
      refreshInfo: async () => {
        const result = await bridge.request('app:info', undefined)
        if (result.ok) await receiveInfo(result.value)
        offerWelcome()
      },
      prefer: async (change) => {
        const { info, complain } = get()
        if (!info) return
        const result = await bridge.request('app:prefer', { ...info.preferences, ...change })
        if (!result.ok) return complain(result.failure)
        await receiveInfo(result.value)
        if (result.value.language !== info.language) await readAnew()
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
