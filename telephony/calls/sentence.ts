/** What happened in a call, in one sentence for people at the front desk. */
import type { CallLeg, EndedCall } from './call.ts'

/** How many phones a sentence names before it only counts them. */
const namedPhones = 4

/** The story of `call`, e.g. "Rang 101 and 102 for 18 s, then the caller hung up." */
export function sentence(call: EndedCall): string {
  const told = call.outcome === 'answered' ? answered(call) : missed(call)
  return call.endUnseen ? `${told} The end was not seen: there was no connection to the phone system.` : told
}

function answered(call: EndedCall): string {
  const leg = call.legs.find((one) => one.answeredAt !== null)
  const by = call.answeredBy ?? leg?.phone
  const after = leg?.answeredAt ? afterTime(leg.answeredAt - call.startedAt) : ''
  return by ? `Answered by ${by}${after}.` : `Answered${after}.`
}

function missed(call: EndedCall): string {
  const rang = rungPhones(call.legs)
  switch (call.reason) {
    case 'voicemail':
      return rang ? `Went to voicemail after ${rang.who} rang${forTime(rang)}.` : 'Went to voicemail.'
    case 'unavailable': {
      const tried = phones(call.legs)
      return tried ? `No phone could be reached: tried ${tried}.` : 'No phone could be reached.'
    }
    case 'unattended':
      return 'The menu answered, but no phone was called.'
    case 'busy':
      return busy(call.legs)
    case 'no-answer':
      return rang ? `Rang ${rang.who}${forTime(rang)}, but nobody answered.` : 'Nobody answered.'
    case 'abandoned':
      if (rang) return `Rang ${rang.who}${forTime(rang)}, then the caller hung up.`
      return `The caller waited ${duration(call.endedAt - call.startedAt)}, then hung up before a phone rang.`
    case null:
      return 'Missed.'
  }
}

function busy(legs: readonly CallLeg[]): string {
  const declined = legs.filter((leg) => leg.how === 'declined')
  const engaged = legs.filter((leg) => leg.how === 'busy')
  const parts: string[] = []
  if (engaged.length > 0) parts.push(`${phones(engaged)} ${plural(engaged, 'was', 'were')} busy`)
  if (declined.length > 0) parts.push(`${phones(declined)} declined the call`)
  if (parts.length === 0) return 'Every phone was busy.'
  return `${parts.join(', ')}.`
}

/** Who rang, and from the first ring to the last phone's silence in ms; null when no phone rang. */
function rungPhones(legs: readonly CallLeg[]): { who: string; time: number | null } | null {
  const rung = legs.filter((leg) => leg.rangAt !== null)
  if (rung.length === 0) return null
  const first = Math.min(...rung.map((leg) => leg.rangAt ?? Infinity))
  const ends = rung.map((leg) => leg.endedAt).filter((end) => end !== null)
  return { who: phones(rung), time: ends.length > 0 ? Math.max(...ends) - first : null }
}

function forTime(rang: { time: number | null }): string {
  return rang.time === null || rang.time < 500 ? '' : ` for ${duration(rang.time)}`
}

function afterTime(ms: number): string {
  return ms < 500 ? ' at once' : ` after ${duration(ms)}`
}

/** "101", "101 and 102", "101, 102 and 103", "7 phones"; empty without legs. */
function phones(legs: readonly CallLeg[]): string {
  const names = [...new Set(legs.map((leg) => leg.phone))]
  if (names.length > namedPhones) return `${names.length} phones`
  const last = names.pop()
  if (last === undefined) return ''
  return names.length > 0 ? `${names.join(', ')} and ${last}` : last
}

function plural(legs: readonly CallLeg[], one: string, many: string): string {
  return new Set(legs.map((leg) => leg.phone)).size === 1 ? one : many
}

/** `ms` as people say it: "6 s", "2 min", "2 min 5 s", "1 h 3 min". */
function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`
  const rest = minutes % 60
  return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`
}
