/** Turns a tracked call into what is told once it is over. */
import type { Bridges } from './bridges.ts'
import type { EndedCall } from './call.ts'
import { isOpen, phoneOf } from './channel.ts'
import type { CallFacts } from './outcome.ts'
import { judge } from './outcome.ts'
import type { TrackedCall } from './tracked-call.ts'
import { callerNameOf, directionOf, hasCalledOff, legsOf, persons } from './tracked-call.ts'

/** The call as it ended at `endedAt`; `unseen` when the end fell into a time without a connection. */
export function endedCall(call: TrackedCall, endedAt: number, unseen: boolean, bridges: Bridges): EndedCall {
  // Without having seen the end, a dial that was answered is the best guess for an answered call.
  if (unseen) call.answer ??= persons(call).find((leg) => leg.upAt !== null && leg.dialStatus === 'ANSWER') ?? null
  if (!unseen) {
    inferAnswer(call, bridges)
    inferEnd(call)
  }
  const facts = factsOf(call, unseen)
  const legs = legsOf(call).map((leg) => ({ ...leg, endedAt: leg.endedAt ?? endedAt }))
  const { outcome, reason } = judge(facts)
  return {
    linkedid: call.linkedid,
    direction: directionOf(call),
    callerNumber: call.caller?.callerNumber ?? null,
    callerName: callerNameOf(call),
    dialed: call.dialed,
    outcome,
    reason,
    answeredBy: facts.answeredBy,
    startedAt: call.startedAt,
    endedAt,
    legs,
    endUnseen: unseen,
    partUnseen: outcome === 'missed' && call.partUnseen,
    presentationWithheld: null,
  }
}

function factsOf(call: TrackedCall, unseen: boolean): CallFacts {
  return {
    answeredBy: call.answer ? phoneOf(call.answer) : null,
    voicemail: call.voicemail,
    callerLeft: call.callerLeft,
    calledOff: hasCalledOff(call),
    waitingAtGap: unseen && (call.inQueue || [...call.channels.values()].some(isOpen)),
    pbxUp: call.caller !== null && call.caller.upAt !== null,
    played: call.played,
    tried: call.tried,
    legs: legsOf(call),
  }
}

/**
 * An event may get lost or come late. Nobody is alone in a bridge for two: whoever was up in a call that had such a
 * bridge, and was not seen in it with somebody else, must have been the other one.
 */
function inferAnswer(call: TrackedCall, bridges: Bridges): void {
  if (call.answer || call.voicemail) return
  const bridged = [...call.bridges].map((bridge) => bridges.seenIn(bridge))
  const caller = call.caller
  const up = persons(call).filter((leg) => leg.upAt !== null)
  const together = up.find((leg) => bridged.some((seen) => caller !== null && seen.has(caller) && seen.has(leg)))
  const isUnseen = call.missedBridge || bridged.some((seen) => seen.size === 1)
  const other = together ?? (isUnseen ? (up.findLast((leg) => leg.dialStatus === 'ANSWER') ?? up.at(-1)) : undefined)
  if (!other) return
  call.answer = other
  other.metCallerAt ??= other.upAt
}

/**
 * Version 1.4 tells neither how dials end nor who hangs up. But had the phone system given up, the dialplan would have
 * gone on to its next step.
 */
function inferEnd(call: TrackedCall): void {
  if (!call.unlinked || call.callerLeft || call.caller?.application !== 'dial') return
  const legs = persons(call)
  const isUntold = legs.length > 0 && legs.every((leg) => leg.dialStatus === null && leg.hungUp === null)
  if (isUntold) call.calledOff = true
}
