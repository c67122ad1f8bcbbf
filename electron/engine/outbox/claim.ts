/**
 * The moment of truth of a text: in one transaction the rules are asked again and the row becomes `sending`, or it
 * does not go. Only what leaves here with `send` may be handed to the gateway.
 */
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { GatewayMessage } from '../../../telephony/sms/gateway.ts'
import { words } from '../../contract/text/index.ts'
import type { Automation } from '../followup/automation.ts'
import { storeDecision } from '../followup/decisions.ts'
import type { FollowUpFacts, Surroundings } from '../followup/facts.ts'
import type { Judgement } from '../followup/rules.ts'
import { writeStep } from '../followup/step-text.ts'
import { onStaffText, stopFollowUp } from '../followup/stop.ts'
import { ownTurn } from '../followup/turn.ts'
import { staffWrote } from '../inbox/answered.ts'
import { refreshConversation } from '../inbox/conversations.ts'
import { isOptedOut } from '../opt-out/ledger.ts'
import { dropLateAnswer } from '../replies/answers.ts'
import type { Work } from '../store/database.ts'
import type { Database } from '../store/schema.ts'
import { brake, nextTurn, recentAutomaticTexts } from './brake.ts'
import { aboutOf, judgeRow, object, positionOf } from './objection.ts'
import type { Objection } from './objection.ts'
import { failText } from './outcome.ts'
import { isAutomatic, postpone, rowOf } from './rows.ts'
import type { OutboxRow } from './rows.ts'
import { comesDue } from './waiting-texts.ts'

export type Claim =
  | { kind: 'send'; row: OutboxRow; attemptId: number; startedAt: number }
  | Objection
  /** Somebody else took it back meanwhile. */
  | { kind: 'gone' }

/** The same words to the same contact wait until it is known what became of the first. */
const sameTextRetry = 5000

export async function claim(
  work: Work,
  messageId: string,
  around: Surroundings,
  automation: Automation,
): Promise<Claim> {
  const row = await rowOf(work.db, messageId)
  if (!row || row.state !== 'queued' || row.dueAt > around.now) return { kind: 'gone' }
  if (isAutomatic(row)) {
    const judged = await judgeRow(work.db, row, around)
    const objection = await objectAutomatic(work, row, judged, around, automation)
    if (objection) return objection
    row.body = await freshBody(work, row, judged.facts, around)
  } else {
    if (await dropLateAnswer(work, row, around.now)) return { kind: 'dropped', row, judgement: null }
    const objection = await objectByStaff(work, row, around.now)
    if (objection) return objection
    // It was written before the call that a follow-up now runs for, and goes out after it.
    if (row.author === 'staff' && row.plannedAt !== null) await onStaffText(work, row.conversationId, around.now)
  }
  if (await sameTextUnknown(work.db, row)) {
    await postpone(work, messageId, around.now + sameTextRetry)
    return { kind: 'held', row, rule: null }
  }
  return begin(work, row, around.now)
}

/**
 * Drops or holds an automatic row as the rules say, in a transaction of its own kind: nothing when they say "text" or
 * the row is not there any more. For rows that cannot be sent at the moment anyway.
 */
export async function dropIfRefused(work: Work, messageId: string, around: Surroundings): Promise<Claim> {
  const row = await rowOf(work.db, messageId)
  if (!row || row.state !== 'queued' || !isAutomatic(row)) return { kind: 'gone' }
  const { facts, judgement } = await judgeRow(work.db, row, around)
  if (judgement.verdict === 'text') return { kind: 'gone' }
  return object(work, row, facts, judgement, around)
}

/** Somebody else texted this contact: their text takes the place of ours. */
export async function adoptElsewhere(
  work: Work,
  messageId: string,
  gateway: string,
  theirs: GatewayMessage,
  around: Surroundings,
): Promise<Claim> {
  const row = await rowOf(work.db, messageId)
  if (!row || row.state !== 'queued' || !isAutomatic(row)) return { kind: 'gone' }
  await work.db
    .insertInto('message')
    .values({
      id: randomUUID(),
      conversation_id: row.conversationId,
      direction: 'out',
      author: 'elsewhere',
      body: theirs.body,
      state: theirs.state === 'delivered' ? 'delivered' : 'sent',
      // It stands for the step that it takes the place of, so that repeat calls find a text.
      follow_up_id: row.followUpId,
      created_at: around.now,
      at: around.now,
      gateway,
      provider_id: theirs.providerId,
      sent_at: around.now,
    })
    .execute()
  const { facts } = await judgeRow(work.db, row, around)
  const judgement: Judgement = {
    verdict: 'skip',
    rule: 'texted-elsewhere',
    reason: words.reasons.textedElsewhere,
  }
  await storeDecision(work, aboutOf(row, facts, around.now), judgement)
  await stopFollowUp(work, row.conversationId, 'staff-wrote', around.now, words.followUp.sentElsewhere)
  await staffWrote(work, row.conversationId)
  return { kind: 'dropped', row, judgement }
}

