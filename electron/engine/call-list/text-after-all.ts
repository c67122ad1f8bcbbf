/**
 * "Text them after all": staff text a caller whom no automatic text went to. It says what the first automatic text would
 * say, but it is a text by staff: their decision is for this one text, so that no automatic one follows it, and one that
 * still waits is stopped by it. What is never to be texted stays untexted, whoever wants it (design, "Whom to text").
 */
import type { Kysely } from 'kysely'
import type { CallRow, CallTextPreview } from '../../contract/call-list.ts'
import { words } from '../../contract/text/index.ts'
import { gatherFacts } from '../followup/facts.ts'
import type { Surroundings } from '../followup/facts.ts'
import { rules } from '../followup/rules.ts'
import { writeStep } from '../followup/step-text.ts'
import type { Database } from '../store/schema.ts'

/** Rules that hold back only what goes out by itself; staff should know of them all the same. */
const worthKnowing = new Set([
  'spoke',
  'perhaps-spoke',
  'staff-wrote',
  'replied',
  'machine',
  'recent-follow-up',
  'stopped-by-staff',
  'weekly-limit',
  'live-call',
])

/** A missed call from somebody whom nobody texted, nor will by itself. Whether the text may go, the rules say. */
export function mayTextBecauseOf({ aftermath, conversationId }: CallRow): boolean {
  return aftermath !== null && aftermath.textedAt === null && !aftermath.textPlanned && conversationId !== null
}

/** The text as it would go out now; null when there is no such call to text because of. */
export async function previewText(
  db: Kysely<Database>,
  callId: string,
  around: Surroundings,
): Promise<CallTextPreview | null> {
  const call = await db
    .selectFrom('call')
    .select(['conversation_id', 'line'])
    .where('id', '=', callId)
    .where('direction', '=', 'inbound')
    .where('outcome', '=', 'missed')
    .executeTakeFirst()
  if (!call) return null
  const { now, settings } = around
  const subject = { stage: 'sending', callId, followUpId: null, step: 1, plannedAt: now, urged: true } as const
  const facts = await gatherFacts(db, subject, around)
  /** Rules that hold for staff, too, and what staff can do instead. */
  const never: Partial<Record<string, string>> = words.textAfterAll.never
  const objections = rules.flatMap(({ name, judge }) => {
    const objection = judge(facts, settings, now)
    return objection ? [{ name, reason: objection.reason }] : []
  })
  const forbidden = objections.find(({ name }) => Object.hasOwn(never, name))
  const { conversation_id: conversationId, line } = call
  const written =
    conversationId === null ? null : await writeStep(db, { conversationId, line, position: 1 }, facts, settings)
  return {
    conversationId,
    body: written?.ok ? written.body : '',
    refusal:
      forbidden || conversationId === null
        ? {
            message: forbidden?.reason ?? words.textAfterAll.noNumber,
            remedy: never[forbidden?.name ?? ''] ?? words.textAfterAll.askForIt,
          }
        : null,
    warnings: [
      ...objections.filter(({ name }) => worthKnowing.has(name)).map(({ reason }) => reason),
      ...(facts.quiet === null ? [] : [facts.quiet.why]),
    ],
  }
}
