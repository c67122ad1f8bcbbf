/** The gateway as the settings have it now; null until there is one. */
import type { Clock } from '../../telephony/clock.ts'
import type { Logger } from '../../telephony/logger.ts'
import { numberAsKept } from '../../telephony/phone-number.ts'
import { createAsteriskGateway } from '../../telephony/sms/asterisk/asterisk-gateway.ts'
import type { PhoneSystemPort } from '../../telephony/sms/asterisk/port.ts'
import type { Gateway } from '../../telephony/sms/gateway.ts'
import { createTwilioGateway } from '../../telephony/sms/twilio/twilio-gateway.ts'
import type { CommandArguments } from '../contract/commands.ts'
import type { Secrets } from './secrets.ts'
import type { Section } from './settings/sections.ts'
import { readSection } from './settings/settings.ts'
import type { Store } from './store/database.ts'

type TextingSettings = CommandArguments<'texting:save'>
type ThroughTwilio = Extract<TextingSettings, { kind: 'twilio' }>
type ThroughPhoneSystem = Extract<TextingSettings, { kind: 'asterisk' }>

export interface GatewaySlotOptions {
  store: Store
  secrets: Secrets
  clock: Clock
  logger: Logger
  /** The demo office's, which no settings replace. */
  fixed: Gateway | null
  /** For texts through the office's own phone system. */
  phoneSystem: PhoneSystemPort
  /** A text came in by itself: it can be fetched at once. */
  onReceived: () => void
}

/** Of one request, where somebody tries settings out and looks on, ms. */
const tryingTimeout = 6000

export class GatewaySlot {
  readonly #options: GatewaySlotOptions
  #current: Gateway | null = null
  #close: () => void = () => {}
  /** What the current one was made from. */
  #madeFrom = ''
  #lacksToken = false

  constructor(options: GatewaySlotOptions) {
    this.#options = options
    this.#current = options.fixed
  }

  current(): Gateway | null {
    return this.#current
  }

  /** Whether texts go through the office's own phone system. */
  get throughPhoneSystem(): boolean {
    return this.#madeFrom !== ''
  }

  /** Texting is set up, and the token for it is not known. */
  get lacksToken(): boolean {
    return this.#lacksToken
  }

  /** Reads the settings again. */
  async renew(): Promise<void> {
    const { fixed, store, secrets } = this.#options
    if (fixed) return
    this.#lacksToken = false
    const texting = await readSection(store.db, 'texting')
    const { country } = await readSection(store.db, 'business')
    if (texting.kind === 'asterisk') {
      this.#throughPhoneSystem(texting, country)
      return
    }
    this.#replace(null)
    const isSetUp = texting.accountSid !== '' && texting.from !== ''
    this.#lacksToken = isSetUp && secrets.gatewayToken === null
    if (isSetUp && !this.#lacksToken) this.#current = this.#twilio({ ...texting, kind: 'twilio' }, country)
  }

  /**
   * A gateway to try settings out with that may not be saved yet: somebody waits for it. `country`: the office's, for
   * numbers without their code.
   */
  build(texting: TextingSettings, country: string): Gateway {
    return texting.kind === 'asterisk'
      ? this.#asterisk(texting, country)
      : this.#twilio(texting, country, tryingTimeout)
  }

  /** The one that is there stays as long as its settings do: it holds what it heard. */
  #throughPhoneSystem(texting: Section<'texting'>, country: string): void {
    const { from, trunk, numbers } = texting
    const madeFrom = JSON.stringify([from, trunk, numbers, country])
    if (madeFrom === this.#madeFrom) return
    this.#replace(null)
    if (from === '' || trunk === '') return
    const { onReceived } = this.#options
    const gateway = this.#asterisk({ kind: 'asterisk', from, trunk, numbers }, country, onReceived)
    this.#current = gateway
    this.#close = () => gateway.close()
    this.#madeFrom = madeFrom
  }

  #replace(gateway: Gateway | null): void {
    this.#close()
    this.#close = () => {}
    this.#madeFrom = ''
    this.#current = gateway
  }

  #asterisk({ from, trunk, numbers }: ThroughPhoneSystem, country: string, onReceived?: () => void) {
    const { clock, logger, phoneSystem } = this.#options
    return createAsteriskGateway({
      port: phoneSystem,
      trunk,
      numbers,
      country,
      clock,
      logger,
      from: numberAsKept(from, country),
      ...(onReceived ? { onReceived } : {}),
    })
  }

  #twilio(
    { accountSid, apiKey, authToken, from, baseUrl }: ThroughTwilio,
    country: string,
    timeoutMs?: number,
  ): Gateway {
    const { clock, logger, secrets } = this.#options
    const token = authToken ?? secrets.gatewayToken ?? ''
    const key = apiKey === '' ? {} : { apiKey: { sid: apiKey, secret: token } }
    const account = { accountSid, authToken: token, ...key, baseUrl }
    return createTwilioGateway({
      ...account,
      from: numberAsKept(from, country),
      clock,
      logger,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    })
  }
}
