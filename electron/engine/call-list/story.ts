/** All that is known of one call: who rang from when to when, and why a text went out or did not. */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { CallDecision, CallStory, DecisionFacts } from '../../contract/call-list.ts'
import { legsOfCall } from '../inbox/call-rows.ts'
import type { InboxView } from '../inbox/view.ts'
import { reasonNow } from '../followup/rules.ts'
import type { Database } from '../store/schema.ts'
import { callRows, callsWithNames } from './page.ts'
import { mayTextBecauseOf } from './text-after-all.ts'

/** The call `id`; null when there is none. */
export async function callStory(db: Kysely<Database>, id: string, view: InboxView): Promise<CallStory | null> {
  const [call] = await callsWithNames(db, [id])
  const [row] = call ? await callRows(db, [call], view) : []
  if (!call || !row) return null
  return {
    call: row,
    legs: (await legsOfCall(db, id, view.country)) ?? [],
    decisions: await decisions(db, id),
    mayText: mayTextBecauseOf(row),
  }
}

async function decisions(db: Kysely<Database>, callId: string): Promise<CallDecision[]> {
  const rows = await db
    .selectFrom('decision')
    .select(['step', 'stage', 'verdict', 'rule', 'reason', 'at', 'facts', 'would_text as wouldText'])
    .where('call_id', '=', callId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, reason: reasonNow(row.rule, row.reason), facts: readFacts(row.facts) }))
}

const instant = z.number().nullable().optional()
const truth = z.boolean().optional()

/** Of what is stored with a decision (followup/facts.ts), what can be said to people. */
const facts: z.ZodType<DecisionFacts> = z.object({
  number: z.enum(['valid', 'withheld', 'short', 'invalid']).optional(),
  withheld: truth,
  country: z.string().nullable().optional(),
  own: truth,
  blocked: truth,
  landline: truth,
  optedOut: truth,
  optOutAsked: truth,
  textingReady: truth,
  watchOnly: truth,
  pausedBy: z.enum(['staff', 'brake', 'restore']).nullable().optional(),
  live: z.boolean().nullable().optional(),
  officeState: z.enum(['open', 'closed', 'break']).optional(),
  opensAt: instant,
  quiet: z.object({ until: z.number().nullable(), why: z.string() }).nullable().optional(),
  otherFollowUpAt: instant,
  automaticThisWeek: z.number().optional(),
  staffWroteAt: instant,
  spokeAt: instant,
  repliedAt: instant,
})

/** Facts only explain a decision; ones that a later version wrote otherwise are left out. */
function readFacts(json: string): DecisionFacts | null {
  try {
    const result = facts.safeParse(JSON.parse(json))
    return result.success ? result.data : null
  } catch {
    return null
  }
}
