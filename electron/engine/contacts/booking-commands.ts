/** The window's requests about appointments. */
import type { Clock } from '../../../telephony/clock.ts'
import type { CommandArguments, CommandOutput } from '../../contract/commands.ts'
import type { bookingCommands as contract } from '../../contract/booking-commands.ts'
import { fail, ok } from '../../contract/result.ts'
import type { Result } from '../../contract/result.ts'
import { words } from '../../contract/text/index.ts'
import type { Surroundings } from '../followup/facts.ts'
import { stopForNow } from '../followup/stop-for-now.ts'
import type { Store } from '../store/database.ts'
import { markBooked, undoBooked } from './booking.ts'
import type { Booked } from './booking.ts'
import type { UndoMemory } from './undo-memory.ts'

export interface BookingContext {
  store: Store
  clock: Clock
  /** What the rules need besides the store. */
  surroundings: () => Promise<Surroundings>
  /** By the id that the window made. */
  bookings: UndoMemory<Booked>
}

type BookingHandlers = {
  [N in keyof typeof contract]: (
    input: CommandArguments<N>,
    context: BookingContext,
  ) => Promise<Result<CommandOutput<N>>>
}

export const bookingCommands: BookingHandlers = {
  async 'bookings:mark'(mark, { store, clock, surroundings, bookings }) {
    // Asked for again, it did it all the first time.
    if (bookings.get(mark.id)) return ok(undefined)
    const now = clock.now()
    const booked = await store.write((work) =>
      markBooked(work, mark, now, (inside, conversationId) => stopForNow(inside, conversationId, now, surroundings)),
    )
    if (!booked) return fail('not-found', ...words.failures.noConversation)
    bookings.keep(mark.id, booked)
    return ok(undefined)
  },

  async 'bookings:undo'({ id }, { store, clock, bookings }) {
    const booked = bookings.get(id)
    if (!booked) return fail('not-found', ...words.contacts.notUndone)
    await store.write((work) => undoBooked(work, booked, clock.now()))
    bookings.forget(id)
    return ok(undefined)
  },
}
