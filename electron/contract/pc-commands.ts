/** What the window can ask about this PC and the pause of everything automatic. */
import { z } from 'zod'
import { engine, main } from './command.ts'

export const pcCommands = {
  'automation:pause': engine<void>()(
    z.object({ minutes: z.union([z.int().min(1).max(1440), z.literal('tomorrow')]).nullable() }),
  ),
  'automation:resume': engine<void>()(z.undefined()),
  /** How everything is doing, for somebody who helps from afar: without numbers, texts, names and secrets. */
  'app:support-details': main<{ text: string }>()(z.undefined()),
}
