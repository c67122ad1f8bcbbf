/** What truly happened to one PC of the office. Times are the run's, unless they say "real". */
import { Troubles } from './troubles.ts'

/**
 * A place in the order of what one PC's engines did, counted in commits: of two, the lower was there before, however
 * busy the PC was. Not to be compared between PCs.
 */
export type Moment = number

const mostCommits = 10_000_000

export function momentOf(life: number, commits: number): Moment {
  return life * mostCommits + commits
}

export class PcDiary {
  readonly name: string
  readonly troubles = new Troubles()
  /** When the engine was killed, by the run's clock. */
  readonly kills: number[] = []
  /** How many steps of the run its engines have gone to the end. */
  steps = 0
  /** When its connections to the phone system ended, by their number: after so many steps. */
  readonly connectionsEnded = new Map<number, number>()
  /** When the engine had stored a call, by Linkedid. */
  readonly storedCalls = new Map<string, { moment: Moment; realAt: number }>()
  /** When the engine had stored a reply, by the gateway's id of it. */
  readonly storedReplies = new Map<string, { moment: Moment; realAt: number }>()
  /** When it followed the calls. */
  readonly followed: { from: number; to: number | null }[] = []
  /** By how much its clock was wrong from then on, ms. */
  readonly wrong: { at: number; ms: number }[] = []

  constructor(name: string) {
    this.name = name
  }

  setClock(at: number, wrong: number): void {
    this.wrong.push({ at, ms: wrong })
  }

  /** What its clock showed at that time of the run. */
  clockAt(at: number): number {
    return at + (this.wrong.findLast((each) => each.at <= at)?.ms ?? 0)
  }

  /**
   * What its clock may have shown at that time of the run to an engine that is `behind` it by so much (ms): several things
   * where it was set just then.
   */
  clocksAt(at: number, behind: number): number[] {
    return this.wrongBetween(at - behind, at).map((ms) => at + ms)
  }

  /** Ms by which its clock was set forth between the two; setting it back does not count. */
  setForth(from: number, to: number): number {
    return this.#sets(from, to).reduce((sum, ms) => sum + Math.max(0, ms), 0)
  }

  /** Ms by which its clock was set back between the two; setting it forth does not count. */
  setBack(from: number, to: number): number {
    return this.#sets(from, to).reduce((sum, ms) => sum + Math.max(0, -ms), 0)
  }

  /** By how much its clock was wrong between the two, ms: each that held for a while. */
  wrongBetween(from: number, to: number): number[] {
    return [this.clockAt(from) - from, ...this.wrong.flatMap(({ at, ms }) => (at > from && at <= to ? [ms] : []))]
  }

  #sets(from: number, to: number): number[] {
    return this.wrong.flatMap(({ at, ms }, index) => {
      return at >= from && at <= to ? [ms - (this.wrong[index - 1]?.ms ?? 0)] : []
    })
  }
}
