/** Which of a form's answers a failed check points at. */
import type { CheckStep } from '../../../electron/contract/view-models.ts'

/** Whether the answer called `field` can be what made the check fail; false before a check. */
export function isSuspect(steps: readonly CheckStep[] | null, field: string): boolean {
  return steps?.some((step) => step.state === 'failed' && step.fields.includes(field)) ?? false
}
