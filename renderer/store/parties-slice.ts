/** Trunks, desk phones and lines, as the settings show them. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { Failure } from '../../electron/contract/result.ts'
import type { Parties } from '../../electron/contract/view-models.ts'
import { coalesce } from './coalesce.ts'
import type { Slice } from './slice.ts'

export interface PartiesSlice {
  /** Null until they were first shown. */
  parties: Parties | null
  partiesFailure: Failure | null
  refreshParties: () => Promise<void>
}

export function partiesSlice(bridge: Bridge): Slice<PartiesSlice> {
  return (set) => ({
    parties: null,
    partiesFailure: null,
    refreshParties: coalesce(async () => {
      const result = await bridge.request('parties:list', undefined)
      if (result.ok) set({ parties: result.value, partiesFailure: null })
      else set({ partiesFailure: result.failure })
    }),
  })
}
