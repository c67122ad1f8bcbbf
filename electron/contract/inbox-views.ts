/** The list of conversations, and what it shows in a glance. */
import type { TagView } from './tags.ts'

export type ConversationState = 'needs-reply' | 'waiting' | 'done'

export type ConversationTab = ConversationState | 'all'

export interface ContactSummary {
  id: string
  /** E.164, e.g. `+15305550101`. */
  number: string
  /** As people of the office's country write it, e.g. `(530) 555-0101`. */
  numberForPeople: string
  name: string | null
}

export interface ConversationListItem {
  /** Of the person's conversations, the one that waits longest for us, or the newest: one row for each person. */
  id: string
  /** The conversations with the person's other numbers, which this row stands for, too; only where there are any. */
  others?: string[]
  contact: ContactSummary
  state: ConversationState
  lastActivityAt: number
  /** Since when the contact waits for an answer of ours; null when nobody waits. */
  waitingSince: number | null
  unread: boolean
  snippet: Snippet
  /** Missed calls since the last answered one. */
  missedCalls: number
  /** Name or number of the line the contact called last; null when only texts exist. */
  line: string | null
  followUp: FollowUpGlance | null
  /** True when a text failed, or needs checking, since the last good one. */
  failed: boolean
  /** True while the contact has a live call. */
  live: boolean
  optedOut: boolean
  /** By name. */
  tags: TagView[]
  /** Where that stands which is searched for; null when nothing is. */
  hit: SearchHit | null
}

/** A part of a text, by its characters (UTF-16): `[from, to)`. */
export type Mark = readonly [from: number, to: number]

export interface SearchHit {
  /** In the contact's name, and in the number as it is shown. */
  name: Mark[]
  number: Mark[]
  /** The company, when it has any of the words. */
  company: { text: string; marks: Mark[] } | null
  /** What was said or noted with these words; null when name, company and number have them all. */
  said: { kind: Snippet['kind']; text: string; marks: Mark[]; at: number | null; itemId: string | null } | null
}

export interface Snippet {
  kind: 'call' | 'text-in' | 'text-out' | 'auto' | 'note'
  text: string
}

/**
 * Why a follow-up ended. `stopped`: a person ended this very one; `paused` and `brake`: everything automatic was
 * paused; `called-again`: a later call began another one; `rule`: another rule spoke against its text when it was due.
 */
export type StopReason =
  | 'replied'
  | 'answered'
  | 'called-back'
  | 'staff-wrote'
  | 'called-again'
  | 'opted-out'
  | 'blocked'
  | 'stopped'
  | 'paused'
  | 'brake'
  | 'rule'
  | 'restored'
  | 'failed'
  | 'completed'

/** The follow-up in one glance: which of how many steps went out last, and when the next text is due. */
export interface FollowUpGlance {
  state: 'running' | 'stopped' | 'completed'
  sentSteps: number
  steps: number
  nextAt: number | null
  stopReason: StopReason | null
}

export interface ConversationList {
  items: ConversationListItem[]
  /** Of the filter. */
  counts: Record<ConversationTab, number>
  /** How many conversations need a reply in the whole inbox, whatever the filter. */
  needsReply: number
  /** Pass to the next call for the next page; null at the end. */
  nextCursor: string | null
  /** The store's revision this list was read at. */
  revision: number
}
