/** Set-up's look at whether a phone system offers an encrypted connection. */
import type { Clock } from '../clock.ts'
import type { PhoneSystemCheckStep } from './check.ts'
import { AmiClient } from './client.ts'
import type { AmiAddress } from './problems.ts'

export interface EncryptionOffer {
  port: number
  /** Of the certificate that is shown there, `AB:CD:…` (SHA-256). */
  fingerprint: string
}

/** Where Asterisk speaks TLS unless manager.conf says otherwise. */
const usualPort = 5039
/** In ms: a firewall may swallow what is sent to a port that nobody uses. */
const patience = 3000

/**
 * The encrypted way to the phone system at `address`: on the usual port, or on the one given, which may be meant for
 * encryption only. Null when there is none, and when `address` is encrypted already. Says nothing secret; never rejects.
 */
export async function encryptionOffer(
  address: AmiAddress,
  { clock, port = usualPort }: { clock: Clock; port?: number },
): Promise<EncryptionOffer | null> {
  if (address.tls === true) return null
  const found = await Promise.all([...new Set([port, address.port])].map((one) => offerAt(address, one, clock)))
  return found.find((offer) => offer !== null) ?? null
}

async function offerAt(address: AmiAddress, port: number, clock: Clock): Promise<EncryptionOffer | null> {
  const client = new AmiClient({ ...address, port, tls: true, fingerprint: null }, { clock, onEvent: () => {} })
  const giveUp = clock.after(patience, () => client.drop('no-answer'))
  try {
    await client.open()
    return client.fingerprint === null ? null : { port, fingerprint: client.fingerprint }
  } catch {
    return null
  } finally {
    giveUp()
    client.close()
  }
}

/**
 * What is to be said of it among the other steps of the check. `found`: the check found a phone system; where there is
 * none, that says it all.
 */
export function encryptionStep(
  { tls }: AmiAddress,
  offer: EncryptionOffer | null,
  found: boolean,
): PhoneSystemCheckStep {
  const step = { about: 'encryption', state: 'skipped', fields: [] as [] } as const
  if (!found && offer === null) return { ...step, said: null }
  if (tls === true) return { ...step, state: 'ok', said: { code: 'encrypted', facts: {} } }
  if (offer) return { ...step, said: { code: 'encryption-offered', facts: { port: offer.port } } }
  return { ...step, said: { code: 'encryption-not-offered', facts: {} } }
}
