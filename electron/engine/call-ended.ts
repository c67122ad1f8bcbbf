/** What the engine does when a call is over: the call, its conversation, its follow-up and the first text, at once. */
import type { EndedCall } from '../../telephony/calls/call.ts'
import type { Clock } from '../../telephony/clock.ts'
import type { Logger } from '../../telephony/logger.ts'
import { maskNumber, parseNumber } from '../../telephony/phone-number.ts'
import type { EngineEvents } from '../contract/events.ts'
import type { Surroundings } from './followup/facts.ts'
import type { Judgement } from './followup/rules.ts'
import { onCallEnded } from './followup/sequence.ts'
import { partyOfCall } from './inbox/call-rows.ts'
import { recordCall } from './inbox/calls.ts'
import { outsideParty } from './outside-party.ts'
import { noteLine } from './parties/lines.ts'
import type { Store } from './store/database.ts'

export interface CallEndedContext {
  store: Store
  clock: Clock
  logger: Logger
  surroundings(): Promise<Surroundings>
  missedUntexted(event: EngineEvents['call:missed-untexted']): void
  /** The number (E.164) that this call of Ringback's own calls back; null for all other calls. */
  calledBack(linkedid: string): string | null
}

/**
 * Stores an ended call and all that follows from it in one transaction. A call that was stored before (told again
 * after a reconnect) changes nothing. Rejects with `StoreError` when it cannot be stored.
 */
export async function onPhoneCallEnded(call: EndedCall, context: CallEndedContext): Promise<void> {
  const { store, clock, logger } = context
  const around = await context.surroundings()
  const { country } = around.settings.business
  const withheld = call.presentationWithheld === true
  const parsed = outsideParty({ ...call, called: call.legs.map(({ phone }) => phone) }, country)
  const party = withheld ? null : (context.calledBack(call.linkedid) ?? (parsed.ok ? parsed.number : null))
  const dialed = call.direction === 'inbound' ? parseNumber(call.dialed, country) : null
  const line = dialed?.ok ? dialed.number : call.direction === 'inbound' ? call.dialed : null

  const outcome = await store.write(
    async (work): Promise<{ callId: string; conversationId: string | null; judgement: Judgement | null } | null> => {
      const recorded = await recordCall(work, call, { party, line }, clock.now())
      if (!recorded?.fresh) return null
      await noteLine(work, line, call.startedAt)
      const judgement = await onCallEnded(work, recorded, { ...around, now: clock.now() })
      const { callId, conversationId } = recorded
      return { callId, conversationId, judgement }
    },
  )

  const { linkedid, direction, reason } = call
  const text = outcome?.judgement?.verdict ?? 'none'
  const rule = outcome?.judgement?.rule
  logger.info('call.ended', {
    linkedid,
    direction,
    outcome: call.outcome,
    reason,
    caller: maskNumber(party ?? call.callerNumber),
    text,
    rule,
  })
  // Whoever called again within the day has a text already, and stands in the list with "called again".
  if (outcome?.judgement?.rule === 'recent-follow-up') return
  if (outcome?.judgement?.verdict !== 'skip' || call.direction !== 'inbound' || call.outcome !== 'missed') return
  const from = await partyOfCall(store.db, outcome.callId, country)
  context.missedUntexted({ conversationId: outcome.conversationId, from, reason: outcome.judgement.reason })
}
