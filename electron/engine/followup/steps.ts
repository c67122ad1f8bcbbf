/** The steps of a follow-up as data: which there are, when each is due, and how late it may still go out. Pure. */
import type { StepNumber } from '../../contract/texts.ts'
import { nextMorning } from '../hours/opening-hours.ts'
import type { FollowUpSettings } from './facts.ts'

const minute = 60 * 1000
const hour = 60 * minute

/**
 * How long after it was due a step may still go out, ms: a PC that wakes up at night must not text the callers of the
 * afternoon, and one that is switched on at half past nine may still send what was due at nine.
 */
export const tooLateAfter: Record<StepNumber, number> = { 1: 10 * minute, 2: hour, 3: 3 * hour }

/** A first text this long after the call waited for the office to open; the later ones are counted from it. */
const heldFrom = 15 * minute

/** A first text that was put off until the office opens is late only when a third text of that morning would be. */
function isHeld(
  step: StepNumber,
  plannedAt: number,
  callEndedAt: number,
  { followUp }: Pick<FollowUpSettings, 'followUp'>,
): boolean {
  return step === 1 && plannedAt > callEndedAt + followUp.delaySeconds * 1000 + heldFrom
}

/** Until when, epoch ms, a text that was planned for `plannedAt` may still go out. */
export function goBy(
  step: StepNumber,
  plannedAt: number,
  callEndedAt: number,
  settings: Pick<FollowUpSettings, 'followUp'>,
): number {
  return plannedAt + tooLateAfter[isHeld(step, plannedAt, callEndedAt, settings) ? 3 : step]
}

/** The steps that are switched on, in order. */
export function planOf({ followUp }: FollowUpSettings): StepNumber[] {
  const all: [StepNumber, boolean][] = [
    [1, followUp.firstOn],
    [2, followUp.secondOn],
    [3, followUp.thirdOn],
  ]
  return all.filter(([, isOn]) => isOn).map(([step]) => step)
}

/** A plan as a follow-up's row keeps it, e.g. `1,3`: what the office changes later holds for later calls. */
export function readPlan(stored: string): StepNumber[] {
  const steps: readonly StepNumber[] = [1, 2, 3]
  return stored.split(',').flatMap((step) => steps.find((known) => String(known) === step) ?? [])
}

/**
 * When a step is due, epoch ms, by itself: what the hours of office and recipient make of it is the rules' matter. Null
 * for a third step of an office that never opens.
 */
export function dueOf(
  step: StepNumber,
  call: { endedAt: number; firstSentAt: number | null; lastSentAt: number | null },
  { followUp, hours, business }: FollowUpSettings,
): number | null {
  const { endedAt, firstSentAt } = call
  const from = firstSentAt !== null && firstSentAt > endedAt + heldFrom ? firstSentAt : endedAt
  switch (step) {
    case 1:
      return endedAt + followUp.delaySeconds * 1000
    case 2:
      return from + followUp.secondAfterMinutes * minute
    case 3:
      // A second text that came late in the night, or the day after, moves it on.
      return nextMorning(
        { ...hours, timeZone: business.timeZone },
        Math.max(from, call.lastSentAt ?? 0),
        followUp.thirdAt,
      )
  }
}
