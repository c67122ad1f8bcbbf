/** What stands on a time line. */

export type MissedReason = 'no-answer' | 'abandoned' | 'busy' | 'unavailable' | 'voicemail' | 'unattended'

/** `check`: the gateway never said whether it took the text; staff decide (DESIGN.md, "Exactly once"). */
export type MessageState = 'queued' | 'sending' | 'sent' | 'delivered' | 'failed' | 'check' | 'cancelled' | 'received'

/** A part of a time line, oldest first. */
export interface TimelinePage {
  items: TimelineItem[]
  hasOlder: boolean
  hasNewer: boolean
  /** The item that was asked for, where one was. */
  anchor: string | null
}

export type TimelineItem = (CallItem | MessageItem | SystemItem | NoteItem) & {
  /** The conversation with that number which it is of; only where the person has several numbers. */
  conversationId?: string
}

export interface CallItem {
  kind: 'call'
  id: string
  at: number
  endedAt: number
  direction: 'inbound' | 'outbound'
  outcome: 'answered' | 'missed'
  reason: MissedReason | null
  answeredBy: string | null
  line: string | null
  /** One sentence a receptionist understands, e.g. "Rang 101 and 102 for 18 s, then the caller hung up". */
  sentence: string
  /** Whether and why Ringback texted because of this call; null for calls that are not judged. */
  decision: DecisionView | null
}

export interface DecisionView {
  verdict: 'text' | 'skip' | 'hold'
  /** Name of the rule that decided, e.g. `withheld-number`. */
  rule: string
  /** The rule's reason in plain words. */
  reason: string
  at: number
  /** The text that would have gone out, where calls are only watched. */
  wouldText?: string | null
}

export interface MessageItem {
  kind: 'message'
  id: string
  at: number
  direction: 'in' | 'out'
  /** Who wrote it: `auto` is Ringback, `elsewhere` somebody who used the same number outside Ringback. */
  author: 'contact' | 'staff' | 'auto' | 'elsewhere'
  body: string
  state: MessageState
  /** `Auto 1 of 3`: which step this was; null for texts by people. */
  step: { number: number; of: number } | null
  /** For a first automatic text: seconds from the hang-up to the gateway's yes. */
  secondsAfterCall: number | null
  /** What went wrong and what to do, when `failed` or `check`; `callInstead`: no text will reach this number. */
  problem: { message: string; remedy: string | null; callInstead: boolean } | null
  /** When it will be sent, while `queued`. */
  dueAt: number | null
  /** What came with it. */
  pictures: PictureView[]
  /**
   * What a text by staff waits for while `queued`, besides the gateway: the time that they chose, or the seconds in which
   * they may undo.
   */
  waits?: 'time' | 'undo' | null
  /** The phone numbers in it, E.164; `start` and `end` in UTF-16 units. */
  numbers?: { start: number; end: number; number: string }[]
}

/** One phone's part in a call. */
export interface CallLegView {
  /** Extension or outside number, e.g. `101`. */
  phone: string
  dialedAt: number
  /** Null when it never rang. */
  rangAt: number | null
  answeredAt: number | null
  endedAt: number | null
  how: 'answered' | 'cancelled' | 'no-answer' | 'busy' | 'declined' | 'unreachable' | 'elsewhere' | 'unknown'
}

/** A picture that came with a text. */
export interface PictureView {
  id: string
  /** `waiting`: it is still being fetched; `missing`: it will not be there, and `problem` says why. */
  state: 'shown' | 'waiting' | 'missing'
  /** Within the window's own pages; null unless it is shown. */
  address: string | null
  problem: string | null
}

/** Something Ringback notes in the time line: stopped, opted out, a time without the phone system … */
export interface SystemItem {
  kind: 'system'
  id: string
  at: number
  event:
    | 'follow-up-stopped'
    | 'step-left-out'
    | 'opted-out'
    | 'opted-in'
    | 'ask-opt-out'
    | 'blocked'
    | 'unblocked'
    | 'booked'
  text: string
}

export interface NoteItem {
  kind: 'note'
  id: string
  at: number
  body: string
}

/** A time without a connection to the phone system: calls in it were not seen. */
export interface CallGap {
  id: number
  from: number
  /** Null while it lasts. */
  to: number | null
}
