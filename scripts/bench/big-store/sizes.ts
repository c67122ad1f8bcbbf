/** How calls and texts fall to contacts: most have few, some very many. */
import type { Random } from '../../torture/random.ts'

export interface Sizes {
  contacts: number
  calls: number
  texts: number
  /** One conversation among them has so many calls, texts and notes. */
  longest: number
}

export interface Share {
  calls: number
  texts: number
  notes: number
}

/** Calls of nobody: their number was withheld. */
const withheldPart = 0.03

/** What each contact gets; the first one is the longest. `withheld` calls have no contact; the sums are those of `sizes`. */
export function shareOut(random: Random, sizes: Sizes): { shares: Share[]; withheld: number } {
  const withheld = Math.floor(sizes.calls * withheldPart)
  const long: Share = {
    texts: Math.floor(sizes.longest * 0.7),
    calls: Math.floor(sizes.longest * 0.25),
    notes: Math.floor(sizes.longest * 0.05),
  }
  const others = sizes.contacts - 1
  const weights = Array.from({ length: others }, () => Math.exp(1.2 * gaussian(random)))
  const oneEach = Math.min(others, sizes.calls - withheld - long.calls)
  const calls = inParts(weights, sizes.calls - withheld - long.calls - oneEach)
  const texts = inParts(weights, sizes.texts - long.texts)
  const shares = calls.map((more, index) => ({
    calls: more + (index < oneEach ? 1 : 0),
    texts: texts[index] ?? 0,
    notes: random.chance(0.08) ? 1 + random.below(3) : 0,
  }))
  return { shares: [long, ...shares], withheld }
}

/** Whole parts of `sum`, about as heavy as their weights; a long tail of small ones gets the rest. */
function inParts(weights: readonly number[], sum: number): number[] {
  const all = weights.reduce((one, other) => one + other, 0)
  const parts = weights.map((weight) => Math.floor((weight / all) * sum))
  let rest = sum - parts.reduce((one, other) => one + other, 0)
  for (let index = 0; rest > 0; index = (index + 1) % parts.length, rest -= 1) parts[index] = (parts[index] ?? 0) + 1
  return parts
}

function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}
