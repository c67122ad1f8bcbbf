/** Small decisions of the hours form, apart from React. */
import { minutesOf, weekdays } from '../../../electron/contract/opening-hours.ts'
import type { HoursException, OpenBlock, OpeningHours, Weekday } from '../../../electron/contract/opening-hours.ts'

const usual: OpenBlock = { from: '08:00', to: '17:00' }

/** The opening that is offered next: the whole day, or an hour after the last one. */
export function nextBlock(blocks: readonly OpenBlock[]): OpenBlock {
  const last = blocks.at(-1)
  if (!last) return usual
  const from = Math.min((minutesOf(last.to) ?? 0) + 60, 23 * 60)
  return { from: timeOf(from), to: timeOf(Math.min(from + 4 * 60, 24 * 60)) }
}

/** 510 → `08:30`. */
function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

const workdays: readonly Weekday[] = weekdays.slice(0, 5)

/** Monday's hours for all workdays; null where they have them already. */
export function likeMonday(week: OpeningHours['week']): OpeningHours['week'] | null {
  const monday = JSON.stringify(week.mon)
  if (workdays.every((day) => JSON.stringify(week[day]) === monday)) return null
  return { ...week, ...Object.fromEntries(workdays.map((day) => [day, week.mon])) }
}

/** An exception with another first day: its last day goes along where it was the same or would come before. */
export function startingOn(exception: HoursException, from: string): HoursException {
  const { to } = exception
  return { ...exception, from, to: to === exception.from || to < from ? from : to }
}

/** `2026-11-26` of that instant, by this PC's calendar. */
export function dateOf(at: number): string {
  const day = new Date(at)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
