/** Weighs the signs of an endpoint. In doubt it is inside: who is taken for a colleague is never texted. */
import type { Evidence } from './evidence.ts'
import type { Side } from './names.ts'
import type { Around, Reason, Sign } from './signs.ts'
import { signs } from './signs.ts'

export interface Judgement {
  side: Side
  /** False when the signs are few: then a caller is from outside only once the call rings a desk phone. */
  sure: boolean
  /** The signs that speak for it, strongest first; empty when nothing is known. */
  why: Reason[]
}

/** From so many points on, either way, what the settings say decides alone. */
const settled = 3
/** So many points make a sure trunk, all signs together; fewer make a likely one. */
const sureTrunk = 3
const surePhone = -2
const mostReasons = 3

/** `more` are points of what only holds for the channel at hand. */
export function judge(known: Evidence, around: Around, more = 0): Judgement {
  const found = signs.filter((sign) => sign.holds(known, around))
  const settings = sum(found.filter((sign) => sign.from === 'settings'))
  const decided = Math.abs(settings) >= settled
  const total = decided ? settings : sum(found) + more
  const side = total > 0 ? 'outside' : 'inside'
  const sure = decided || total >= sureTrunk || total <= surePhone
  const speaking = found
    .filter((sign) => sign.points > 0 === (side === 'outside') && (!decided || sign.from === 'settings'))
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
  const reasons = speaking.map((sign) => sign.tells(known))
  const why = new Map(reasons.map((reason) => [reason.code, reason]))
  return { side, sure, why: [...why.values()].slice(0, mostReasons) }
}

function sum(found: readonly Sign[]): number {
  return found.reduce((points, sign) => points + sign.points, 0)
}
