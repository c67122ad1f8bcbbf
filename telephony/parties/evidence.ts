/** What is known of an endpoint of the phone system: what its settings say, and what calls have shown of it. */

/** Read from the phone system. What was not told is null or false. */
export interface EndpointSettings {
  /** Where its calls begin in the dialplan. Every new channel shows it, so that it is known without being asked for. */
  context: string | null
  /** The phone system signs in through it at somebody else's, as with a provider. */
  signsInElsewhere: boolean
  /** It signs in here, as phones do. */
  signsInHere: boolean
  /** It is known by an address that somebody has written down. */
  fixedAddress: boolean
  /** Its own short number, e.g. `101`. */
  extension: string | null
  /** What the office calls it, e.g. `Reception`. */
  caption: string | null
  /** Other phones may watch whether it is busy: the dialplan has a hint for it. */
  watched: boolean
  /** It takes calls of a queue. */
  inQueue: boolean
  /** It has a mailbox, or colleagues may pick up its calls. */
  phoneFeatures: boolean
  /** What an analog or ISDN channel is wired to. */
  wiredTo: 'line' | 'phone' | null
}

/** Counted over all calls. */
export interface EndpointCalls {
  /** Calls that came from it by themselves. */
  came: number
  /** Of these: with a whole number (or none) that reached a whole number. */
  whole: number
  /** Of these: with an extension for a number. */
  short: number
  /** Of these: with its own name for a number. */
  named: number
  /** Of these: to an extension. */
  inner: number
  /** Of these: to a service code, such as `*97`. */
  codes: number
  /** Of these: whose own dialled number went out through another endpoint. */
  wentOut: number
  /** Whole numbers that they came with, and reached; the first few. */
  callers: string[]
  reached: string[]
  /** Calls that rang it as itself, and calls through it to a number beyond. */
  rang: number
  through: number
}

export interface Evidence {
  /** As the phone system spells it, e.g. `PJSIP/trunk`. */
  endpoint: string
  settings: EndpointSettings
  calls: EndpointCalls
}

/** Different numbers that are remembered: enough to know that there are several. */
export const mostNumbers = 4

export function noEvidence(endpoint: string): Evidence {
  return {
    endpoint,
    settings: {
      context: null,
      signsInElsewhere: false,
      signsInHere: false,
      fixedAddress: false,
      extension: null,
      caption: null,
      watched: false,
      inQueue: false,
      phoneFeatures: false,
      wiredTo: null,
    },
    calls: {
      came: 0,
      whole: 0,
      short: 0,
      named: 0,
      inner: 0,
      codes: 0,
      wentOut: 0,
      callers: [],
      reached: [],
      rang: 0,
      through: 0,
    },
  }
}

/** `number` among those remembered in `numbers`, which stay few. */
export function remember(numbers: string[], number: string): void {
  if (numbers.length < mostNumbers && !numbers.includes(number)) numbers.push(number)
}

/** A number as the public network has them: seven digits or more. */
export function isWhole(number: string): boolean {
  return /^\+?\d{7,}$/.test(number)
}

/** An extension of an office: two to six digits. */
export function isShort(number: string): boolean {
  return /^\d{2,6}$/.test(number)
}
