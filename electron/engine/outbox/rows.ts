/** The rows of the outbox as the dispatcher works on them. */
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Work } from '../store/database.ts'
import type { Database } from '../store/schema.ts'

export interface OutboxRow {
  messageId: string
  conversationId: string
  /** E.164. */
  number: string
  body: string
  author: 'contact' | 'staff' | 'auto' | 'elsewhere'
  state: 'queued' | 'sending' | 'unknown'
  dueAt: number
  attempts: number
  /** Epoch ms: until then an unknown text is looked for. */
  lookUntil: number | null
  followUpId: string | null
  followUpState: 'running' | 'stopped' | 'completed' | null
  /** Counts the texts of its follow-up from 1. */
  step: number | null
  callId: string | null
  callStartedAt: number | null
  callEndedAt: number | null
  /** When it began, by the gateway's clock, as far as that is known. */
  calledAtGateway: number | null
  line: string | null
  /** Of its follow-up: the steps it has (followup/steps.ts). */
  plan: string | null
  /** When it was to go out, for automatic texts and those for which staff chose a time. */
  plannedAt: number | null
  /** 1: an automatic text in staff's own words. */
  edited: 0 | 1
  /** 1: staff said "send now". */
  urged: 0 | 1
  /** Epoch ms: by when it must be out, for texts that take turns (turns.ts). */
  goBy: number | null
}

/**
 * Whether the rules for automatic texts apply. An automatic text whose follow-up has ended waits again only because
 * staff sent it again; then it is theirs.
 */
export function isAutomatic(row: Pick<OutboxRow, 'author' | 'followUpState'>): boolean {
  return row.author === 'auto' && row.followUpState === 'running'
}

/** All rows, as `OutboxRow`. */
export function outboxRows(db: Kysely<Database>) {
  return db
    .selectFrom('outbox')
    .innerJoin('message', 'message.id', 'outbox.message_id')
    .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
    .innerJoin('contact', 'contact.id', 'conversation.contact_id')
    .leftJoin('follow_up', 'follow_up.id', 'message.follow_up_id')
    .leftJoin('call', 'call.id', 'follow_up.call_id')
    .select([
      'outbox.message_id as messageId',
      'message.conversation_id as conversationId',
      'contact.number',
      'message.body',
      'message.author',
      'outbox.state',
      'outbox.due_at as dueAt',
      'outbox.attempts',
      'outbox.look_until as lookUntil',
      'message.follow_up_id as followUpId',
      'follow_up.state as followUpState',
      'message.step',
      'follow_up.call_id as callId',
      'call.started_at as callStartedAt',
      'call.ended_at as callEndedAt',
      'follow_up.gateway_time as calledAtGateway',
      'call.line',
      'follow_up.plan',
      'outbox.planned_at as plannedAt',
      'outbox.urged',
      'outbox.go_by as goBy',
      'message.edited',
    ])
}

/**
 * Rows that wait for something to be done by `now`, earliest first, without those in `busy`. Texts by staff keep
 * their order: one that has to be tried again holds the later ones of its conversation back.
 */
export async function dueRows(
  db: Kysely<Database>,
  now: number,
  busy: readonly string[],
  limit: number,
): Promise<OutboxRow[]> {
  return outboxRows(db)
    .where('outbox.due_at', '<=', now)
    .where('outbox.state', 'in', ['queued', 'unknown'])
    .where('outbox.message_id', 'not in', busy)
    .where((eb) =>
      eb.or([
        eb('message.author', '=', 'auto'),
        eb('outbox.state', '=', 'unknown'),
        eb.not(
          eb.exists(
            eb
              .selectFrom('outbox as earlier')
              .innerJoin('message as written', 'written.id', 'earlier.message_id')
              .select('written.id')
              .whereRef('written.conversation_id', '=', 'message.conversation_id')
              .where('written.author', '!=', 'auto')
              .where('earlier.state', 'in', ['queued', 'sending'])
              // One for tomorrow holds nobody back today.
              .where((of) => of.or([of('earlier.planned_at', 'is', null), of('earlier.planned_at', '<=', now)]))
              // In the order in which they were written.
              .where(sql<boolean>`written.rowid < message.rowid`),
          ),
        ),
      ]),
    )
    .orderBy('outbox.due_at')
    .limit(limit)
    .execute()
}

/** The row of a message as it stands in this transaction. */
export async function rowOf(db: Kysely<Database>, messageId: string): Promise<OutboxRow | undefined> {
  return outboxRows(db).where('outbox.message_id', '=', messageId).executeTakeFirst()
}

/** When the next row falls due after `now`; null when none does. */
export async function nextDue(db: Kysely<Database>, now: number): Promise<number | null> {
  const row = await db
    .selectFrom('outbox')
    .select('due_at')
    .where('due_at', '>', now)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  return row?.due_at ?? null
}

/** Puts a row off. */
export async function postpone(work: Work, messageId: string, dueAt: number): Promise<void> {
  await work.db.updateTable('outbox').set({ due_at: dueAt }).where('message_id', '=', messageId).execute()
}

/** Rows that were put off until later, and are still waiting, are due at `at`. */
export async function bringForward(work: Work, messageIds: readonly string[], at: number): Promise<void> {
  await work.db
    .updateTable('outbox')
    .set({ due_at: at })
    .where('message_id', 'in', messageIds)
    .where('state', '=', 'queued')
    .where('due_at', '>', at)
    // One that was given another time for good meanwhile keeps it.
    .where((eb) => eb.or([eb('planned_at', 'is', null), eb('planned_at', '<=', at)]))
    .execute()
}

/**
 * Gives a row another time for good: it is late only after that. `urged`: staff want it to go out then. `goBy`: by when
 * it must be out where it takes turns with others; null where it waits for nobody.
 */
export async function replan(
  work: Work,
  messageId: string,
  { dueAt, urged, goBy }: { dueAt: number; urged: 0 | 1; goBy: number | null },
): Promise<void> {
  await work.db
    .updateTable('outbox')
    .set({ due_at: dueAt, planned_at: dueAt, urged, go_by: goBy })
    .where('message_id', '=', messageId)
    .execute()
}

/** The row leaves the outbox: nothing is to be done about its message any more. */
export async function remove(work: Work, messageId: string): Promise<void> {
  await work.db.deleteFrom('outbox').where('message_id', '=', messageId).execute()
}
