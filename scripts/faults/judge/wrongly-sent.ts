/** Automatic texts that the office's rules forbid, told from the gateway's ledger and from what truly happened. */
import type { PlayedCall, SendRequest } from '../diary.ts'
import {
  day,
  isAskedAfter,
  isAutomatic,
  isBefore,
  isClosed,
  isQuiet,
  isSameMorning,
  isWithin,
  kindOf,
  minute,
  missedBefore,
  second,
  sinceCall,
  storedAt,
  wishesOf,
} from './case.ts'
import type { Case, Step } from './case.ts'
import { foundAsOwn } from './two-pcs.ts'
import { windowOf } from './window.ts'

/** Automatic texts that one contact may get in seven days. */
const mostPerWeek = 3
/** From a claim to the gateway, by the run's fast clock; and the gateway's own whole seconds. */
const leeway = minute
/** From a claim to its request, and from a call's first event to the engine: a run moves on by two seconds at a time. */
const onTheWay = 5 * second

export function wronglySent(it: Case): string[] {
  return it.accepted.flatMap((request) => {
    const { body, to } = request
    const step = kindOf(body)
    if (step === 'staff') return []
    const why = step === null ? 'in words that nobody has set' : whyWrong(it, request, step)
    return why ? [`wrongly sent: "${body.slice(0, 30)}" to ${to} ${why}`] : []
  })
}

function whyWrong(it: Case, request: SendRequest, step: Step): string | null {
  const { to, at } = request
  if (it.diary.calls.some(({ number, textable }) => number === to && !textable)) return 'which must not be texted'
  const call = missedBefore(it, to, at).at(-1)
  if (!call) return 'without a missed call'
  const sent = [...it.accepted, ...foundAsOwn(it)].sort((one, other) => one.order - other.order)
  const before = sent.filter((other) => other.to === to && other.at < at && isAutomatic(other))
  return (
    againstTime(it, request, step, before) ??
    againstNumber(it, request, step, before) ??
    againstTalk(it, request, call) ??
    againstWishes(it, request, call, step)
  )
}

/** Too soon, too late, at night, in a closed office, or twice in one morning. */
function againstTime(it: Case, request: SendRequest, step: Step, before: SendRequest[]): string | null {
  const { to, at } = request
  const { pc } = it
  const byPc = pc.clockAt(at)
  const urged = isUrged(it, request)
  const fits = missedBefore(it, to, at).some((call) => {
    const sent = before.filter((other) => other.at >= (call.endedAt ?? 0))
    const { from, until } = windowOf(step, call, sent)
    // By a clock that was set forth it was due sooner, by one that was set back later: by no more than that.
    const early = Math.max(pc.setForth(call.startedAt, at), byPc - at)
    const late = Math.max(pc.setBack(call.startedAt, at), at - byPc)
    return at >= from - leeway - early && at <= until + leeway + late
  })
  if (!fits && !urged) return 'at no time that fits a missed call'
  if (step > 1 && isQuiet(to, at, leeway) && isQuiet(to, byPc, leeway)) return 'in the quiet hours'
  if (step === 3 && !urged && isClosed(at, leeway) && isClosed(byPc, leeway)) return 'while the office is closed'
  const sameMorning = before.some((other) => {
    return isSameMorning(to, other.at, at) && isSameMorning(to, pc.clockAt(other.at), byPc)
  })
  return sameMorning && (step === 1 || !urged) ? 'twice in one morning' : null
}

/** A follow-up within a day of another, too many in a week, or a step that is not the next one. */
function againstNumber(it: Case, { to, at }: SendRequest, step: Step, before: SendRequest[]): string | null {
  const last = before.at(-1)
  if (step === 1 && last && isWithin(it, last.at, at, day - leeway)) return 'within a day of another follow-up'
  const inWeek = before.filter((other) => isWithin(it, other.at, at, 7 * day - leeway))
  if (inWeek.length >= mostPerWeek) return `as the ${inWeek.length + 1}th in a week`
  if (step === 1) return null
  const lastStep = last ? kindOf(last.body) : null
  if (typeof lastStep === 'number' && lastStep < step) return null
  return !last && wishesOf(it, 'skip', to).length > 0 ? null : `after text ${lastStep ?? 'none'} of its follow-up`
}

/** After somebody talked with them, they wrote, or while they are on the phone. */
function againstTalk(it: Case, request: SendRequest, call: PlayedCall): string | null {
  const { diary, pc } = it
  const { to, at } = request
  const calls = diary.calls.filter(({ number }) => number === to)
  const talked = calls.some(({ linkedid, outcome, startedAt }) => {
    return (
      outcome === 'answered' && startedAt >= call.startedAt && isBefore(pc.storedCalls.get(linkedid)?.moment, request)
    )
  })
  if (talked) return 'after somebody talked with them'
  const wrote = diary.written.some((written) => {
    return written.number === to && written.at > sinceCall(it, call, at) && isBefore(storedAt(it, written), request)
  })
  if (wrote) return 'after they wrote'
  // Followed the calls since before this one was on, so that it knew of it when it took the text out.
  const claimedAt = at - onTheWay
  const follows = pc.followed.some(({ from, to: until }) => from < claimedAt && (until ?? Infinity) > at)
  const onThePhone = calls.some((each) => each.startedAt < claimedAt && (each.endedAt ?? Infinity) > at)
  return follows && onThePhone ? 'who was on the phone' : null
}

/** After Stop, Skip, Pause all, or a text by staff. (After an opt-out: after-stop.ts.) */
function againstWishes(it: Case, request: SendRequest, call: PlayedCall, step: Step): string | null {
  const { to, at, heardAt, body } = request
  const stopped = wishesOf(it, 'stop', to).some((wish) => {
    return isBefore(wish.done, request) && isWithin(it, wish.at, at, day - leeway)
  })
  if (stopped) return 'after staff stopped the texts'
  const skipped = wishesOf(it, 'skip', to).some((wish) => {
    return isBefore(wish.done, request) && wish.body === body && wish.at > (call.endedAt ?? 0)
  })
  if (skipped) return `after staff skipped text ${step}`
  const since = sinceCall(it, call, at)
  const wrote = wishesOf(it, 'write', to).some((wish) => isBefore(wish.done, request) && wish.at > since)
  if (wrote) return 'after staff wrote to them'
  const resumes = wishesOf(it, 'resume', null)
  const known = it.pc.storedCalls.get(call.linkedid)?.realAt ?? Infinity
  const paused = wishesOf(it, 'pause', null).some((pause) => {
    if (!isBefore(pause.done, request)) return false
    // What ran then has ended for good.
    if (known < pause.askedAt) return true
    const lasts = pause.minutes === null || isWithin(it, pause.at, at, pause.minutes * minute - 1000)
    return lasts && !resumes.some((resume) => isAskedAfter(it, resume, pause) && resume.askedAt < heardAt)
  })
  return paused ? 'after everything was paused' : null
}

/** Whether staff asked for this very text to be sent now. */
function isUrged(it: Case, { to, body, heardAt }: SendRequest): boolean {
  return wishesOf(it, 'send-now', to).some((wish) => wish.body === body && wish.askedAt <= heardAt)
}
