/** "Watch only": calls are judged, what would be texted is shown, and nothing goes out by itself. */
import { z } from 'zod'
import { engine } from './command.ts'

export interface WatchOnly {
  /** Holds for every line that says nothing else. */
  on: boolean
  /** Lines that do otherwise than the office. */
  lines: { number: string; on: boolean }[]
}

export const watchOnlyCommands = {
  /** For the whole office; lines that were set by themselves stay as they are. */
  'watch-only:set': engine<void>()(z.object({ on: z.boolean() })),
  'watch-only:set-line': engine<void>()(z.object({ number: z.string().min(1).max(40), on: z.boolean() })),
}
