/** What a fault run is to be like. */
import type { Likelier } from './mischief.ts'

export interface Plan {
  seed: number
  /** How often an engine is killed before the run may end. */
  kills: number
  say?: (line: string) => void
  /** Minutes at the end in which nothing dies and people go on. */
  liveMinutes?: number
  /** Minutes that pass in order after those: a text is looked for for 15. */
  settleMinutes?: number
  /** The longest life of an engine, in turns. */
  longestLife?: number
  /** So many kills lie between two stretches of hours without one, in which later texts fall due. */
  killsPerStretch?: number
  /** How likely a new caller is in one turn, and in one step of the time in which nothing dies. */
  newCallers?: { perTurn: number; perLongStep: number }
  /** Of the engines' lives, how many end on the way of their first text. */
  armed?: number
  /** Each story of stories.ts is lived by one in so many callers who were missed. */
  callsPerRound?: number
  /** How much likelier than usual these faults are. */
  likelier?: Likelier
  /** In which part of the run the office's second PC is on. */
  secondPc?: { from: number; to: number }
}
