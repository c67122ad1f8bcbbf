/** The gateway as the settings have it now; null until there is one. */
import type { Clock } from '../../telephony/clock.ts'
import type { Logger } from '../../telephony/logger.ts'
import { parseNumber } from '../../telephony/phone-number.ts'
import type { Gateway } from '../../telephony/sms/gateway.ts'
import { createTwilioGateway } from '../../telephony/sms/twilio/twilio-gateway.ts'
import type { Secrets } from './secrets.ts'
import { readSection } from './settings/settings.ts'
import type { Store } from './store/database.ts'

export interface TextingSettings {
  accountSid: string
  /** As people write it, or a messaging service (`MG…`). */
  from: string
  baseUrl: string
}

export class GatewaySlot {
  readonly #options: { store: Store; secrets: Secrets; clock: Clock; logger: Logger }
  /** The demo office's, which no settings replace. */
  readonly #fixed: Gateway | null
  #current: Gateway | null = null

  constructor(options: { store: Store; secrets: Secrets; clock: Clock; logger: Logger; fixed: Gateway | null }) {
    this.#options = options
    this.#fixed = options.fixed
    this.#current = options.fixed
  }

  current(): Gateway | null {
    return this.#current
  }

  /** Reads the settings again. */
  async renew(): Promise<void> {
    if (this.#fixed) return
    const { store, secrets } = this.#options
    const texting = await readSection(store.db, 'texting')
    const { country } = await readSection(store.db, 'business')
    const complete = texting.accountSid !== '' && texting.from !== '' && secrets.gatewayToken !== null
    this.#current = complete ? this.build(texting, secrets.gatewayToken ?? '', country) : null
  }

  /** A gateway for settings that may not be saved yet. `country`: the office's, for numbers without their code. */
  build(texting: TextingSettings, token: string, country: string): Gateway {
    const { clock, logger, secrets } = this.#options
    const { accountSid, baseUrl } = texting
    const number = parseNumber(texting.from, country)
    const from = number.ok ? number.number : texting.from
    const key = secrets.gatewayKey === null ? {} : { apiKey: { sid: secrets.gatewayKey, secret: token } }
    return createTwilioGateway({ accountSid, authToken: token, ...key, from, baseUrl, clock, logger })
  }
}
