/** The steps of a follow-up as data. Only the first text is switched on so far. */
import type { FollowUpSettings } from './facts.ts'

export interface Step {
  number: number
  /** When its text is due, epoch ms. */
  dueAt(call: { endedAt: number }, settings: FollowUpSettings): number
  template(settings: FollowUpSettings): string
}

const firstText: Step = {
  number: 1,
  dueAt: (call, settings) => call.endedAt + settings.followUp.delaySeconds * 1000,
  template: (settings) => settings.followUp.template,
}

export const steps: readonly [Step, ...Step[]] = [firstText]
