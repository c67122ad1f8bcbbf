/** People who call the office: each number is made up, of the block that is kept for stories (555-01xx). */
import type { Random } from '../torture/random.ts'

export interface Caller {
  /** As the provider sends it; null when withheld. */
  shown: string | null
  /** E.164. */
  number: string
  textable: boolean
}

const areas = [201, 206, 212, 213, 303, 305, 312, 402, 404, 415, 503, 512, 530, 602, 615, 617, 702, 713, 801, 907]

/** The `index`th caller. One in fifteen is none that may be texted. */
export function callerAt(index: number, random: Random): Caller {
  const area = areas[index % areas.length] ?? 530
  const last = String(Math.floor(index / areas.length) % 100).padStart(2, '0')
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
