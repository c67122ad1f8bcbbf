/** What earlier texts have shown of a contact's number: that it is a landline, or that a machine answers there. */
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Database } from '../store/schema.ts'

/** Twilio's codes for a number that can get no texts (telephony/sms/twilio/errors.ts). */
const landlineCodes = ['21614', '21635', '30006']

const second = 1000
const day = 24 * 60 * 60 * second

/** Nobody reads a text and writes back this fast, ms. */
const fasterThanPeople = 10 * second
/** The same answer this often, each within that time, comes from a machine. */
const sameAnswers = 2
const answersWithin = 30 * day

/** True when the gateway said that this is a landline, and no text has arrived there since. */
export async function isKnownLandline(db: Kysely<Database>, conversationId: string | null): Promise<boolean> {
  const last = await db
    .selectFrom('message')
    .select('state')
    .where('conversation_id', '=', conversationId)
    .where('direction', '=', 'out')
    .where((eb) =>
      eb.or([
        eb('state', '=', 'delivered'),
        eb.and([
          eb('state', '=', 'failed'),
          sql<boolean>`json_valid(problem) and json_extract(problem, '$.code') in (${sql.join(landlineCodes)})`,
        ]),
      ]),
    )
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.state === 'failed'
}

/** True when the contact's number has given the same answer to automatic texts, each faster than anybody can type. */
export async function isAnsweredByMachine(
  db: Kysely<Database>,
  conversationId: string | null,
  now: number,
): Promise<boolean> {
  const found = await db
    .selectFrom('message as answer')
    .select('answer.body')
    .where('answer.conversation_id', '=', conversationId)
    .where('answer.direction', '=', 'in')
    .where('answer.at', '>', now - answersWithin)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('message as ours')
          .select('ours.id')
          .whereRef('ours.conversation_id', '=', 'answer.conversation_id')
          .where('ours.author', '=', 'auto')
          .whereRef('ours.sent_at', '<=', 'answer.at')
          .where(sql<boolean>`ours.sent_at > answer.at - ${fasterThanPeople}`),
      ),
    )
    .groupBy('answer.body')
    .having((eb) => eb.fn.countAll<number>(), '>=', sameAnswers)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
