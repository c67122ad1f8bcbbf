/** What happened in a scenario, from those who took part: its author, the callers, and the phones that were reached. */
import type { LegReport } from '../sip/behaviour.ts'
import type { Began, Scenario, Told } from './scenario.ts'

/** In the form of the recordings beside the tracker; throws when the phones did not do what the scenario says. */
export function groundTruth(scenario: Scenario, asterisk: string, began: readonly Began[], legs: readonly LegReport[]) {
  const calls = scenario.calls.map((told, index) => {
    // Who calls out by a click is rung first, but is nobody's callee.
    const own = legs.filter((leg) => callOf(leg, scenario.calls, began) === index && leg.phone !== told.callerNumber)
    const call = began[index]
    if (!call) throw new Error(`${scenario.name}: call ${index + 1} was not made.`)
    checkAnswer(scenario, told, own, legs)
    const seconds = (at: number) => Math.round((at - call.startedAt) / 10) / 100
    return {
      callerNumber: told.callerNumber ?? null,
      callerName: told.callerName ?? null,
      dialed: told.dialed,
      direction: told.direction ?? 'inbound',
      outcome: told.reason === undefined ? 'answered' : 'missed',
      reason: told.reason ?? null,
      answeredBy: told.answeredBy ?? null,
      sentence: told.sentence
        .replace('{rang}', () => inWords(ringing(own)))
        .replace('{waited}', () => inWords((answeredAt(told, own) ?? NaN) - call.startedAt)),
      endedBy: call.endedBy,
      seconds: seconds(call.endedAt),
      legs:
        told.hasLegs === false
          ? undefined
          : own
              .toSorted((a, b) => a.invited - b.invited)
              .map((leg) => ({
                phone: leg.phone,
                invited: seconds(leg.invited),
                rang: leg.rang === null ? null : seconds(leg.rang),
                answered: leg.answered === null ? null : seconds(leg.answered),
                ended: seconds(leg.ended),
                how: leg.how,
              })),
      ...(told.note === undefined ? {} : { note: told.note }),
    }
  })
  const { name, description, office = 'plain' } = scenario
  return { scenario: name, description, office, asterisk, calls }
}

/** The call that a phone was reached for: the last that its caller had begun by then. */
function callOf(leg: LegReport, calls: readonly Told[], began: readonly Began[]): number {
  const from = calls.map(({ callerNumber, shownAs }, index) => ({
    shown: shownAs ?? callerNumber,
    startedAt: began[index]?.startedAt ?? 0,
    index,
  }))
  const begun = from
    .filter(({ shown, startedAt }) => leg.caller === shown && leg.invited >= startedAt - 100)
    .toSorted((a, b) => a.startedAt - b.startedAt)
  return begun.at(-1)?.index ?? -1
}

/** Nobody may be said to have answered whose phone did not go up. Who picks a call up rings nowhere. */
function checkAnswer(scenario: Scenario, told: Told, own: readonly LegReport[], all: readonly LegReport[]): void {
  const { answeredBy, note } = told
  const up = own.filter((leg) => leg.answered !== null)
  const rang = all.some((leg) => leg.phone === answeredBy && leg.caller === told.callerNumber)
  if (answeredBy !== undefined && rang && !up.some((leg) => leg.phone === answeredBy)) {
    throw new Error(`${scenario.name}: ${answeredBy} did not answer.`)
  }
  if (answeredBy === undefined && up.length > 0 && note === undefined) {
    throw new Error(`${scenario.name}: ${up[0]?.phone} answered.`)
  }
}

/** From the first ring to the last phone's silence in ms, of phones that did not refuse. */
function ringing(legs: readonly LegReport[]): number {
  const rang = legs.filter((leg) => leg.rang !== null && leg.how !== 'busy' && leg.how !== 'declined')
  return Math.max(...rang.map((leg) => leg.ended)) - Math.min(...rang.map((leg) => leg.rang ?? Infinity))
}

function answeredAt(told: Told, legs: readonly LegReport[]): number | null {
  return legs.find((leg) => leg.phone === told.answeredBy && leg.answered !== null)?.answered ?? null
}

function inWords(ms: number): string {
  const seconds = ms / 1000
  // A recording that is told in another second by the clocks of phone and PBX makes no good test.
  if (Math.abs((seconds % 1) - 0.5) < 0.02 || !Number.isFinite(seconds))
    throw new Error(`${seconds} s are hard to tell.`)
  return `${Math.round(seconds)} s`
}
