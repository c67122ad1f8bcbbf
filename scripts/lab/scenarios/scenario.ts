/** What is made to happen on the lab's PBX for one recording, and what has to be told of it. */
import type { EndedCall } from '../../../telephony/calls/call.ts'
import { systemClock } from '../../../telephony/clock.ts'
import type { OfficeKind } from '../pbx/office.ts'
import type { CallReport } from '../sip/behaviour.ts'
import type { Lab } from '../start-lab.ts'

/** What a call has to be told as; what is left out is null. */
export interface Told {
  callerNumber?: string
  callerName?: string
  /** What phones show in place of the caller's number. */
  shownAs?: string
  dialed: string
  /** Default: inbound. */
  direction?: EndedCall['direction']
  answeredBy?: string
  /** For missed calls. */
  reason?: NonNullable<EndedCall['reason']>
  /**
   * The whole story for people. `{rang}` stands for how long phones rang in vain, `{waited}` for when the one that
   * answered went up: as the phones tell it.
   */
  sentence: string
  /** False when some phones show somebody else's number, so that it cannot be told whose legs theirs are. */
  hasLegs?: false
  /** What people did that the rest does not say. */
  note?: string
}

export interface Scenario {
  name: string
  description: string
  /** Default: plain. */
  office?: OfficeKind
  calls: Told[]
  /**
   * Makes it happen; resolves when the calls are over, with the reports of those who called, in the order of `calls`.
   * @param lab where phones ring 4 s and, where they ring in turn, 2 s each
   */
  make(lab: Lab): Promise<Began[]>
}

/** The beginning and the end of a call, as the side tells it that began it. */
export type Began = Pick<CallReport, 'startedAt' | 'endedAt' | 'endedBy'>

/** Picks up after a second and hangs up a second later. */
export const short = { answerAfter: 1, hangUpAfter: 1 }

export function wait(seconds: number): Promise<void> {
  return new Promise((resolve) => systemClock.after(seconds * 1000, resolve))
}

/** What a scenario does that is one call from outside. */
export function oneCall(call: Parameters<Lab['call']>[0]): Scenario['make'] {
  return async (lab) => [await lab.call(call)]
}
