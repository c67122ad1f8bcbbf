/** People who call the office: each number is made up, of the block that is kept for stories (555-01xx). */
import type { Random } from '../torture/random.ts'

export interface Caller {
  /** As the provider sends it; null when withheld. */
  shown: string | null
  /** E.164. */
  number: string
  textable: boolean
}

/** Area codes and the one zone that each lies in: the judge's own knowledge, from the North American plan's maps. */
const areas = new Map([
  ['201', 'America/New_York'],
  ['206', 'America/Los_Angeles'],
  ['212', 'America/New_York'],
  ['213', 'America/Los_Angeles'],
  ['303', 'America/Denver'],
  ['305', 'America/New_York'],
  ['312', 'America/Chicago'],
  ['404', 'America/New_York'],
  ['415', 'America/Los_Angeles'],
  ['503', 'America/Los_Angeles'],
  ['512', 'America/Chicago'],
  ['530', 'America/Los_Angeles'],
  ['602', 'America/Phoenix'],
  ['615', 'America/Chicago'],
  ['617', 'America/New_York'],
  ['702', 'America/Los_Angeles'],
  ['713', 'America/Chicago'],
  ['801', 'America/Denver'],
  ['808', 'Pacific/Honolulu'],
  ['915', 'America/Denver'],
])

/** The zone of a number of the run (E.164); null for those abroad. */
export function zoneOf(number: string): string | null {
  return areas.get(number.slice(2, 5)) ?? null
}

/** The `index`th caller. One in fifteen is none that may be texted. */
export function callerAt(index: number, random: Random): Caller {
  const codes = [...areas.keys()]
  const area = codes[index % codes.length] ?? '530'
  // The office itself has the first.
  const last = String(1 + (Math.floor(index / codes.length) % 99)).padStart(2, '0')
  const local = `${area}55501${last}`
  switch (random.below(45)) {
    case 0:
      return { shown: null, number: 'withheld', textable: false }
    case 1:
      return { shown: `80055501${last}`, number: `+180055501${last}`, textable: false }
    case 2:
      return {
        shown: `44207946${String(index % 1000).padStart(4, '0')}`,
        number: `+44207946${String(index % 1000).padStart(4, '0')}`,
        textable: false,
      }
    default:
      return { shown: local, number: `+1${local}`, textable: true }
  }
}

export const stopWords = [
  'STOP',
  'Stop',
  'please stop texting me',
  'unsubscribe',
  'quita mi número',
  'wrong number',
  'opt out',
] as const
export const otherWords = [
  'Can you call me at 3?',
  'Yes please',
  'ok',
  'Thanks, all good',
  'Do you take walk-ins?',
] as const
