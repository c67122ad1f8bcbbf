/** What the window can ask and save about opening hours and quiet hours. */
import { z } from 'zod'
import { engine } from './command.ts'
import { hoursProblems, isDate, minutesOf, mostBlocks, mostExceptions } from './opening-hours.ts'
import type { StateHours } from './opening-hours.ts'
import { refusing } from './refused-input.ts'
import type { OfficeHoursState } from './texts.ts'

const time = z.string().refine((value) => minutesOf(value) !== null, refusing('time'))
const date = z.string().refine(isDate, refusing('date'))
const blocks = z.array(z.object({ from: time, to: time })).max(mostBlocks)

/** The opening hours as they are sent and stored; refused when they contradict themselves. */
export const openingHours = z
  .object({
    week: z.object({ mon: blocks, tue: blocks, wed: blocks, thu: blocks, fri: blocks, sat: blocks, sun: blocks }),
    exceptions: z
      .array(z.object({ from: date, to: date, name: z.string().trim().max(80), blocks }))
      .max(mostExceptions),
  })
  .superRefine((hours, context) => {
    for (const found of hoursProblems(hours)) {
      const path = found.at === 'week' ? ['week', found.day] : ['exceptions', found.index]
      context.addIssue({ code: 'custom', ...refusing(found.problem, path) })
    }
  })

export const quietHours = z
  .object({ from: time, to: time, byState: z.boolean() })
  .refine(({ from, to }) => (minutesOf(from) ?? 0) < (minutesOf(to) ?? 0), refusing('times-backwards', ['to']))

const timeZone = z.string().min(1).max(80)

export const hoursCommands = {
  'settings:save-hours': engine<void>()(z.intersection(z.object({ timeZone }), openingHours)),
  'settings:save-quiet-hours': engine<void>()(quietHours),
  /** What such hours would mean right now: for the form, before they are saved. Instants are epoch ms. */
  'hours:explain': engine<{ state: OfficeHoursState; opensAt: number | null; morningAt: number | null }>()(
    z.intersection(z.object({ timeZone }), openingHours),
  ),
  /** The table of states that ask for more than the whole country, and the day it was made (`YYYY-MM-DD`). */
  'hours:states': engine<{ madeOn: string; states: StateHours[] }>()(z.undefined()),
}
