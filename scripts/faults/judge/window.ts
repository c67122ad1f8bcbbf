/** When a text may go out, and whether it could. */
import { tooLateAfter } from '../../../electron/engine/followup/steps.ts'
import { longestTurn } from '../../../electron/engine/followup/turn.ts'
import { zoneOf } from '../callers.ts'
import type { PlayedCall, SendRequest } from '../diary.ts'
import { delaySeconds, officeZone, secondAfterMinutes } from '../office-settings.ts'
import { hour, isSameMorning, minute, second } from './case.ts'
import type { Case, Step } from './case.ts'
import { nextAt, wallAt } from './wall-clock.ts'

export interface Window {
  /** From then on it may go out. */
  from: number
  /** By then it is due, whatever the engine's own spacing adds. */
  due: number
  /** Until then no engine may say that it is too late. */
  inTime: number
  /** Later it must not go out. */
  until: number
}

/** Texts that wait for a morning are spread over so much. */
const spread = 2 * hour
/** No more than this for the few that wait for the end of a morning. */
const spreadAtNoon = hour / 2

/** Noon where they are, when a text at `at` would be the second of that morning; else null. */
function endOfMorning(number: string, lastAt: number | null, at: number): number | null {
  const zone = zoneOf(number)
  if (zone === null || lastAt === null || !isSameMorning(number, lastAt, at)) return null
  return nextAt(zone, at, '12:00')
}

/** When the text of this step that answers `call` may go out. `sentBefore`: its earlier texts, in their order. */
export function windowOf(step: Step, call: PlayedCall, sentBefore: readonly SendRequest[]): Window {
  const endedAt = call.endedAt ?? call.startedAt
  const first = sentBefore[0]?.at ?? endedAt
  switch (step) {
    case 1: {
      const from = endedAt + delaySeconds * second
      const due = from + longestTurn
      return { from, due, inTime: from + tooLateAfter[1], until: due + tooLateAfter[1] }
    }
    case 2: {
      const late = tooLateAfter[2]
      const from = (first > endedAt + 10 * minute ? first : endedAt) + secondAfterMinutes * minute
      const latest = Math.max(first, endedAt) + secondAfterMinutes * minute
      const afterMorning = endOfMorning(call.number ?? '', sentBefore.at(-1)?.at ?? null, latest)
      if (afterMorning === null) {
        const earliest = Math.min(from, latest)
        return { from: earliest, due: latest, inTime: earliest + late, until: latest + late }
      }
      return {
        from: Math.min(from, latest),
        due: afterMorning + spreadAtNoon,
        inTime: afterMorning + late,
        until: afterMorning + spread + late,
      }
    }
    case 3: {
      const last = Math.max(endedAt, ...sentBefore.map(({ at }) => at))
      const zone = zoneOf(call.number ?? '') ?? officeZone
      const opens = nextAt(officeZone, last, '09:00', { workday: true, otherDay: true })
      const awake = wallAt(zone, opens).minutes < 8 * 60 ? nextAt(zone, opens, '08:00') : opens
      const due = awake + spread
      return { from: opens, due, inTime: awake + tooLateAfter[3], until: due + tooLateAfter[3] }
    }
  }
}

/** Ms in a row without any trouble in which a text that is due must go out. */
const enough = 90 * second

/** Whether there was a long enough time without trouble in the window, by a clock that nobody set forth. */
export function couldGoOut({ diary, pc }: Case, since: number, window: Window): boolean {
  const { due: from } = window
  // By a clock that was set forth it was too late sooner.
  const to = window.inTime - pc.setForth(since, window.inTime)
  const within = [...diary.troubles.all, ...pc.troubles.all]
    .map((trouble) => ({ from: trouble.from, to: trouble.to ?? Infinity }))
    .filter((trouble) => trouble.to > from && trouble.from < to)
    .sort((one, other) => one.from - other.from)
  let free = from
  for (const trouble of within) {
    if (trouble.from - free >= enough) return true
    free = Math.max(free, trouble.to)
  }
  return to - free >= enough
}