async function objectAutomatic(
  work: Work,
  row: OutboxRow,
  { facts, judgement }: { facts: FollowUpFacts; judgement: Judgement },
  around: Surroundings,
  automation: Automation,
): Promise<Claim | null> {
  if (judgement.verdict !== 'text') return object(work, row, facts, judgement, around)
  const recent = await recentAutomaticTexts(work.db, around.now)
  const among = row.goBy === null ? around.now : nextTurn(recent, around.now)
  const goesAt = Math.max(among, await turnAfterCall(work, row, facts, around))
  if (goesAt > around.now) {
    await postpone(work, row.messageId, goesAt)
    return { kind: 'held', row, rule: null }
  }
  if (recent.length >= brake.texts) {
    const braked: Judgement = { verdict: 'skip', rule: 'brake', reason: words.reasons.braked(brake.texts) }
    const objection = await object(work, row, { ...facts, pausedBy: 'brake' }, braked, around)
    await automation.pauseIn(work, { since: around.now, until: null, by: 'brake' })
    return objection
  }
  await storeDecision(work, aboutOf(row, facts, around.now), judgement)
  return null
}

/** Every PC of the office hears at one moment that a caller whom it was to text has hung up again. */
async function turnAfterCall(
  work: Work,
  { urged }: OutboxRow,
  { lastMissedAt }: FollowUpFacts,
  { now, settings }: Surroundings,
): Promise<number> {
  // One that ended in the future was timed by a clock that has been set back since.
  if (urged === 1 || settings.followUp.delaySeconds === 0 || lastMissedAt > now) return now
  return Math.max(now, lastMissedAt + (await ownTurn(work, now)))
}

/**
 * What a text that was never tried says now: the office may have closed since it was planned, or learnt the caller's
 * name. One that was tried keeps its words: by them it is found at the gateway. So does one that staff wrote themselves.
 */
async function freshBody(
  work: Work,
  row: OutboxRow,
  facts: FollowUpFacts,
  { settings }: Surroundings,
): Promise<string> {
  if (row.attempts > 0 || row.edited === 1) return row.body
  const { conversationId, line } = row
  const text = await writeStep(work.db, { conversationId, line, position: positionOf(row) }, facts, settings)
  if (!text.ok || text.body === row.body) return row.body
  await work.db.updateTable('message').set({ body: text.body }).where('id', '=', row.messageId).execute()
  return text.body
}

/** Nothing goes past an opt-out or a block, by hand neither. */
async function objectByStaff(work: Work, row: OutboxRow, now: number): Promise<Claim | null> {
  const contact = await work.db
    .selectFrom('contact')
    .select('blocked')
    .where('number', '=', row.number)
    .executeTakeFirst()
  if (await comesDue(work, row, now)) return { kind: 'dropped', row, judgement: null }
  const code = (await isOptedOut(work.db, row.number)) ? 'opted-out' : contact?.blocked ? 'blocked' : null
  if (code === null) return null
  await failText(work, row, { said: { code, facts: {} }, code: null }, now)
  return { kind: 'dropped', row, judgement: null }
}

async function sameTextUnknown(db: Kysely<Database>, row: OutboxRow): Promise<boolean> {
  const found = await db
    .selectFrom('outbox')
    .innerJoin('message', 'message.id', 'outbox.message_id')
    .select('message.id')
    .where('message.conversation_id', '=', row.conversationId)
    .where('message.body', '=', row.body)
    .where('outbox.state', '!=', 'queued')
    .executeTakeFirst()
  return found !== undefined
}

async function begin(work: Work, row: OutboxRow, now: number): Promise<Claim> {
  await work.db.updateTable('message').set({ state: 'sending' }).where('id', '=', row.messageId).execute()
  await work.db
    .updateTable('outbox')
    .set({ state: 'sending', attempts: row.attempts + 1 })
    .where('message_id', '=', row.messageId)
    .execute()
  const { last } = await work.db
    .selectFrom('attempt')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('message_id', '=', row.messageId)
    .executeTakeFirstOrThrow()
  const { id } = await work.db
    .insertInto('attempt')
    .values({ message_id: row.messageId, number: (last ?? 0) + 1, started_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await refreshConversation(work, row.conversationId)
  return { kind: 'send', row: { ...row, attempts: row.attempts + 1 }, attemptId: id, startedAt: now }
}
