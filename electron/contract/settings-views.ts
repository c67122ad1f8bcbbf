/** What the office has set. */
import type { OpeningHours, QuietHours } from './opening-hours.ts'
import type { SetupStepName } from './setup.ts'
import type { Texts } from './texts.ts'
import type { WatchOnly } from './watch-only.ts'

export interface Settings {
  business: { name: string; bookingLink: string; country: string; timeZone: string }
  phoneSystem: {
    host: string
    port: number
    username: string
    hasPassword: boolean
    /** Kept by set-up, and not signed in to yet. */
    waits: boolean
    trunks: string[]
    tls: boolean
    /** Of the certificate that is trusted, `AB:CD:…` (SHA-256); null until the first one was seen. */
    fingerprint: string | null
    /** Of the one that the phone system shows instead; null as long as it does not. */
    strangeFingerprint: string | null
  }
  texting: {
    /** `asterisk`: through the office's own phone system. */
    kind: 'twilio' | 'asterisk'
    accountSid: string
    /** `SK…`: an API key's id, whose secret the token then is; empty to sign in with the account's own token. */
    apiKey: string
    from: string
    /** Empty for Twilio's own address. */
    baseUrl: string
    hasToken: boolean
    /** The phone system's endpoint that texts leave through, e.g. `PJSIP/trunk`. */
    trunk: string
    /** How that trunk wants numbers: `+15305550141`, or without the plus. */
    numbers: 'plus' | 'digits'
  }
  /** `texting.from` as people of the office write it; a messaging service as it is. */
  textsFrom: string
  followUp: FollowUpTiming & { enabled: boolean; delaySeconds: number }
  texts: Texts
  hours: OpeningHours
  quietHours: QuietHours
  lines: { number: string; name: string }[]
  callBack: CallBackSettings
  /** Seconds in which what staff wrote can be taken back; 0 sends it at once. */
  writing: { undoSeconds: number }
  watchOnly: WatchOnly
  /** False until the office connected its phone system or chose the demo. */
  configured: boolean
  /** Where set-up was left, to go on there; null when it is over, or was not begun. */
  setup: { step: SetupStepName | null }
}

/** The steps of a follow-up besides the delay of the first. */
export interface FollowUpTiming {
  firstOn: boolean
  /** A first text while the office is closed: at once, without booking link, or when it opens. */
  whenClosed: 'at-once' | 'hold'
  secondOn: boolean
  secondAfterMinutes: number
  thirdOn: boolean
  /** `HH:MM` of the next morning on which the office is open. */
  thirdAt: string
  /** Whom to text besides the office's own country, ISO 3166 alpha-2. */
  countries: string[]
}

export interface CallBackSettings {
  /** This PC's phone, e.g. `PJSIP/101`; empty until it is chosen. */
  phone: string
  /** Where the dialplan finds the way out; empty for the phone's own. */
  context: string
  /** What gets an outside line; mostly empty. */
  prefix: string
  numberForm: 'auto' | 'country-code' | 'national' | 'e164'
  /** What those who are called see: `auto` the main line, `none` what the phone system shows, or a number (E.164). */
  callerId: string
}

/** One line of a live test in set-up ("Does it work?"). */
export interface CheckStep {
  name: string
  /** `warning`: it works, but something should be looked at. */
  state: 'ok' | 'warning' | 'failed' | 'skipped'
  /** Empty where an earlier step's failure says it all. */
  message: string
  remedy: string | null
  /** The answers that can be the cause of a failure, by their names in the command's input. */
  fields: string[]
}
