/** The figures of the Overview page. What each counts stands in engine/overview/definitions.ts and in the manual. */
import type { MissedReason } from './view-models.ts'

export const overviewPeriods = ['week', 'month', 'days-30'] as const

/** The most days that one overview spans. */
export const mostOverviewDays = 366

export interface OverviewSpan {
  /** Epoch ms; `to` is the first instant after it, and not later than now. */
  from: number
  to: number
  /** `YYYY-MM-DD` on the office's calendar, both included. */
  firstDay: string
  lastDay: string
}

/** Of calls that ended in some time, on some line … */
export interface OverviewFigures {
  /** Calls from outside. */
  calls: number
  answered: number
  missed: number
  /** Of the missed: a text went to the caller. */
  texted: number
  /** Of the texted: the caller wrote; and did so within the hour after the text. */
  replied: number
  repliedWithinHour: number
  /** Of the missed: somebody talked with the caller later, because the office called, or the caller did. */
  calledBack: number
  answeredLater: number
  /** Of the missed: staff say that the caller has an appointment now. */
  booked: number
  /** Of the missed: the caller wrote or somebody talked with them. */
  reached: number
  /** From the end of the call to the first automatic text, seconds; null without one. */
  medianSeconds: number | null
  p90Seconds: number | null
}

export interface OverviewPhone {
  phone: string
  /** Calls that came to it. */
  calls: number
  answered: number
  /** It rang and nobody picked it up. */
  unanswered: number
  /** It was busy, or somebody declined. */
  refused: number
  /** It could not be reached. */
  unreachable: number
}

/** What stands out, to be said in a sentence. */
export type OverviewFinding =
  /** Most calls were missed from this hour of the day to the next, mostly for this reason. */
  | { kind: 'hour'; hour: number; missed: number; of: number; reason: MissedReason | null }
  | { kind: 'never-answered'; phone: string; calls: number }
  | { kind: 'unreachable'; phone: string; calls: number; of: number }

export interface Overview {
  /** IANA: days and hours are on this clock. */
  timeZone: string
  span: OverviewSpan
  before: OverviewSpan
  figures: OverviewFigures
  figuresBefore: OverviewFigures
  /** Every day of the span, also those without calls. */
  days: (OverviewFigures & { day: string })[]
  /** The 24 hours of the day, all days together. */
  hours: (OverviewFigures & { hour: number; reasons: Partial<Record<MissedReason, number>> })[]
  /** Most missed first; `line` is null for calls of which it is not known. */
  lines: (OverviewFigures & { line: string | null; label: string | null })[]
  /** Most unanswered first. */
  phones: OverviewPhone[]
  /** Most frequent first. */
  reasons: { reason: MissedReason; missed: number }[]
  findings: OverviewFinding[]
}
