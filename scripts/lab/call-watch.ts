/** Reads the lab's PBX as the product does, for tests that compare what was done with what is told of it. */
import type { EndedCall } from '../../telephony/calls/call.ts'
import { labLink } from './lab-link.ts'
import type { AmiAccess } from './start-lab.ts'

export interface CallWatch {
  /** The first ended call that fits, of all that are and will be told. */
  ended(fits: (call: EndedCall) => boolean): Promise<EndedCall>
  /** All ended calls so far. */
  readonly calls: readonly EndedCall[]
  stop(): Promise<void>
}

/** Signs in and resolves when the connection is live; rejects with what stands in its way. */
export async function watchCalls(access: AmiAccess, trunk: string): Promise<CallWatch> {
  const calls: EndedCall[] = []
  const waiting = new Set<(call: EndedCall) => void>()
  const link = await labLink(access, trunk, (call) => {
    calls.push(call)
    for (const hear of waiting) hear(call)
  })
  return {
    calls,
    ended: (fits) =>
      new Promise((resolve) => {
        const known = calls.find(fits)
        if (known) {
          resolve(known)
          return
        }
        const hear = (call: EndedCall) => {
          if (!fits(call)) return
          waiting.delete(hear)
          resolve(call)
        }
        waiting.add(hear)
      }),
    stop: async () => link.stop(),
  }
}
