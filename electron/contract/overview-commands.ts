/** What the window can ask about how many callers came back, and how it is printed and saved. */
import { z } from 'zod'
import { calendarDate } from './call-list-commands.ts'
import { engine, main } from './command.ts'
import { overviewPeriods } from './overview.ts'
import type { Overview } from './overview.ts'

const period = z.union([
  z.strictObject({ name: z.enum(overviewPeriods) }),
  /** The first and the last day. */
  z.strictObject({ from: calendarDate, to: calendarDate }),
])
export type OverviewPeriod = z.output<typeof period>

/** Of the table by day: the day, then the figures as `Overview.days` has them. */
const headings = z.array(z.string().max(80)).length(12)

export const overviewCommands = {
  'overview:get': engine<Overview>()(z.object({ period })),
  'overview:csv': engine<{ text: string }>()(z.object({ period, headings })),
  /** Asks where, then writes the table by day there; `file` is null when nobody chose one. */
  'export:overview': main<{ file: string | null }>()(z.object({ period, headings })),
  /** The same with what the window shows, as a PDF. */
  'export:pdf': main<{ file: string | null }>()(z.undefined()),
  /** What is being exported is not wanted any more. */
  'export:stop': main<void>()(z.undefined()),
  'app:print': main<void>()(z.undefined()),
}
