/**
 * What people do around the moment at which a text falls due: each tempts an engine that left out a rule, or a question
 * to the gateway, to text all the same. Times are epoch ms.
 */
import type { Random } from '../torture/random.ts'
import { nextAt } from './judge/wall-clock.ts'
import { officeZone, delaySeconds, secondAfterMinutes } from './office-settings.ts'

const second = 1000
const minute = 60 * second

/** One thing that somebody does. */
export type Deed =
  /** The caller writes. */
  | { do: 'write'; wish: 'stop' | 'none' }
  /** The caller calls again: rings, and talks where somebody answers, for so many seconds. */
  | { do: 'call'; answered: boolean; rings: number; talks: number }
  /** Staff write in the window. */
  | { do: 'staff-writes' }
  /** Somebody writes at the gateway's own website. */
  | { do: 'text-by-hand' }
  /** Nobody reaches the gateway for so many ms. */
  | { do: 'gateway-down'; ms: number }

export interface Planned {
  at: number
  deed: Deed
}

export type Story = (endedAt: number, random: Random) => Planned[]

/** When the second text is due, and the third. */
const secondDue = (endedAt: number) => endedAt + secondAfterMinutes * minute
const thirdDue = (endedAt: number) => nextAt(officeZone, endedAt, '09:00', { workday: true, otherDay: true })
const firstDue = (endedAt: number) => endedAt + delaySeconds * second

/** Ms between two numbers of seconds. */
const between = (random: Random, least: number, most: number) => (least + random.next() * (most - least)) * second

const writes = (at: number, wish: 'stop' | 'none' = 'none'): Planned => ({ at, deed: { do: 'write', wish } })

function callsAgain(at: number, random: Random): Planned {
  const answered = random.chance(0.3)
  // Until the text is due, whatever turn the office's PC has.
  const long = 36 + random.below(25)
  return { at, deed: { do: 'call', answered, rings: answered ? 4 : long, talks: long } }
}

/** Nobody does anything. */
export const quiet: Story = () => []

/** After a missed call. */
export const afterMissed: Record<string, Story> = {
  /** The gateway is gone when the first text falls due, and there again before anybody looks for replies. */
  repliesInAnOutage: (endedAt, random) => {
    const down = { do: 'gateway-down', ms: between(random, 50, 75) } as const
    return [{ at: endedAt + 2 * second, deed: down }, writes(endedAt + between(random, 6, 40))]
  },
  stopsInAnOutage: (endedAt, random) => {
    const down = { do: 'gateway-down', ms: between(random, 50, 75) } as const
    return [{ at: endedAt + 2 * second, deed: down }, writes(endedAt + between(random, 6, 40), 'stop')]
  },
  repliesBeforeFirst: (endedAt, random) => [writes(firstDue(endedAt) + between(random, -8, 8))],
  repliesBeforeSecond: (endedAt, random) => [writes(secondDue(endedAt) - between(random, 0, 12))],
  stopsBeforeSecond: (endedAt, random) => [writes(secondDue(endedAt) - between(random, 0, 30), 'stop')],
  repliesBeforeThird: (endedAt, random) => [writes(thirdDue(endedAt) + between(random, -60, 120))],
  callsAgainAtOnce: (endedAt, random) => [callsAgain(endedAt + between(random, 1, 2), random)],
  callsAgainSoon: (endedAt, random) => [callsAgain(endedAt + between(random, 2, 9), random)],
  callsAsSecondIsDue: (endedAt, random) => [callsAgain(secondDue(endedAt) - between(random, 6, 18), random)],
  staffWriteFirst: (endedAt, random) => [{ at: endedAt + between(random, 2, 12), deed: { do: 'staff-writes' } }],
  textedByHand: (endedAt, random) => [{ at: endedAt + between(random, 1, 6), deed: { do: 'text-by-hand' } }],
}

/** After a call that was answered: they call again in vain, while somebody is writing to them already. */
export const afterAnswered: Story = (endedAt, random) => {
  const at = endedAt + between(random, 40, 90)
  const call = { do: 'call', answered: false, rings: 14, talks: 0 } as const
  return [
    { at, deed: call },
    { at: at + 5 * second, deed: { do: 'staff-writes' } },
  ]
}
