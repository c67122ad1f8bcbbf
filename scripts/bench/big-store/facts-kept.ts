/** What the engine keeps with each decision about a text: the facts it was made from. */
import type { FollowUpFacts } from '../../../electron/engine/followup/facts.ts'
import { ordinaryFacts } from '../../../electron/engine/followup/ordinary-facts.ts'

interface Given extends Pick<
  FollowUpFacts,
  'stage' | 'step' | 'plannedAt' | 'callEndedAt' | 'outcome' | 'missedReason'
> {}
type Derived = Pick<FollowUpFacts, 'automaticThisWeek' | 'lastMissedAt'>

const common: Omit<FollowUpFacts, keyof Given | keyof Derived> = ordinaryFacts
/** Written once: there is one for each of a million texts. */
const commonWords = JSON.stringify(common).slice(1, -1)

/** The facts of a common call, as JSON of the length that they have. */
export function keptFacts(facts: Given): string {
  const derived: Derived = { automaticThisWeek: facts.step - 1, lastMissedAt: facts.callEndedAt }
  return `${JSON.stringify(facts).slice(0, -1)},${commonWords},${JSON.stringify(derived).slice(1)}`
}
