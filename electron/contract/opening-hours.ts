/**
 * When the office is open, as people enter it, and what is wrong with it: for the form while somebody types, and for
 * the engine before it saves. Times are those on the office's wall, `HH:MM`; a day ends at `24:00`.
 */

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** Open from `from` until `to`; a `to` that is not later than `from` is on the next day (`18:00` to `02:00`). */
export interface OpenBlock {
  from: string
  to: string
}

/** Days on which other hours hold than in the week: closed all day (no blocks), or these. */
export interface HoursException {
  /** `YYYY-MM-DD`, the first and the last day. */
  from: string
  to: string
  /** What people call it ("Thanksgiving"); may be empty. */
  name: string
  blocks: OpenBlock[]
}

export interface OpeningHours {
  /** The blocks that begin on each day, in order. What lies between two of them is a break. */
  week: Record<Weekday, OpenBlock[]>
  exceptions: HoursException[]
}

export const mostBlocks = 8
export const mostExceptions = 200

/** What is wrong with one day's blocks. */
export type BlocksProblem = 'time' | 'nothing' | 'overlap' | 'next-day' | 'too-many'
export type ExceptionProblem = BlocksProblem | 'date' | 'backwards' | 'twice' | 'too-long'

export type HoursProblem =
  { at: 'week'; day: Weekday; problem: BlocksProblem } | { at: 'exceptions'; index: number; problem: ExceptionProblem }

/** When callers may be texted, by the clock of where they are. */
export interface QuietHours {
  /** Texts go out from `from` until `to` (`HH:MM`, `from` the earlier). */
  from: string
  to: string
  /** Also keep to what the recipient's state asks for, where that is stricter. */
  byState: boolean
}

/** A state's own hours for texts, `HH:MM-HH:MM` or `none` for a day without; only what is stricter than the country's. */
export interface StateHours {
  /** "Florida". */
  name: string
  weekdays: string
  saturday: string
  sunday: string
  /** Without texts on legal holidays. */
  holidaysOff: boolean
  /** Where the rule stands. */
  law: string
}

const minutesPerDay = 24 * 60
/** Longer ones are a change of the week. */
const longestException = 366

/** `08:30` → 510; null for what is no time of a day. */
export function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time) ?? []
  if (hours === undefined || minutes === undefined) return null
  const total = Number(hours) * 60 + Number(minutes)
  return Number(minutes) < 60 && total <= minutesPerDay ? total : null
}

/** Start and end in minutes since the midnight that the day begins with; null when a time is none. */
export function spanOf({ from, to }: OpenBlock): { start: number; end: number } | null {
  const start = minutesOf(from)
  const end = minutesOf(to)
  if (start === null || end === null || start === minutesPerDay) return null
  return { start, end: end <= start ? end + minutesPerDay : end }
}

/**
 * The first thing wrong with the blocks of a day, in any order; null when nothing is. `nextDay` are the blocks that
 * begin on the day after: a block that crosses midnight must be over before them.
 */
export function blocksProblem(blocks: readonly OpenBlock[], nextDay: readonly OpenBlock[] = []): BlocksProblem | null {
  if (blocks.length > mostBlocks) return 'too-many'
  const spans = blocks.map(spanOf)
  const known = spans.flatMap((span) => span ?? []).sort((one, other) => one.start - other.start)
  if (known.length < spans.length) return 'time'
  if (blocks.some(({ from, to }) => from === to || (from === '00:00' && to === '00:00'))) return 'nothing'
  if (known.some((span, at) => (known[at + 1]?.start ?? Infinity) < span.end)) return 'overlap'
  const reach = (known.at(-1)?.end ?? 0) - minutesPerDay
  return nextDay.some((block) => (spanOf(block)?.start ?? Infinity) < reach) ? 'next-day' : null
}

/** Everything that is wrong, day by day and exception by exception; the hours can be saved when it is nothing. */
export function hoursProblems({ week, exceptions }: OpeningHours): HoursProblem[] {
  const ofWeek = weekdays.flatMap((day, at): HoursProblem[] => {
    const next = weekdays[(at + 1) % weekdays.length] ?? day
    const problem = blocksProblem(week[day], week[next])
    return problem === null ? [] : [{ at: 'week', day, problem }]
  })
  const ofExceptions = exceptions.flatMap((exception, index): HoursProblem[] => {
    const problem = exceptionProblem(exception, exceptions.slice(0, index))
    return problem === null ? [] : [{ at: 'exceptions', index, problem }]
  })
  return [...ofWeek, ...ofExceptions]
}

function exceptionProblem(
  { from, to, blocks }: HoursException,
  before: readonly HoursException[],
): ExceptionProblem | null {
  const days = daysBetween(from, to)
  if (days === null) return 'date'
  if (days < 0) return 'backwards'
  if (days >= longestException) return 'too-long'
  if (before.some((other) => from <= other.to && other.from <= to)) return 'twice'
  return blocksProblem(blocks)
}

/** Null when either is no date of the calendar. */
function daysBetween(from: string, to: string): number | null {
  const [first, last] = [from, to].map((date) => (isDate(date) ? Date.parse(`${date}T00:00:00Z`) : NaN))
  const days = ((last ?? NaN) - (first ?? NaN)) / (minutesPerDay * 60_000)
  return Number.isNaN(days) ? null : days
}

/** True for a day of the calendar, `YYYY-MM-DD`; false for the 30th of February. */
export function isDate(date: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return false
  const at = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date)
}
