/** Whether the reason that an engine gave for not texting was true. */
import type { PlayedCall } from '../diary.ts'
import type { StoredText } from '../store-rows.ts'
import {
  day,
  isAskedAfter,
  isAutomatic,
  isQuiet,
  isSameMorning,
  kindOf,
  longestStep,
  mayBeWithin,
  minute,
  wishesOf,
} from './case.ts'
import type { Case, Step } from './case.ts'
import { couldGoOut, windowOf } from './window.ts'

type KnownCall = PlayedCall & { number: string }

/** A call that led to no text at all. */
export function isCallRefusedRightly(it: Case, call: KnownCall, rule: string): boolean {
  return isTrue(it, call, rule, 1)
}

/** A text that was planned and taken back. */
export function isTextDroppedRightly(it: Case, text: StoredText): boolean {
  const { number, linkedid, stopReason, rule, verdict, id, body } = text
  const step = kindOf(body)
  const call = it.diary.calls.find((each) => each.linkedid === linkedid)
  if (!call || typeof step !== 'number') return false
  if (wishesOf(it, 'skip', number).some(({ messageId }) => messageId === id)) return true
  const known = { ...call, number }
  if (verdict === 'skip' && rule !== null) return isTrue(it, known, rule, step)
  if (stopReason === 'called-again') return it.diary.calls.some((other) => other.number === number && other !== call)
  return stopReason !== null && isTrue(it, known, stopReason, step)
}

/** `why`: the name of a rule, or why a follow-up stopped. */
function isTrue(it: Case, call: KnownCall, why: string, step: Step): boolean {
  const { diary } = it
  const { number, startedAt: since } = call
  switch (why) {
    case 'replied':
      return diary.written.some((written) => {
        if (written.number !== number) return false
        // One that this PC came to know of only then counts as well: staff have it before them.
        const knownAt = it.pc.storedReplies.get(written.sid)?.realAt ?? written.shownAt.get(it.pc.name) ?? 0
        return isSince(it, written.at, since) || knownAt >= call.beganAt
      })
    case 'machine':
      return sameWordsTwice(it, number)
    case 'opted-out':
    case 'ask-opt-out':
      return wroteStop(it, number) || wishesOf(it, 'opt-out', number).length > 0
    case 'spoke':
    case 'answered':
      return diary.calls.some((other) => {
        return other.number === number && other.outcome === 'answered' && isSince(it, other.endedAt ?? 0, since)
      })
    case 'perhaps-spoke':
      return diary.calls.some((other) => {
        return other.number === number && !other.toldOver.has(it.pc.name) && isSince(it, other.endedAt ?? 0, since)
      })
    case 'staff-wrote':
    case 'texted-elsewhere':
      return (why === 'staff-wrote' && staffWrote(it, call)) || wasTextedElsewhere(it, call)
    case 'stopped':
      return wishesOf(it, 'stop', number).length > 0
    case 'stopped-by-staff':
      return wishesOf(it, 'stop', number).some(({ at }) => mayBeWithin(it, at, since, day))
    case 'paused':
      return wasPaused(it, call)
    case 'recent-follow-up':
      return hadFollowUp(it, call)
    case 'weekly-limit':
      return automaticTo(it, number).filter(({ at }) => mayBeWithin(it, at, since, 7 * day)).length >= 3
    case 'same-morning': {
      const clock = (at: number) => it.pc.clockAt(at)
      return automaticTo(it, number).some(({ at }) => {
        return isSameMorning(number, at, since) || isSameMorning(number, clock(at), clock(since))
      })
    }
    case 'failed':
    case 'too-late':
      return !couldGoOut(it, call.startedAt, windowOf(step, call, sentBefore(it, call, step)))
    case 'quiet-hours':
      return step === 2 && touchesQuiet(it, call)
    case 'closed':
      return step === 3
    default:
      return false
  }
}

