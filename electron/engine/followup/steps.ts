/** The steps of a follow-up as data. Only the first text is switched on so far. */
import type { StepNumber } from '../../contract/texts.ts'
import type { FollowUpSettings } from './facts.ts'

export interface Step {
  number: StepNumber
  /** When its text is due, epoch ms. */
  dueAt(call: { endedAt: number }, settings: FollowUpSettings): number
}

const firstText: Step = {
  number: 1,
  dueAt: (call, settings) => call.endedAt + settings.followUp.delaySeconds * 1000,
}

export const steps: readonly [Step, ...Step[]] = [firstText]
