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

const word = z.string().max(80)
/** What stands in the table beside figures: which figures a row has, what each column counts, and lines not known. */
const words = z.object({
  parts: z.object({ total: word, before: word, day: word, hour: word, line: word, phone: word }),
  /** The part, its name, the figures as `Overview.days` has them, and those that only a phone has. */
  headings: z.array(word).length(17),
  noLine: word,
})
export type OverviewWords = z.output<typeof words>

export const overviewCommands = {
  'overview:get': engine<Overview>()(z.object({ period })),
  'overview:csv': engine<{ text: string }>()(z.object({ period, words })),
  /** Asks where, then writes the table of all figures there; `file` is null when nobody chose one. */
  'export:overview': main<{ file: string | null }>()(z.object({ period, words })),
  /** The same with what the window shows, as a PDF. */
  'export:pdf': main<{ file: string | null }>()(z.undefined()),
  /** What is being exported is not wanted any more. */
  'export:stop': main<void>()(z.undefined()),
  'app:print': main<void>()(z.undefined()),
}
