/** What the window can ask about appointments that callers have made. */
import { z } from 'zod'
import { engine } from './command.ts'

export const bookingCommands = {
  /**
   * Whoever the conversation is with has an appointment: automatic texts to them end. `id` is made by the window, so
   * that a repeated request marks once, and undoes it.
   */
  'bookings:mark': engine<void>()(z.object({ id: z.uuid(), conversationId: z.string().min(1).max(80) })),
  /** That was a slip: follow-ups that it ended go on, too. */
  'bookings:undo': engine<void>()(z.object({ id: z.uuid() })),
}
