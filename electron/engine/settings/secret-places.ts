/**
 * A secret goes to no other place than the one that it was given for. Main keeps the two together: the settings may be those
 * of an older copy of the inbox, or of a file that somebody put there by hand.
 */
import type { Kysely } from 'kysely'
import type { SecretPlaces } from '../../contract/engine-port.ts'
import type { Secrets } from '../secrets.ts'
import type { Database } from '../store/schema.ts'
import { readSection } from './settings.ts'

/** Takes those out of `secrets` whose place the settings do not name. Tells which. */
export async function leaveOutForOthers(
  db: Kysely<Database>,
  secrets: Secrets,
  places: SecretPlaces | undefined,
): Promise<string[]> {
  const left: string[] = []
  const password = places?.pbxPassword ?? null
  const { host, tls } = await readSection(db, 'phone-system')
  if (secrets.pbxPassword !== null && password && (password.host !== host || (password.tls && !tls))) {
    secrets.pbxPassword = null
    left.push('password')
  }
  const token = places?.gatewayToken ?? null
  const { baseUrl } = await readSection(db, 'texting')
  if (secrets.gatewayToken !== null && token && token.baseUrl !== baseUrl) {
    secrets.gatewayToken = null
    left.push('token')
  }
  return left
}
