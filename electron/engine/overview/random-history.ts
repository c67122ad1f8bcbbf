/** Histories of an office for tests: calls, texts and wishes at random, written as the engine writes them. */
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { CallLeg } from '../../../telephony/calls/call.ts'
import { missedReasons } from '../../contract/call-list.ts'
import { markBooked } from '../contacts/booking.ts'
import type { Work } from '../store/database.ts'
import type { Database } from '../store/schema.ts'

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const hour = 60 * 60 * 1000
const lines = ['+12125550100', '+12125550101', '+12125550102', null]
const phones = ['101', '102', '103', '104']
const legEnds = ['no-answer', 'cancelled', 'busy', 'declined', 'unreachable', 'elsewhere'] as const

export interface HistoryOptions {
  seed: number
  contacts: number
  events: number
  /** Everything happens in this time, epoch ms. */
  from: number
  to: number
  /** When in that time something begins, by a number from 0 to 1; left out, it is as likely at any time. */
  moment?: (at: number) => number
}

/** Writes a history into an empty inbox, in no order, with texts that fail later and calls that change hands. */
export async function writeHistory(work: Work, options: HistoryOptions): Promise<void> {
  const { seed, contacts, events, from, to } = options
  const random = randomFrom(seed)
  const moment = options.moment ?? ((at: number) => from + at * (to - from))
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(random() * list.length)]
    if (found === undefined) throw new Error('Nothing to pick from')
    return found
  }
  // Bursts, so that things happen within the hour, the day and the week of each other, and at the same instant.
  const instants = Array.from({ length: Math.ceil(events / 6) }, () => Math.floor(moment(random())))
  const when = () =>
    Math.min(to - 1, pick(instants) + pick([0, 0, 1, 60_000, hour, hour + 1, 24 * hour, 24 * hour - 1, 7 * 24 * hour]))
  const people = Array.from({ length: contacts }, (_, index) => ({
    contact: `c${index}`,
    conversation: `v${index}`,
    number: `+1530555${String(index).padStart(4, '0')}`,
    name: index % 3 === 0 ? null : `Zoë ${pick(['Cole', 'Ortiz', 'Lee'])} ${index}`,
  }))
  for (const { contact, conversation, number, name } of people) {
    await work.db.insertInto('contact').values({ id: contact, number, name, created_at: from }).execute()
    await work.db
      .insertInto('conversation')
      .values({ id: conversation, contact_id: contact, state: 'done', last_activity_at: from })
      .execute()
  }
  for (let event = 0; event < events; event++) {
    const who = random() < 0.05 ? null : pick(people)
    const at = when()
    const roll = random()
    if (roll < 0.55 || who === null) {
      const callId = await insertCall(work.db, who, at, random, pick)
      if (who !== null && random() < 0.5) await insertFollowUp(work.db, who, callId, at, random, pick)
    } else if (roll < 0.97) {
      const out = random() < 0.5
      await work.db
        .insertInto('message')
        .values({
          id: randomUUID(),
          conversation_id: who.conversation,
          direction: out ? 'out' : 'in',
          author: out ? pick(['staff', 'elsewhere'] as const) : 'contact',
          body: 'Hello',
          state: out ? pick(['sent', 'delivered', 'failed', 'queued'] as const) : 'received',
          created_at: at,
          at,
        })
        .execute()
      if (!out && random() < 0.2) {
        await work.db
          .insertInto('opt_out_audit')
          .values({ number: who.number, at, change: 'out', source: pick(['text', 'staff']), evidence: 'STOP' })
          .execute()
      }
    } else {
      await changeHands(work.db, who.conversation, pick(people).conversation)
    }
  }
  for (const { conversation } of people) {
    await markBooked(work, { id: randomUUID(), conversationId: conversation }, when(), async () => null)
  }
}

async function insertCall(
  db: Kysely<Database>,
  who: { conversation: string; number: string } | null,
  endedAt: number,
  random: () => number,
  pick: <T>(list: readonly T[]) => T,
): Promise<string> {
  const id = randomUUID()
  const outcome = random() < 0.6 ? 'missed' : 'answered'
  const startedAt = endedAt - pick([0, 5000, 20_000])
  const rang = phones.filter(() => random() < 0.4)
  const legs = rang.map((phone, index): CallLeg => {
    const how = outcome === 'answered' && index === 0 ? 'answered' : pick(legEnds)
    const rangAt = how === 'unreachable' || how === 'busy' ? null : startedAt
    const answeredAt = how === 'answered' ? startedAt : null
    return { phone, channel: `PJSIP/${phone}-1`, dialedAt: startedAt, rangAt, answeredAt, endedAt, how }
  })
  await db
    .insertInto('call')
    .values({
      id,
      linkedid: id,
      conversation_id: who?.conversation ?? null,
      direction: random() < 0.8 ? 'inbound' : 'outbound',
      caller_number: who?.number ?? null,
      caller_name: null,
      party: who?.number ?? null,
      line: pick(lines),
      outcome,
      reason: outcome === 'missed' ? pick(missedReasons) : null,
      answered_by: outcome === 'answered' ? (rang[0] ?? '101') : null,
      started_at: startedAt,
      ended_at: endedAt,
      legs: JSON.stringify(legs),
      end_unseen: random() < 0.05 ? 1 : 0,
    })
    .execute()
  return id
}

/** A follow-up whose first text is written before it is sent, and may fail after it was. */
async function insertFollowUp(
  db: Kysely<Database>,
  who: { conversation: string },
  callId: string,
  at: number,
  random: () => number,
  pick: <T>(list: readonly T[]) => T,
): Promise<void> {
  const followUpId = randomUUID()
  const messageId = randomUUID()
  await db
    .insertInto('follow_up')
    .values({
      id: followUpId,
      conversation_id: who.conversation,
      call_id: callId,
      state: 'completed',
      started_at: at,
      step: 1,
      steps: 1,
    })
    .execute()
  await db
    .insertInto('message')
    .values({
      id: messageId,
      conversation_id: who.conversation,
      direction: 'out',
      author: 'auto',
      body: 'Sorry',
      state: 'queued',
      follow_up_id: followUpId,
      step: 1,
      created_at: at,
      at,
    })
    .execute()
  const sentAt = at + Math.floor(random() * pick([60_000, 60_000, 30 * hour]))
  const update = (state: 'sent' | 'delivered' | 'failed' | 'cancelled', to: number) =>
    db.updateTable('message').set({ state, at: to, sent_at: to }).where('id', '=', messageId).execute()
  if (random() < 0.1) await update('cancelled', at)
  else {
    await update('sent', sentAt)
    if (random() < 0.5) await update(pick(['delivered', 'delivered', 'failed'] as const), sentAt)
  }
}

/** As when two contacts become one: what was one's is the other's. */
async function changeHands(db: Kysely<Database>, from: string, to: string): Promise<void> {
  for (const table of ['message', 'call'] as const) {
    await db.updateTable(table).set({ conversation_id: to }).where('conversation_id', '=', from).execute()
  }
}
