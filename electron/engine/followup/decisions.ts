/** Every yes and no about a text, kept for ever: "Why?" can be answered for every call. */
import type { Work } from '../store/database.ts'
import type { FollowUpFacts } from './facts.ts'
import type { Judgement } from './rules.ts'
import { watchOnlyRule } from './watch-only.ts'

/**
 * Stores a decision with its facts; `position` counts the texts of the follow-up from 1. The same "wait" for the same text is stored once,
 * however often it is asked.
 */
export async function storeDecision(
  work: Work,
  about: {
    callId: string
    messageId: string | null
    position: number
    facts: FollowUpFacts
    /** The text that this is about; kept where the rule is that calls are only watched. */
    wouldText?: string | null
    now: number
  },
  { verdict, rule, reason }: Judgement,
): Promise<void> {
  const { callId, messageId, position, facts, wouldText, now } = about
  if (verdict === 'hold') {
    const last = await work.db
      .selectFrom('decision')
      .select(['verdict', 'rule', 'message_id'])
      .where('call_id', '=', callId)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (last?.verdict === 'hold' && last.rule === rule && last.message_id === messageId) return
  }
  await work.db
    .insertInto('decision')
    .values({
      call_id: callId,
      message_id: messageId,
      step: position,
      stage: facts.stage,
      verdict,
      rule,
      reason,
      facts: JSON.stringify(facts),
      at: now,
      would_text: rule === watchOnlyRule ? (wouldText ?? null) : null,
    })
    .execute()
  work.callsChanged()
}
