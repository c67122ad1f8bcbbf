/** What the clocks on the walls, the office's and the recipient's, have to say about a text. Pure. */
import type { OfficeHoursState, StepNumber } from '../../contract/texts.ts'
import { laterThisDay, nextMorning, nextOpening, stateAt } from '../hours/opening-hours.ts'
import { allowedAt } from '../hours/quiet-hours.ts'
import { instantOf, zonedAt } from '../hours/wall-clock.ts'
import { whereabouts } from '../hours/whereabouts.ts'
import type { FollowUpSettings } from './facts.ts'

export interface TimeOfDay {
  officeState: OfficeHoursState
  /** When the office is open next, for this step (a third text waits for the morning); null while it is open. */
  opensAt: number | null
  /** It is quiet where the recipient is; `until` null when that has no end. Null when it is not. */
  quiet: { until: number | null; why: string } | null
  /** Another automatic text went to this contact on this very morning: when that is over, for this step. */
  sameMorningUntil: number | null
}

/** A morning begins when somebody who calls does not do so in the night of the day before any more. */
const morning = { from: 5, to: 12 }

/**
 * The time of day at `at`, for a text of that step.
 *
 * @param number E.164, and its country as `parseNumber` tells it; null when it is no number
 * @param lastAutomaticAt when the contact got an automatic text last; null for never
 */
export function timeOfDay(
  at: number,
  step: StepNumber,
  party: { number: string; country: string | null } | null,
  lastAutomaticAt: number | null,
  settings: FollowUpSettings,
): TimeOfDay {
  const { business, quietHours, followUp } = settings
  const hours = { ...settings.hours, timeZone: business.timeZone }
  const officeState = stateAt(hours, at)
  const later = () => nextMorning(hours, at, followUp.thirdAt)
  const thisMorning = () => laterThisDay(hours, at, followUp.thirdAt)
  const opens = () => (step === 3 && officeState === 'closed' ? (thisMorning() ?? later()) : nextOpening(hours, at))
  const office = { country: business.country, timeZone: business.timeZone }
  const texting = party === null ? null : allowedAt(party.number, at, { ...quietHours, office })
  const zones = party === null ? [business.timeZone] : whereabouts(party.number, party.country, office).zones
  const noon = lastAutomaticAt === null ? null : endOfCommonMorning(lastAutomaticAt, at, zones)
  return {
    officeState,
    opensAt: officeState === 'open' ? null : opens(),
    quiet: texting === null || texting.allowed ? null : { until: texting.until, why: texting.why },
    sameMorningUntil: noon !== null && step === 3 ? later() : noon,
  }
}

/** The noon that ends the morning in which both instants lie, by the clock of any of the zones; null when none does. */
export function endOfCommonMorning(one: number, other: number, zones: readonly string[]): number | null {
  const noons = zones.flatMap((zone) => {
    const [first, second] = [zonedAt(one, zone), zonedAt(other, zone)]
    const inMorning = [first, second].every(({ hour }) => hour >= morning.from && hour < morning.to)
    if (!inMorning || !first.toPlainDate().equals(second.toPlainDate())) return []
    return instantOf(first.toPlainDate(), morning.to * 60, zone, 'first')
  })
  return noons.length === 0 ? null : Math.max(...noons)
}
