/** What the judge has before it, and the questions that all its parts ask. */
import { zoneOf } from '../callers.ts'
import type { Diary, PlayedCall, SendRequest, StaffWish, Written } from '../diary.ts'
import { officeZone } from '../office-settings.ts'
import type { Moment, PcDiary } from '../pc-diary.ts'
import type { StoreRows } from '../store-rows.ts'
import { wallAt } from './wall-clock.ts'

export interface PcEnd {
  diary: PcDiary
  store: StoreRows
  /** What its clock showed when the run ended. */
  endedAt: number
}

/** One PC's part of a run. */
export interface Case {
  diary: Diary
  pc: PcDiary
  store: StoreRows
  endedAt: number
  /** What this PC asked the gateway to send, and what of it was taken. */
  requests: readonly SendRequest[]
  accepted: readonly SendRequest[]
}

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour
/** Time goes by in steps of so much at most. */
export const longestStep = 8 * second

export function caseOf(diary: Diary, { diary: pc, store, endedAt }: PcEnd): Case {
  const requests = diary.requests.filter((request) => request.pc === pc.name)
  return { diary, pc, store, endedAt, requests, accepted: requests.filter(({ sid }) => sid !== null) }
}

export type Step = 1 | 2 | 3

/** Which text of a follow-up these words are, `staff` for what staff wrote; null for words that nobody has set. */
export function kindOf(body: string): Step | 'staff' | null {
  if (body.startsWith('Staff ')) return 'staff'
  if (/Sorry we missed your call/.test(body)) return 1
  if (/again: we saw your missed call/.test(body)) return 2
  return body.startsWith('Hello from ') ? 3 : null
}

export const isAutomatic = ({ body }: { body: string }): boolean => kindOf(body) !== 'staff'

/** Missed calls of this number that were over by then, in their order. */
export function missedBefore({ diary }: Pick<Case, 'diary'>, number: string, at: number): PlayedCall[] {
  return diary.calls.filter((call) => {
    return call.number === number && call.outcome === 'missed' && call.endedAt !== null && call.endedAt <= at
  })
}

/** Whether less than `ms` lie between the two, by the run's clock and by the PC's: a wrong one excuses. */
export function isWithin({ pc }: Pick<Case, 'pc'>, from: number, to: number, ms: number): boolean {
  return to - from < ms && pc.clockAt(to) - pc.clockAt(from) < ms
}

/** The same for "either clock says so": what a PC whose clock was wrong may have believed. */
export function mayBeWithin({ pc }: Pick<Case, 'pc'>, from: number, to: number, ms: number): boolean {
  return to - from < ms || pc.clockAt(to) - pc.clockAt(from) < ms
}

/** Whether it was known in the engine before it took the text out of its outbox. */
export function isBefore(moment: Moment | null | undefined, request: SendRequest): boolean {
  return moment != null && moment < request.claimed
}

/** The moment in which this PC's engine had stored these words; undefined for never. */
export function storedAt({ pc }: Pick<Case, 'pc'>, { sid }: Written): Moment | undefined {
  return pc.storedReplies.get(sid)?.moment
}

/**
 * Since when, epoch ms, what somebody did counts as after this call has come: from its beginning. On a PC whose clock
 * was set meanwhile, what came while the call went on may seem to have come before it.
 */
export function sinceCall({ pc }: Pick<Case, 'pc'>, call: PlayedCall, until: number): number {
  const isClockRight = pc.wrongBetween(call.startedAt, until).every((ms) => ms === 0)
  return (isClockRight ? call.startedAt : (call.endedAt ?? call.startedAt)) + second
}

/** What staff asked for at this PC, whether or not it was done. */
export function wishesOf({ diary, pc }: Case, kind: StaffWish['kind'], number: string | null): StaffWish[] {
  return diary.wishes.filter((wish) => wish.pc === pc.name && wish.kind === kind && wish.number === number)
}

/** Of two wishes: they are noted in the order in which staff asked, and may come in one millisecond. */
export function isAskedAfter({ diary }: Pick<Case, 'diary'>, wish: StaffWish, other: StaffWish): boolean {
  return diary.wishes.indexOf(wish) > diary.wishes.indexOf(other)
}

/** Quiet hours, nine in the evening to eight in the morning where the recipient is, with `leeway` ms at their edges. */
export function isQuiet(number: string, at: number, leeway: number): boolean {
  const zone = zoneOf(number)
  if (zone === null) return false
  const quiet = (instant: number) => {
    const { minutes } = wallAt(zone, instant)
    return minutes < 8 * 60 || minutes >= 21 * 60
  }
  return quiet(at) && quiet(at - leeway) && quiet(at + leeway)
}

/** The office is closed but from eight to five on working days. */
export function isClosed(at: number, leeway: number): boolean {
  const closed = (instant: number) => {
    const { minutes, isWeekend } = wallAt(officeZone, instant)
    return isWeekend || minutes < 8 * 60 || minutes >= 17 * 60
  }
  return closed(at) && closed(at - leeway) && closed(at + leeway)
}

/** Both in the same morning, five to twelve, where the recipient is. */
export function isSameMorning(number: string, one: number, other: number): boolean {
  const zone = zoneOf(number)
  if (zone === null) return false
  const [first, later] = [wallAt(zone, one), wallAt(zone, other)]
  const isMorning = ({ minutes }: { minutes: number }) => minutes >= 5 * 60 && minutes < 12 * 60
  return first.day === later.day && isMorning(first) && isMorning(later)
}
