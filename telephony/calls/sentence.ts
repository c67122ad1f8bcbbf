/** What happened in a call, in one sentence for people at the front desk. */
import type { CallLeg, EndedCall } from './call.ts'
import { duration } from './duration.ts'
import { outboundSentence } from './outbound-sentence.ts'
import { firstAnswer, waitedMs } from './waiting.ts'

/** How many phones a sentence names before it only counts them. */
const namedPhones = 4
/** In ms: less than this is "at once" to everybody. */
const atOnce = 500

/** The story of `call`, e.g. "Rang 101 and 102 for 18 s, then the caller hung up." */
export function sentence(call: EndedCall): string {
  const told = call.direction === 'outbound' ? outboundSentence(call) : inboundSentence(call)
  if (call.endUnseen) return `${told} The end was not seen: nothing was heard from the phone system.`
  return call.partUnseen ? `${told} A part was not seen, in which somebody may have answered.` : told
}

function inboundSentence(call: EndedCall): string {
  return call.outcome === 'answered' ? answered(call) : missed(call)
}

function answered(call: EndedCall): string {
  const leg = firstAnswer(call.legs)
  const by = call.answeredBy ?? leg?.phone
  const after = leg ? afterTime(waitedMs(call)) : ''
  return by ? `Answered by ${by}${after}.` : `Answered${after}.`
}

function missed(call: EndedCall): string {
  const { legs } = call
  const rang = rungPhones(legs)
  const refused = refusals(legs)
  switch (call.reason) {
    case 'voicemail':
      if (rang) return `Went to voicemail after ${rang.who} rang${forTime(rang)}${also(refused)}.`
      return refused ? `Went to voicemail: ${refused}.` : 'Went to voicemail.'
    case 'unavailable': {
      const tried = phones(legs)
      return tried ? `No phone could be reached: tried ${tried}.` : 'No phone could be reached.'
    }
    case 'unattended':
      return 'The caller heard a menu or an announcement; no phone was called.'
    case 'busy':
      return refused ? `${refused}.` : 'Every phone was busy.'
    case 'no-answer':
      return rang ? `Rang ${rang.who}${forTime(rang)}, but nobody answered${also(refused)}.` : 'Nobody answered.'
    case 'abandoned':
      return abandoned(call, rang, refused)
    case null:
      return 'Missed.'
  }
}

function abandoned(call: EndedCall, rang: Rung | null, refused: string): string {
  if (waitedMs(call) < atOnce) return 'The caller hung up at once.'
  if (rang) return `Rang ${rang.who}${forTime(rang)}, then the caller hung up${also(refused)}.`
  const waited = duration(waitedMs(call))
  if (refused) return `The caller waited ${waited}, then hung up; ${refused}.`
  return `The caller waited ${waited}, then hung up before a phone rang.`
}

interface Rung {
  who: string
  /** From the first ring to the last phone's silence in ms; null when the silence was not seen. */
  time: number | null
}

/** Who rang until somebody else ended it; null when nobody did. */
function rungPhones(legs: readonly CallLeg[]): Rung | null {
  const rung = legs.filter((leg) => leg.rangAt !== null && !isRefusal(leg))
  if (rung.length === 0) return null
  const first = Math.min(...rung.map((leg) => leg.rangAt ?? Infinity))
  const ends = rung.map((leg) => leg.endedAt).filter((end) => end !== null)
  return { who: phones(rung), time: ends.length > 0 ? Math.max(...ends) - first : null }
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
  const parts: string[] = []
  if (engaged.length > 0) parts.push(`${phones(engaged)} ${plural(engaged, 'was', 'were')} busy`)
  if (declined.length > 0) parts.push(`${phones(declined)} declined the call`)
  return parts.join('; ')
}

function also(refused: string): string {
  return refused && `; ${refused}`
}

function forTime(rang: Rung): string {
  return rang.time === null || rang.time < atOnce ? '' : ` for ${duration(rang.time)}`
}

function afterTime(ms: number): string {
  return ms < atOnce ? ' at once' : ` after ${duration(ms)}`
}

/** "101", "101 and 102", "101, 102 and 103", "7 phones"; empty without legs. */
function phones(legs: readonly CallLeg[]): string {
  const names = [...new Set(legs.map((leg) => leg.phone))].toSorted()
  if (names.length > namedPhones) return `${names.length} phones`
  const last = names.pop()
  if (last === undefined) return ''
  return names.length > 0 ? `${names.join(', ')} and ${last}` : last
}

function plural(legs: readonly CallLeg[], one: string, many: string): string {
  return new Set(legs.map((leg) => leg.phone)).size === 1 ? one : many
}
