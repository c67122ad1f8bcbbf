/** What a phone does when it is called. All times are in seconds. */

export interface Press {
  /** `0` to `9`, `*` or `#`. */
  digit: string
  /** Since the call was answered. */
  after: number
}

export interface Answering {
  /** How long it rings first. */
  answerAfter: number
  /** How long it talks before it hangs up; left out, the other side or the PBX has to. */
  hangUpAfter?: number
  /** Keys pressed while talking, e.g. `##` and a number. */
  press?: Press[]
  /** Hands the caller on, `after` it answered: at once (blind transfer), or after a call to `to` of its own. */
  transfer?: Transfer
}

export interface Transfer {
  to: string
  /** When the phone begins with it, since the call was answered. */
  after: number
  /** How long it talks with `to` first (attended transfer); left out, it does not ask. */
  ask?: number
}

/**
 * - `ring`: until the PBX gives up.
 * - `busy`: says so at once (486).
 * - `decline`: rings, and its owner presses "reject" after half a second (603).
 * - `silent`: says nothing, like a phone that lost its network.
 * - `away`: says at once that nobody can be reached (480), as some phones do when told not to disturb.
 * - `forward`: sends the caller elsewhere (302), as a phone does whose owner set up a call forward on it.
 */
export type Behaviour = 'ring' | 'busy' | 'decline' | 'silent' | 'away' | { forward: string } | Answering

/** How a call went for a phone that it reached: what a witness in front of it could tell. Instants are epoch milliseconds. */
export interface LegReport {
  /** Its own number. */
  phone: string
  /** The number that the phone showed; `anonymous` when withheld. */
  caller: string
  invited: number
  rang: number | null
  answered: number | null
  ended: number
  how:
    | 'cancelled'
    | 'cancelled (elsewhere)'
    | 'busy'
    | 'declined'
    | 'away'
    | 'forwarded'
    | 'bye-received'
    | 'bye-sent'
    | 'transferred'
}

/** How a call went for the side that began it. Instants are epoch milliseconds. */
export interface CallReport {
  /** The PBX's final answer to the call: 200, 486 …; 487 when the caller gave up first. */
  status: number
  startedAt: number
  /** When it was told that a phone rings; null when it never was. */
  rangAt: number | null
  /** When the PBX took the call: a queue, a menu or a voicemail does so without any phone. */
  answeredAt: number | null
  endedAt: number
  endedBy: 'caller' | 'pbx'
}
