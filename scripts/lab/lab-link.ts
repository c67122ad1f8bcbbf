/** The lab's PBX as the product reads it. */
import { PhoneLink } from '../../electron/engine/phone-link.ts'
import type { EndedCall } from '../../telephony/calls/call.ts'
import { systemClock } from '../../telephony/clock.ts'
import { silentLogger } from '../../telephony/logger.ts'
import type { AmiAccess } from './start-lab.ts'

/** Signs in and resolves once the connection is live; rejects with what stands in its way. */
export async function labLink(access: AmiAccess, trunk: string, ended: (call: EndedCall) => void): Promise<PhoneLink> {
  return new Promise((resolve, reject) => {
    const link = new PhoneLink(
      { ...access, trunks: [trunk] },
      {
        clock: systemClock,
        logger: silentLogger,
        listeners: {
          ended: (call) => Promise.resolve(ended(call)),
          live: () => {},
          gap: () => {},
          health({ state, message }) {
            if (state === 'ok') resolve(link)
            else if (state === 'trouble') reject(new Error(message))
          },
        },
      },
    )
    link.start()
  })
}
