/** Finds a loopback network that no other lab on this PC uses. */
import { Transport } from '../sip/transport.ts'
import { addressesIn, sipPort } from './addresses.ts'
import type { LabAddresses } from './addresses.ts'

/** Far from 127.0, which everything uses. */
const lowest = 20
const count = 200

/**
 * The trunk's socket is also the lock: whoever holds it has the whole network, and it goes when its process does.
 * Rejects when none is free.
 */
export async function claimNetwork(): Promise<{ addresses: LabAddresses; trunk: Transport }> {
  const start = Math.floor(Math.random() * count)
  for (let tried = 0; tried < count; tried++) {
    const addresses = addressesIn(lowest + ((start + tried) % count))
    const trunk = await openIfFree(addresses.trunk)
    if (!trunk) continue
    // An Asterisk may have outlived the lab that it belonged to.
    const pbx = await openIfFree(addresses.pbx)
    pbx?.close()
    if (pbx) return { addresses, trunk }
    trunk.close()
  }
  throw new Error('No loopback network is free for a lab: too many labs are running.')
}

async function openIfFree(host: string): Promise<Transport | null> {
  try {
    return await Transport.open({ host, port: sipPort })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return null
    throw error
  }
}
