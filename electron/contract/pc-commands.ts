/** What the window can ask about this PC and the pause of everything automatic. */
import { z } from 'zod'
import { engine, main } from './command.ts'
import { pcSettings } from './pc-settings.ts'
import type { PcSettings } from './pc-settings.ts'

export const pcCommands = {
  'automation:pause': engine<void>()(
    z.object({ minutes: z.union([z.int().min(1).max(1440), z.literal('tomorrow')]).nullable() }),
  ),
  'automation:resume': engine<void>()(z.undefined()),
  /** Texts that are still to go out, automatic and by staff, and when the next is due (epoch ms; null for none). */
  'texts:waiting': engine<{ texts: number; nextAt: number | null }>()(z.undefined()),
  /** The conversation with this number, in any spelling; made when there is none. Refused for what is no number. */
  'numbers:open': engine<{ conversationId: string }>()(z.object({ number: z.string().min(1).max(40) })),
  'pc:get': main<PcSettings>()(z.undefined()),
  /** What is left out stays as it is. */
  'pc:save': main<PcSettings>()(pcSettings.partial()),
  /** How everything is doing, for somebody who helps from afar: without numbers, texts, names and secrets. */
  'app:support-details': main<{ text: string }>()(z.undefined()),
}
