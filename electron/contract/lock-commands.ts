/** What the window can ask about its lock. Main answers all of it: the PIN goes no further, and nothing comes back of it. */
import { z } from 'zod'
import { main } from './command.ts'
import { lockMinutes, longestPin, shortestPin } from './lock.ts'
import type { LockView } from './lock.ts'

const minutes = z.literal([...lockMinutes])
/** As it was typed to open or change: any may be tried. */
const tried = z.string().max(longestPin)

export const lockCommands = {
  'lock:get': main<LockView>()(z.undefined()),
  /** Nothing where no PIN is set. */
  'lock:now': main<void>()(z.undefined()),
  'lock:open': main<LockView>()(z.object({ pin: tried })),
  /** Sets a PIN, or another one; `current` is the one before, null for the first. */
  'lock:set': main<LockView>()(
    z.object({ pin: z.string().min(shortestPin).max(longestPin), minutes, current: tried.nullable() }),
  ),
  'lock:minutes': main<LockView>()(z.object({ minutes })),
  /** The window is not locked any more. */
  'lock:remove': main<LockView>()(z.object({ current: tried })),
}
