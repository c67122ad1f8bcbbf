/** Times of texts that wait already, and that a clock which was set back, or staff, have given another. */
import type { StepNumber } from '../../contract/texts.ts'
import type { Work } from '../store/database.ts'
import type { Surroundings } from './facts.ts'
import { apartFromOthers, timeOfStep } from './step-time.ts'
import type { RunningFollowUp } from './step-time.ts'
import { goBy } from './steps.ts'
import { ownTurn } from './turn.ts'

/**
 * When a text that waits for a time of day, or for hours to pass, is to go out by the clock as it is now, and by when
 * it must be out (epoch ms). Null where the rules no longer let it go: they are asked again when its old time comes.
 */
export async function timeAnew(
  work: Work,
  followUp: RunningFollowUp,
  step: StepNumber,
  around: Surroundings,
): Promise<{ dueAt: number; goBy: number } | null> {
  const turn = await ownTurn(work, around.now)
  const { dueAt, plannedAt, judgement } = await timeOfStep(work.db, followUp, step, around, turn)
  if (plannedAt === null || judgement.verdict === 'skip') return null
  const ownTime = step !== 3 && dueAt === plannedAt
  const at = ownTime ? dueAt : await apartFromOthers(work.db, dueAt)
  return { dueAt: at, goBy: goBy(step, at, Math.min(followUp.endedAt, around.now), around.settings) }
}
