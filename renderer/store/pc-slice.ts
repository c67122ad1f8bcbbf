/** What Ringback does on this PC, as the system has it now. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { PcSettings } from '../../electron/contract/pc-settings.ts'
import type { Slice } from './slice.ts'

export interface PcSlice {
  /** Null until it was read. */
  pc: PcSettings | null
  refreshPc: () => Promise<void>
  /** Changes what is given; what the system refuses is told, and shown as it is. */
  savePc: (change: Partial<PcSettings>) => Promise<void>
}

export function pcSlice(bridge: Bridge): Slice<PcSlice> {
  return (set, get) => ({
    pc: null,
    refreshPc: async () => {
      const result = await bridge.request('pc:get', undefined)
      if (result.ok) set({ pc: result.value })
    },
    savePc: async (change) => {
      // Shown at once; the answer tells the truth.
      set(({ pc }) => ({ pc: pc && { ...pc, ...change } }))
      const result = await bridge.request('pc:save', change)
      if (result.ok) return set({ pc: result.value })
      get().complain(result.failure)
      await get().refreshPc()
    },
  })
}
