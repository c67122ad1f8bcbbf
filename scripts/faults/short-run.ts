/** The short run that stands among the tests: few kills, so that whatever is to happen in it must be likely. */
import type { FaultOptions } from './run.ts'

export const shortRun: FaultOptions = {
  seed: 11,
  kills: 5,
  seconds: 120,
  liveMinutes: 4,
  settleMinutes: 16,
  longestLife: 12,
  newCallers: { perTurn: 0.35, perLongStep: 0.7 },
  armed: 0.9,
  callsPerRound: 12,
  likelier: { create: 10 },
  secondPc: { from: 0.6, to: 1 },
}
