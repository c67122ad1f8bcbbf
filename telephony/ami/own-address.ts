/** Which of this PC's addresses a phone system sees: what its `permit` line must name. */
import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import type { Clock } from '../clock.ts'
import { reachable } from './address.ts'

/** In ms: a name may be asked of a server that does not answer. */
const patience = 3000
/** Nothing is sent to it: the system only says which way it would take. */
const anyPort = 5038

/** The address by which this PC goes to `host`; null for no host, and where there is no way to it. Never rejects. */
export async function ownAddress(host: string, { clock }: { clock: Clock }): Promise<string | null> {
  const place = reachable(host, anyPort)
  if (place === null) return null
  let giveUp = () => {}
  const tooLong = new Promise<null>((resolve) => {
    giveUp = clock.after(patience, () => resolve(null))
  })
  try {
    return await Promise.race([tooLong, wayTo(place.host)])
  } catch {
    return null
  } finally {
    giveUp()
  }
}

async function wayTo(host: string): Promise<string> {
  const { address, family } = await lookup(host)
  const socket = createSocket(family === 6 ? 'udp6' : 'udp4')
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject)
      socket.connect(anyPort, address, resolve)
    })
    return socket.address().address
  } finally {
    socket.close()
  }
}
