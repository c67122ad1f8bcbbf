/** The tables as Kysely sees them; the migrations are what makes them so. */
import type { Generated } from 'kysely'
import type { SystemItem } from '../../contract/timeline-views.ts'
import type { ConversationState, MessageState, MissedReason, StopReason } from '../../contract/view-models.ts'

/** SQLite has no booleans. */
export type Flag = 0 | 1

export interface ContactTable {
  id: string
  number: string
  name: string | null
  name_source: 'pbx' | 'staff' | null
  notes: Generated<string>
  blocked: Generated<Flag>
  created_at: number
  company: Generated<string>
  /** What the phone system calls them, whatever staff do. */
  pbx_name: Generated<string | null>
  /** The same on all numbers of one person; null for a person of one number. */
  person_id: Generated<string | null>
  /** Its row in the search index; null when it is not in it. So for messages and notes. */
  search_no: Generated<number | null>
}

export interface TagTable {
  id: string
  name: string
  folded: string
  colour: string
}

export interface ContactTagTable {
  contact_id: string
  tag_id: string
}

export interface OptOutTable {
  number: string
  at: number
  source: 'text' | 'staff' | 'gateway'
  evidence: string
}

export interface OptOutAuditTable {
  id: Generated<number>
  number: string
  at: number
  change: 'out' | 'in'
  source: string
  evidence: string
}

export interface OptOutQuestionTable {
  id: Generated<number>
  number: string
  at: number
}

export interface ConversationTable {
  id: string
  contact_id: string
  /** `state` and `waiting_since` follow from the next six, through inbox/state.ts alone. */
  state: ConversationState
  waiting_since: number | null
  text_since: Generated<number | null>
  call_since: Generated<number | null>
  call_covered: Generated<Flag>
  look_since: Generated<number | null>
  rest: Generated<'waiting' | 'done'>
  marked_done: Generated<Flag>
  last_activity_at: number
  unread: Generated<Flag>
  snippet_kind: Generated<'call' | 'text-in' | 'text-out' | 'auto' | 'note'>
  snippet_text: Generated<string>
  missed_calls: Generated<number>
  line: string | null
  failed: Generated<Flag>
  /** Until when staff have read it, by this PC's clock. */
  read_at: Generated<number | null>
  /** `contact.search_no`, kept by triggers. */
  contact_no: Generated<number | null>
  /** The conversation with the same person that stands in the list in its place, kept by triggers; null for most. */
  behind: Generated<string | null>
}

export interface CallTable {
  id: string
  linkedid: string
  conversation_id: string | null
  direction: 'inbound' | 'outbound' | 'internal'
  caller_number: string | null
  caller_name: string | null
  party: string | null
  line: string | null
  dialed: Generated<string | null>
  withheld: Generated<Flag>
  outcome: 'answered' | 'missed'
  reason: MissedReason | null
  answered_by: string | null
  started_at: number
  ended_at: number
  legs: string
  end_unseen: Generated<Flag>
  part_unseen: Generated<Flag>
  /** What came of a missed call, kept by the database itself (migration 220). */
  texted_at: Generated<number | null>
  own_text_at: Generated<number | null>
  wrote_at: Generated<number | null>
  talked_at: Generated<number | null>
  talked_out: Generated<Flag | null>
  tried_at: Generated<number | null>
}

/** Kept by the database itself (migration 230), for calls from outside. */
export interface CallPhoneTable {
  phone: string
  ended_at: number
  call_id: string
  part: 'answered' | 'elsewhere' | 'rang' | 'refused' | 'unreachable' | 'unknown'
}

export interface FollowUpTable {
  id: string
  conversation_id: string
  call_id: string
  state: 'running' | 'stopped' | 'completed'
  started_at: number
  ended_at: number | null
  stop_reason: StopReason | null
  step: number
  steps: number
  /** The steps it has, in order, e.g. `1,3` (followup/steps.ts); `message.step` counts them from 1. */
  plan: Generated<string>
  /** When its call began by the gateway's own clock; null where that was not known. */
  gateway_time: Generated<number | null>
}

export interface MessageTable {
  id: string
  conversation_id: string
  direction: 'in' | 'out'
  author: 'contact' | 'staff' | 'auto' | 'elsewhere'
  body: string
  state: MessageState
  follow_up_id: string | null
  step: number | null
  created_at: number
  at: number
  /** `Gateway.account`: whose provider id it is. */
  gateway: string | null
  provider_id: string | null
  sent_at: number | null
  settled_at: number | null
  /** JSON `{message, remedy}`. */
  problem: string | null
  media: Generated<number>
  /** An automatic text in staff's own words. */
  edited: Generated<Flag>
  search_no: Generated<number | null>
}

