/** What happened in a call, in one sentence for people at the front desk. */
import type { CallLeg, EndedCall } from '../../../telephony/calls/call.ts'
import { duration } from '../../../telephony/calls/duration.ts'
import { firstAnswer, waitedMs } from '../../../telephony/calls/waiting.ts'
import { words } from '../../contract/text/index.ts'
import { outboundSentence } from './outbound-sentence.ts'

/** How many phones a sentence names before it only counts them. */
const namedPhones = 4
/** In ms: less than this is "at once" to everybody. */
const atOnce = 500

/** The story of `call`, e.g. "Rang 101 and 102 for 18 s, then the caller hung up." */
export function sentence(call: EndedCall): string {
  const told = call.direction === 'outbound' ? outboundSentence(call) : inboundSentence(call)
  if (call.endUnseen) return `${told} ${words.calls.endUnseen}`
  return call.partUnseen ? `${told} ${words.calls.partUnseen}` : told
}

function inboundSentence(call: EndedCall): string {
  return call.outcome === 'answered' ? answered(call) : missed(call)
}

function answered(call: EndedCall): string {
  const leg = firstAnswer(call.legs)
  const waited = waitedMs(call)
  const after = leg ? (waited < atOnce ? '' : duration(waited)) : null
  return words.calls.answered(call.answeredBy ?? leg?.phone ?? null, after)
}

function missed(call: EndedCall): string {
  const rang = rungPhones(call.legs)
  const refused = refusals(call.legs)
  switch (call.reason) {
    case 'voicemail':
      return words.calls.voicemail(rang, refused)
    case 'unavailable':
      return words.calls.unavailable(phones(call.legs))
    case 'unattended':
      return words.calls.unattended
    case 'busy':
      return words.calls.busy(refused)
    case 'no-answer':
      return words.calls.noAnswer(rang, refused)
    case 'abandoned':
      if (waitedMs(call) < atOnce) return words.calls.hungUpAtOnce
      if (rang) return words.calls.hungUpRinging(rang, refused)
      return words.calls.hungUpWaiting(duration(waitedMs(call)), refused)
    case null:
      return words.calls.missed
  }
}

/**
 * Who rang until somebody else ended it, null when nobody did; and for how long, from the first ring to the last phone's
 * silence: empty when the silence was not seen, or came at once.
 */
function rungPhones(legs: readonly CallLeg[]): { phones: string; time: string } | null {
  const rung = legs.filter((leg) => leg.rangAt !== null && !isRefusal(leg))
  if (rung.length === 0) return null
  const first = Math.min(...rung.map((leg) => leg.rangAt ?? Infinity))
  const ends = rung.map((leg) => leg.endedAt).filter((end) => end !== null)
  const ms = ends.length > 0 ? Math.max(...ends) - first : 0
  return { phones: phones(rung), time: ms < atOnce ? '' : duration(ms) }
}

function isRefusal({ how }: CallLeg): boolean {
  return how === 'busy' || how === 'declined'
}

/** "101 was busy; 102 and 103 declined the call", of phones that did nothing else; empty when there are none. */
function refusals(legs: readonly CallLeg[]): string {
  const rang = new Set(legs.filter((leg) => leg.rangAt !== null && !isRefusal(leg)).map((leg) => leg.phone))
  const refused = legs.filter((leg) => isRefusal(leg) && !rang.has(leg.phone))
  const declined = refused.filter((leg) => leg.how === 'declined')
  // In a queue a phone may be busy first and decline later.
  const decliners = new Set(declined.map((leg) => leg.phone))
  const engaged = refused.filter((leg) => !decliners.has(leg.phone))
  const { wereBusy, declined: theyDeclined } = words.calls
  const parts: string[] = []
  if (engaged.length > 0) parts.push(wereBusy(phones(engaged), isOne(engaged)))
  if (declined.length > 0) parts.push(theyDeclined(phones(declined), isOne(declined)))
  return parts.join('; ')
}

/** "101", "101 and 102", "101, 102 and 103", "7 phones"; empty without legs. */
function phones(legs: readonly CallLeg[]): string {
  const names = [...new Set(legs.map((leg) => leg.phone))].toSorted()
  return names.length > namedPhones ? words.calls.manyPhones(names.length) : words.calls.phones(names)
}

function isOne(legs: readonly CallLeg[]): boolean {
  return new Set(legs.map((leg) => leg.phone)).size === 1
}
