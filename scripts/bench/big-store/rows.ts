/** One contact's rows, as they go into the inbox. */
import type { Insertable } from 'kysely'
import type {
  AttemptTable,
  CallTable,
  ContactTable,
  ConversationTable,
  DecisionTable,
  FollowUpTable,
  HappeningTable,
  MessageTable,
  NoteTable,
  OptOutAuditTable,
  OptOutTable,
  OutboxTable,
} from '../../../electron/engine/store/schema.ts'
import type { Bulk } from './bulk.ts'

export interface ContactRows {
  contact: Insertable<ContactTable>[]
  conversation: Insertable<ConversationTable>[]
  call: Insertable<CallTable>[]
  follow_up: Insertable<FollowUpTable>[]
  message: Insertable<MessageTable>[]
  outbox: Insertable<OutboxTable>[]
  attempt: Insertable<AttemptTable>[]
  decision: Insertable<DecisionTable>[]
  note: Insertable<NoteTable>[]
  happening: Insertable<HappeningTable>[]
  opt_out: Insertable<OptOutTable>[]
  opt_out_audit: Insertable<OptOutAuditTable>[]
}

export function noRows(): ContactRows {
  return {
    contact: [],
    conversation: [],
    call: [],
    follow_up: [],
    message: [],
    outbox: [],
    attempt: [],
    decision: [],
    note: [],
    happening: [],
    opt_out: [],
    opt_out_audit: [],
  }
}

export function insertAll(bulk: Bulk, rows: ContactRows): void {
  for (const row of rows.contact) bulk.insert('contact', row)
  for (const row of rows.conversation) bulk.insert('conversation', row)
  for (const row of rows.call) bulk.insert('call', row)
  for (const row of rows.follow_up) bulk.insert('follow_up', row)
  for (const row of rows.message) bulk.insert('message', row)
  for (const row of rows.outbox) bulk.insert('outbox', row)
  for (const row of rows.attempt) bulk.insert('attempt', row)
  for (const row of rows.decision) bulk.insert('decision', row)
  for (const row of rows.note) bulk.insert('note', row)
  for (const row of rows.happening) bulk.insert('happening', row)
  for (const row of rows.opt_out) bulk.insert('opt_out', row)
  for (const row of rows.opt_out_audit) bulk.insert('opt_out_audit', row)
}