export interface PictureTable {
  id: string
  message_id: string
  place: number
  file: string | null
  problem: string | null
}

export interface PictureFetchTable {
  message_id: string
  due_at: number
  tries: Generated<number>
}

export interface OutboxTable {
  message_id: string
  state: 'queued' | 'sending' | 'unknown'
  due_at: number
  attempts: Generated<number>
  look_until: number | null
  /** When it was to go out, for automatic texts and those of staff for later; `due_at` moves on with each try. */
  planned_at: Generated<number | null>
  /** Staff said "send now". */
  urged: Generated<Flag>
  /** By when it has to go out, for texts that take turns (outbox/turns.ts). */
  go_by: Generated<number | null>
}

export interface AttemptTable {
  id: Generated<number>
  message_id: string
  number: number
  started_at: number
  /** The gateway's own time, told last before it began. */
  gateway_time: number | null
  /** JSON: ids of what the gateway listed before it began that is none of ours; null for none. */
  others: string | null
  /** The account that took the text, as `message.gateway`; null for attempts that ended otherwise. */
  gateway: string | null
  ended_at: number | null
  end: 'not-sent' | 'rejected' | 'accepted' | 'unknown' | null
  detail: string | null
}

export interface DecisionTable {
  id: Generated<number>
  call_id: string
  message_id: string | null
  stage: 'call-ended' | 'sending'
  verdict: 'text' | 'hold' | 'skip'
  rule: string
  reason: string
  facts: string
  at: number
  /** What would have gone out, where the rule says that calls are only watched. */
  would_text: Generated<string | null>
  /** As `message.step`. */
  step: Generated<number>
}

export interface NoteTable {
  id: string
  conversation_id: string
  body: string
  at: number
  search_no: Generated<number | null>
}

export interface SearchDueTable {
  kind: 'contact' | 'message' | 'note'
  id: string
}

/** Kept by triggers. */
export interface ConversationCountTable {
  state: ConversationState
  count: number
}

export interface QuickReplyTable {
  id: string
  name: string
  template: string
  uses: Generated<number>
  used_at: number | null
  created_at: number
}

export interface DraftTable {
  conversation_id: string
  kind: 'text' | 'note'
  body: string
  changed_at: number
}

export interface HappeningTable {
  id: string
  conversation_id: string
  event: SystemItem['event']
  text: string
  at: number
}

export interface GapTable {
  id: Generated<number>
  from_at: number
  to_at: number | null
}

export interface EndpointTable {
  name: string
  choice: 'outside' | 'inside' | null
  chosen_at: number | null
  settings: string
  calls: string
  first_seen_at: number | null
  last_seen_at: number | null
  changed_at: number
}

export interface LineTable {
  number: string
  calls: number
  first_seen_at: number
  last_seen_at: number
}

/** Automatic texts that the inbox does not know of itself (backups/texted-copy.ts). */
export interface TextedTable {
  number: string
  at: number
}

export interface SettingTable {
  name: string
  value: string
  changed_at: number
}

/** Only the history page reads it; nothing is ever changed in it. */
export interface SettingChangeTable {
  id: Generated<number>
  at: number
  who: string
  section: string
  field: string
  before: string | null
  after: string | null
}

export interface Database {
  contact: ContactTable
  tag: TagTable
  contact_tag: ContactTagTable
  opt_out: OptOutTable
  opt_out_audit: OptOutAuditTable
  opt_out_question: OptOutQuestionTable
  conversation: ConversationTable
  conversation_count: ConversationCountTable
  call: CallTable
  call_phone: CallPhoneTable
  follow_up: FollowUpTable
  message: MessageTable
  picture: PictureTable
  picture_fetch: PictureFetchTable
  outbox: OutboxTable
  attempt: AttemptTable
  decision: DecisionTable
  note: NoteTable
  quick_reply: QuickReplyTable
  draft: DraftTable
  search_due: SearchDueTable
  happening: HappeningTable
  gap: GapTable
  endpoint: EndpointTable
  line: LineTable
  texted: TextedTable
  setting: SettingTable
  setting_change: SettingChangeTable
}
