/** What the tracker says about a call once it is over. Words and values as in Ringback's design. */

export type Direction = 'inbound' | 'outbound' | 'internal'
export type Outcome = 'answered' | 'missed'
export type MissedReason = 'no-answer' | 'abandoned' | 'busy' | 'unavailable' | 'voicemail' | 'unattended'

/** One phone's (or outside number's) part in a call. Instants are epoch milliseconds. */
export interface CallLeg {
  /** Extension or outside number, e.g. `101`. */
  phone: string
  /** Asterisk's channel name, e.g. `PJSIP/101-0000002a`. */
  channel: string
  dialedAt: number
  /** When it began to ring; null when it never did. */
  rangAt: number | null
  /** When it was connected with the caller, which may be a while after it went up where its owner had to accept. */
  answeredAt: number | null
  endedAt: number | null
  /** What became of it; `elsewhere`: somebody else answered, or the phone itself sent the caller on. */
  how: 'answered' | 'cancelled' | 'no-answer' | 'busy' | 'declined' | 'unreachable' | 'elsewhere' | 'unknown'
}

/** One caller's attempt to reach somebody, after the caller's channel is gone. */
export interface EndedCall {
  linkedid: string
  direction: Direction
  /** As the caller's side sent it; null when withheld. */
  callerNumber: string | null
  /** Unescaped; null when none was sent. */
  callerName: string | null
  /** The first extension reached: the line, for inbound calls. */
  dialed: string | null
  outcome: Outcome
  /** Only for missed calls. */
  reason: MissedReason | null
  /** Extension, or the outside number it was forwarded to; only for answered calls. */
  answeredBy: string | null
  startedAt: number
  endedAt: number
  legs: CallLeg[]
  /** True when the end fell into a time without a connection, so that the verdict is a best guess. */
  endUnseen: boolean
  /**
   * True for a missed call of which a part fell into a time without a connection in which somebody may have spoken with
   * the caller. Such a caller is never texted.
   */
  partUnseen: boolean
  /**
   * The channel's `CALLERID(pres)` said that the number is withheld although the provider passed it on. Such a caller
   * is never texted. Null when nothing told.
   */
  presentationWithheld: boolean | null
}

/** A call that is going on now. */
export interface LiveCall {
  linkedid: string
  direction: Direction
  callerNumber: string | null
  callerName: string | null
  dialed: string | null
  state: 'ringing' | 'talking' | 'waiting'
  startedAt: number
  /** The phones that ring or talk. */
  phones: string[]
}
