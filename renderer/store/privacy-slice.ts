/** Erasing somebody, how long things are kept, and taking everything out. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { ErasureState } from '../../electron/contract/erasure.ts'
import type { KeepingMonths } from '../../electron/contract/privacy.ts'
import type { WithoutKeychain } from '../../electron/contract/secrets.ts'
import { text } from '../text/index.ts'
import { nameOf } from './conversation-slice.ts'
import type { Slice } from './slice.ts'

type Whom = Parameters<typeof nameOf>[0] & { id: string }

export interface PrivacySlice {
  /** Null until it was first shown. */
  keepMonths: KeepingMonths | null
  /** Whom to erase, while that is asked. */
  erasing: Whom | null
  /** How far it is; the window may have been closed meanwhile. */
  erasure: ErasureState
  /** Its progress is not looked at: the rest of the window is wanted. */
  erasureHidden: boolean
  refreshPrivacy: () => Promise<void>
  saveKeeping: (keepMonths: KeepingMonths) => Promise<void>
  askErase: (whom: Whom | null) => void
  erase: () => Promise<void>
  receiveErasure: (state: ErasureState) => void
  hideErasure: () => void
  /** The receipt, or why there is none, was seen. */
  closeErasure: () => void
  saveReceipt: () => Promise<void>
  exportEverything: () => Promise<void>
  /** How passwords are kept on a PC without a keychain. */
  chooseSecrets: (how: WithoutKeychain) => Promise<void>
}

export function privacySlice(bridge: Bridge): Slice<PrivacySlice> {
  return (set, get) => ({
    keepMonths: null,
    erasing: null,
    erasure: { phase: 'none' },
    erasureHidden: false,
    refreshPrivacy: async () => {
      const [result, erasure] = await Promise.all([
        bridge.request('privacy:get', undefined),
        bridge.request('privacy:erasure', undefined),
      ])
      if (result.ok) set({ keepMonths: result.value.keepMonths })
      if (erasure.ok) get().receiveErasure(erasure.value)
    },
    saveKeeping: async (keepMonths) => {
      if (!(await get().run('privacy:save', { keepMonths }))) return
      set({ keepMonths })
      get().tell(text.settings.saved)
    },
    askErase: (whom) => set({ erasing: whom }),
    erase: async () => {
      const asked = get().erasing
      if (!asked) return
      set({ erasing: null, erasureHidden: false })
      const result = await bridge.request('privacy:erase', { contactId: asked.id })
      if (!result.ok) get().complain(result.failure)
    },
    receiveErasure: (erasure) => {
      const wasHidden = get().erasureHidden
      set({ erasure, ...(erasure.phase === 'erasing' ? {} : { erasureHidden: false }) })
      if (erasure.phase === 'done') void get().forgetErased()
      if (erasure.phase === 'done' && wasHidden) get().tell(text.privacy.doneElsewhere)
      if (erasure.phase !== 'failed') return
      get().complain(erasure.failure)
      get().closeErasure()
    },
    hideErasure: () => set({ erasureHidden: true }),
    closeErasure: () => {
      set({ erasure: { phase: 'none' } })
      void bridge.request('privacy:erasure-seen', undefined)
    },
    saveReceipt: async () => {
      const { erasure } = get()
      if (erasure.phase !== 'done') return
      const { receipt } = erasure
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
