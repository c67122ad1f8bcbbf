/** Erasing somebody, how long things are kept, and taking everything out. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { ErasureReceipt, KeepingMonths } from '../../electron/contract/privacy.ts'
import type { WithoutKeychain } from '../../electron/contract/secrets.ts'
import { text } from '../text/index.ts'
import { nameOf } from './conversation-slice.ts'
import type { Slice } from './slice.ts'

type Whom = Parameters<typeof nameOf>[0] & { id: string }

export interface PrivacySlice {
  /** Null until it was first shown. */
  keepMonths: KeepingMonths | null
  /** Whom to erase, while that is asked; with the receipt once it is done. */
  erasing: { whom: Whom; busy: boolean; receipt: ErasureReceipt | null } | null
  refreshPrivacy: () => Promise<void>
  saveKeeping: (keepMonths: KeepingMonths) => Promise<void>
  askErase: (whom: Whom | null) => void
  erase: () => Promise<void>
  saveReceipt: () => Promise<void>
  exportEverything: () => Promise<void>
  /** How passwords are kept on a PC without a keychain. */
  chooseSecrets: (how: WithoutKeychain) => Promise<void>
}

export function privacySlice(bridge: Bridge): Slice<PrivacySlice> {
  return (set, get) => ({
    keepMonths: null,
    erasing: null,
    refreshPrivacy: async () => {
      const result = await bridge.request('privacy:get', undefined)
      if (result.ok) set({ keepMonths: result.value.keepMonths })
    },
    saveKeeping: async (keepMonths) => {
      if (!(await get().run('privacy:save', { keepMonths }))) return
      set({ keepMonths })
      get().tell(text.settings.saved)
    },
    askErase: (whom) => set({ erasing: whom && { whom, busy: false, receipt: null } }),
    erase: async () => {
      const asked = get().erasing
      if (!asked || asked.busy) return
      set({ erasing: { ...asked, busy: true } })
      const result = await bridge.request('privacy:erase', { contactId: asked.whom.id })
      if (!result.ok) get().complain(result.failure)
      set({ erasing: result.ok ? { ...asked, busy: false, receipt: result.value } : null })
    },
    saveReceipt: async () => {
      const receipt = get().erasing?.receipt
      if (!receipt) return
      const result = await bridge.request('privacy:save-receipt', { receipt })
      if (!result.ok) get().complain(result.failure)
      else if (result.value.file !== null) get().tell(text.settings.savedIn(result.value.file))
    },
    chooseSecrets: async (how) => {
      const result = await bridge.request('secrets:choose', { how })
      if (result.ok) set({ info: result.value })
      else get().complain(result.failure)
    },
    exportEverything: async () => {
      set({ exporting: 0 })
      const result = await bridge.request('export:everything', undefined)
      set({ exporting: null })
      if (!result.ok) get().complain(result.failure)
      else if (result.value.folder !== null) get().tell(text.privacy.exported(result.value.rows, result.value.folder))
    },
  })
}
