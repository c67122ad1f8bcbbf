/** The numbers of a messaging service: what comes in for the account's others is not for it. */
import type { Clock } from '../../clock.ts'
import type { Logger } from '../../logger.ts'
import type { TwilioClients } from './clients.ts'

/** They are asked for again after so long, ms. A number that is added meanwhile is found by the hourly sweep. */
const knownFor = 60 * 60_000
/** More than an office has; Twilio's own limit of a service. */
const most = 400

export class ServiceNumbers {
  readonly #service: string
  readonly #options: { clock: Clock; logger: Logger }
  #numbers: ReadonlySet<string> | null = null
  #askAt = -Infinity

  constructor(service: string, options: { clock: Clock; logger: Logger }) {
    this.#service = service
    this.#options = options
  }

  /** E.164; null when nobody tells, because the key may not ask or the provider knows no such thing. Never throws. */
  async known(clients: () => Promise<TwilioClients>): Promise<ReadonlySet<string> | null> {
    const { clock, logger } = this.#options
    if (clock.now() < this.#askAt) return this.#numbers
    this.#askAt = clock.now() + knownFor
    try {
      const { reading } = await clients()
      const numbers = await reading.messaging.v1.services(this.#service).phoneNumbers.list({ limit: most })
      if (numbers.length > 0) this.#numbers = new Set(numbers.map(({ phoneNumber }) => phoneNumber))
    } catch (error) {
      logger.warn('sms.service-numbers-unknown', { error: error instanceof Error ? error.name : 'unknown' })
    }
    return this.#numbers
  }
}
