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
  /** Hands the caller on, `after` it answered, without asking first (blind transfer). */
  transfer?: { to: string; after: number }
}

/**
 * - `ring`: until the PBX gives up.
 * - `busy`: says so at once (486).
 * - `decline`: rings, and its owner presses "reject" after half a second (603).
 * - `silent`: says nothing, like a phone that lost its network.
 */
export type Behaviour = 'ring' | 'busy' | 'decline' | 'silent' | Answering

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
