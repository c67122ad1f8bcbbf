/** Stored calls as the window shows them, in the conversation and on the Calls page (call-list/). */
import type { Kysely, Selectable } from 'kysely'
import { z } from 'zod'
import type { CallLeg, EndedCall } from '../../../telephony/calls/call.ts'
import { numberForPeople } from '../../../telephony/phone-number.ts'
import { words } from '../../contract/text/index.ts'
import type { CallItem, CallLegView, DecisionView } from '../../contract/view-models.ts'
import { reasonNow } from '../followup/rules.ts'
import type { CallTable, Database } from '../store/schema.ts'
import { lineForPeople, phoneForPeople } from './view.ts'
import type { InboxView } from './view.ts'

/** A stored call with the contact's name; null where there is no contact, or no name. */
export type NamedCall = Selectable<CallTable> & { name: string | null }

/**
 * The last word on the first text for each of these calls (rules run again when it is sent; of a later one the time line
 * tells). Calls not judged are not in the map.
 */
export async function lastDecisions(
  db: Kysely<Database>,
  callIds: readonly string[],
): Promise<Map<string, DecisionView>> {
  if (callIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('decision')
    .select(['call_id', 'verdict', 'rule', 'reason', 'at', 'would_text as wouldText'])
    .where('call_id', 'in', callIds)
    .where('step', '=', 1)
    .orderBy('id')
    .execute()
  return new Map(
    rows.map(({ call_id, ...decision }) => [
      call_id,
      { ...decision, reason: reasonNow(decision.rule, decision.reason) },
    ]),
  )
}

export function callItem(row: Selectable<CallTable>, decision: DecisionView | undefined, view: InboxView): CallItem {
  return {
    kind: 'call',
    id: row.id,
    at: row.started_at,
    endedAt: row.ended_at,
    // Internal calls are never stored.
    direction: row.direction === 'outbound' ? 'outbound' : 'inbound',
    outcome: row.outcome,
    reason: row.reason,
    answeredBy: row.answered_by,
    line: lineForPeople(view, row.line),
    sentence: view.sentence(endedCall(row, view.country)),
    decision: decision ?? null,
  }
}

/** Whom a stored call was with, as the Calls page says it: the contact's name, the number, or that there was none. */
export async function partyOfCall(db: Kysely<Database>, callId: string, country: string): Promise<string> {
  const row = await db
    .selectFrom('call')
    .leftJoin('contact', 'contact.number', 'call.party')
    .selectAll('call')
    .select('contact.name')
    .where('call.id', '=', callId)
    .executeTakeFirstOrThrow()
  return row.name ?? partyForPeople(row, country)
}

/** A caller without a contact, in words. */
export function partyForPeople(row: Selectable<CallTable>, country: string): string {
  if (row.party !== null) return numberForPeople(row.party, country)
  if (row.withheld === 1 || row.caller_number === null || row.caller_number.trim() === '') return words.inbox.withheld
  return row.direction === 'outbound' ? (row.dialed ?? words.inbox.unknownNumber) : row.caller_number
}

/** What is told of a call itself, without what came of it. */
type ToldCall = Omit<
  Selectable<CallTable>,
  'texted_at' | 'own_text_at' | 'wrote_at' | 'talked_at' | 'talked_out' | 'tried_at'
>

/** As it is told: a number outside that rang stands in it as people write it. */
export function endedCall(row: ToldCall, country: string): EndedCall {
  return {
    linkedid: row.linkedid,
    direction: row.direction,
    callerNumber: row.caller_number,
    callerName: row.caller_name,
    dialed: row.dialed,
    outcome: row.outcome,
    reason: row.reason,
    answeredBy: row.answered_by === null ? null : phoneForPeople(row.answered_by, country),
    startedAt: row.started_at,
    endedAt: row.ended_at,
    legs: readLegs(row.legs).map((leg) => ({ ...leg, phone: phoneForPeople(leg.phone, country) })),
    endUnseen: row.end_unseen === 1,
    partUnseen: row.part_unseen === 1,
    presentationWithheld: row.withheld === 1 ? true : null,
  }
}

/** Who rang in a call, in the order in which they were dialled; null when there is no such call. */
export async function legsOfCall(db: Kysely<Database>, callId: string, country: string): Promise<CallLegView[] | null> {
  const row = await db.selectFrom('call').select('legs').where('id', '=', callId).executeTakeFirst()
  if (!row) return null
  return readLegs(row.legs)
    .map(({ phone, dialedAt, rangAt, answeredAt, endedAt, how }) => {
      return { phone: phoneForPeople(phone, country), dialedAt, rangAt, answeredAt, endedAt, how }
    })
    .sort((one, other) => one.dialedAt - other.dialedAt)
}

const instant = z.number().nullable()
const legs: z.ZodType<CallLeg[]> = z.array(
  z.object({
    phone: z.string(),
    channel: z.string(),
    dialedAt: z.number(),
    rangAt: instant,
    answeredAt: instant,
    endedAt: instant,
    how: z.enum(['answered', 'cancelled', 'no-answer', 'busy', 'declined', 'unreachable', 'elsewhere', 'unknown']),
  }),
)

/** Legs only explain a call; one that a later version wrote otherwise is shown without them. */
function readLegs(json: string): CallLeg[] {
  try {
    const result = legs.safeParse(JSON.parse(json))
    return result.success ? result.data : []
  } catch {
    return []
  }
}
