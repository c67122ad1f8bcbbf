/** What the list is narrowed to, as somebody chose it in the window. */
import { noFilter } from '../../electron/contract/list-limits.ts'
import type { ListFilter } from '../../electron/contract/list-commands.ts'
import { startOfDay } from '../text/dates.ts'

/** `7` and `30`: days up to now, today among them. Dates as `2026-11-26`, both included; empty for open. */
export type TimeFilter = 'today' | '7' | '30' | { from: string; to: string }

export interface WindowFilter {
  /** The line that was called last, as `LineView.number`. */
  line: string | null
  /** All of these. */
  tagIds: string[]
  time: TimeFilter | null
}

export const everything: WindowFilter = { line: null, tagIds: [], time: null }

/** The most tags that can be asked for at once. */
export const mostTags = 5

export function isNarrowed({ line, tagIds, time }: WindowFilter): boolean {
  return line !== null || tagIds.length > 0 || time !== null
}

/** The filter as the engine takes it at `now`, by this PC's zone. */
export function filterAt({ line, tagIds, time }: WindowFilter, now: number): ListFilter {
  const filter = { ...noFilter, line, tagIds }
  if (time === null) return filter
  if (typeof time === 'string') {
    const days = time === 'today' ? 1 : Number(time)
    return { ...filter, from: dayBefore(now, days - 1) }
  }
  // Typed the wrong way round, it is still clear which days are meant.
  const turned = time.from !== '' && time.to !== '' && time.from > time.to
  const [first, last] = turned ? [time.to, time.from] : [time.from, time.to]
  return {
    ...filter,
    from: first === '' ? null : startOfDate(first),
    to: last === '' ? null : startOfDate(last, 1) - 1,
  }
}

/** The start of the day so many days before that of `at`; right across clock changes. */
function dayBefore(at: number, days: number): number {
  const date = new Date(startOfDay(at))
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - days).getTime()
}

function startOfDate(date: string, plusDays = 0): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  return Math.max(0, new Date(year, month - 1, day + plusDays).getTime())
}
