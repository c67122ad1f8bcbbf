/** What an account can text from: its numbers, and its messaging services. */
import type { Clock } from '../../clock.ts'
import { GatewayError } from '../gateway.ts'
import { loadClients } from './clients.ts'
import type { TwilioAccount } from './clients.ts'
import { gatewayErrorOf } from './meaning.ts'
import { troubleOf } from './trouble.ts'

export interface TwilioSender {
  /** E.164, or `MG…`. */
  from: string
  /** What the account calls it; may be empty. */
  name: string
  texts: boolean
}

/** Of each kind; more than an office has. */
const most = 100
/** Somebody looks on, ms. */
const patience = 6000

/** Numbers first. Throws `GatewayError` when the account cannot be asked. */
export async function listSenders(account: TwilioAccount, { clock }: { clock: Clock }): Promise<TwilioSender[]> {
  try {
    const { reading } = await loadClients(account, { clock, timeoutMs: patience })
    const { instances } = await reading.incomingPhoneNumbers.page({ pageSize: most })
    const numbers = instances.map(({ phoneNumber, friendlyName, capabilities }): TwilioSender => {
      return { from: phoneNumber, name: friendlyName, texts: capabilities.sms }
    })
    // Not every provider and every key has them.
    const services = await reading.messaging.v1.services
      .page({ pageSize: most })
      .then(({ instances: each }) =>
        each.map(({ sid, friendlyName }) => ({ from: sid, name: friendlyName, texts: true })),
      )
      .catch(() => [])
    return [...numbers, ...services]
  } catch (thrown) {
    throw thrown instanceof GatewayError ? thrown : gatewayErrorOf(troubleOf(thrown))
  }
}
