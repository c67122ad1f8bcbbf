/** What a user who signs in now may ask for: a connection that stands keeps the rights it was given. */
import type { Clock } from '../clock.ts'
import { AmiClient } from './client.ts'
import type { AmiAddress } from './problems.ts'

/** Whether somebody who signs in now is offered `action`; false when the sign-in does not work. Never rejects. */
export async function offeredAnew(address: AmiAddress, action: string, clock: Clock): Promise<boolean> {
  const client = new AmiClient(address, { clock, onEvent: () => {} })
  try {
    await client.open()
    await client.login()
    return (await client.action({ Action: 'ListCommands' })).get(action) !== undefined
  } catch {
    return false
  } finally {
    client.close()
  }
}
