/** Reads the lab's PBX as the product does, for tests that compare what was done with what is told of it. */
import { PhoneLink } from '../../electron/engine/phone-link.ts'
import type { EndedCall } from '../../telephony/calls/call.ts'
import { systemClock } from '../../telephony/clock.ts'
import { silentLogger } from '../../telephony/logger.ts'
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
  let link: PhoneLink | null = null
  await new Promise<void>((resolve, reject) => {
    link = new PhoneLink(
      { ...access, trunks: [trunk] },
      {
        clock: systemClock,
        logger: silentLogger,
        listeners: {
          ended(call) {
            calls.push(call)
            for (const hear of waiting) hear(call)
            return Promise.resolve()
          },
          live: () => {},
          gap: () => {},
          health({ state, message }) {
            if (state === 'ok') resolve()
            else if (state === 'trouble') reject(new Error(message))
          },
        },
      },
    )
    link.start()
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
    stop: async () => link?.stop(),
  }
}