/** By either clock: one that was wrong may have put what came before after it. An engine is behind by a step at most. */
function isSince({ pc }: Case, at: number, since: number): boolean {
  return at >= since - longestStep || pc.clockAt(at) >= pc.clockAt(since)
}

/** When they wrote it, or when it went out, which may be later. */
function staffWrote(it: Case, { number, startedAt }: KnownCall): boolean {
  const texts = it.requests.filter(({ to, body }) => to === number && !isAutomatic({ body }))
  return [...wishesOf(it, 'write', number), ...texts].some(({ at }) => isSince(it, at, startedAt))
}

function wroteStop({ diary }: Case, number: string): boolean {
  return diary.written.some((written) => written.number === number && written.wish === 'stop')
}

function sameWordsTwice({ diary }: Case, number: string): boolean {
  const bodies = diary.written.filter((written) => written.number === number).map(({ body }) => body)
  return new Set(bodies).size < bodies.length
}

/** By another PC, or by the gateway itself, which answers STOP and START. */
function wasTextedElsewhere(it: Case, { number, startedAt }: KnownCall): boolean {
  const { diary, pc } = it
  const since = startedAt - minute
  const others = diary.requests.filter(({ pc: by, to, sid }) => by !== pc.name && to === number && sid !== null)
  const byHand = diary.byHand.filter(({ to }) => to === number)
  const answers = diary.written.filter((written) => written.number === number && written.wish !== 'none')
  return [...others, ...byHand, ...answers].some(({ at }) => isSince(it, at, since))
}

/** Another missed call within the day, whose follow-up may run, or a text of one that may have gone out. */
function hadFollowUp(it: Case, { number, linkedid, startedAt }: KnownCall): boolean {
  const { diary } = it
  const calls = diary.calls.filter((other) => {
    return other.number === number && other.outcome === 'missed' && other.linkedid !== linkedid
  })
  const texts = diary.requests.filter(({ to, body }) => to === number && isAutomatic({ body }))
  const times = [...calls.flatMap(({ endedAt }) => endedAt ?? []), ...texts.map(({ at }) => at)]
  return times.some((at) => mayBeWithin(it, at, startedAt, day))
}

/** A pause that was not over when the call began, or that came later. */
function wasPaused(it: Case, { beganAt, startedAt }: KnownCall): boolean {
  const resumes = wishesOf(it, 'resume', null)
  return wishesOf(it, 'pause', null).some((pause) => {
    if (pause.askedAt >= beganAt) return true
    const isOver = resumes.some((resume) => {
      return resume.done !== null && isAskedAfter(it, resume, pause) && resume.askedAt < beganAt
    })
    const ranOut = pause.minutes !== null && !mayBeWithin(it, pause.at, startedAt, (pause.minutes + 1) * minute)
    return !isOver && !ranOut
  })
}

function automaticTo(it: Case, number: string) {
  return it.diary.requests.filter((request) => request.to === number && request.sid !== null && isAutomatic(request))
}

/** This PC's own texts for this call that come before this step, until another follow-up began. */
function sentBefore(it: Case, { number, endedAt }: KnownCall, step: Step) {
  const since = it.accepted.filter((request) => {
    return request.to === number && isAutomatic(request) && request.at >= (endedAt ?? 0)
  })
  const next = since.findIndex(({ body }, index) => index > 0 && kindOf(body) === 1)
  return (next < 0 ? since : since.slice(0, next)).filter(({ body }) => Number(kindOf(body)) < step)
}

/** Whether the time in which a second text may go out touches the recipient's night, by any clock that held in it. */
function touchesQuiet(it: Case, call: KnownCall): boolean {
  const { from, until } = windowOf(2, call, sentBefore(it, call, 2))
  const wrongs = it.pc.wrongBetween(call.startedAt, until)
  for (let at = from; at <= until; at += 5 * minute) {
    if (isQuiet(call.number, at, 0) || wrongs.some((ms) => isQuiet(call.number, at + ms, 0))) return true
  }
  return false
}
