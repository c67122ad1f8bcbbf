/** What the window can ask about a contact besides name and notes: consent, block, and the other numbers of a person. */
import { z } from 'zod'
import { engine } from './command.ts'
import type { ConsentEntry, ContactFound } from './contacts.ts'

const id = z.string().min(1).max(80)
/** Cut to what is stored where it is longer. */
const words = z.string().max(500)

export const contactCommands = {
  'contacts:save-company': engine<void>()(z.object({ id, company: words })),
  /** No text goes to any number of this person any more, automatic or by staff; follow-ups end. */
  'contacts:block': engine<void>()(z.object({ id })),
  'contacts:unblock': engine<void>()(z.object({ id })),
  /** A block was a slip: follow-ups that it ended go on, too. */
  'contacts:undo-block': engine<void>()(z.object({ id })),
  /** Every change of mind about texts, on all numbers of the person, newest first. */
  'contacts:consent': engine<{ entries: ConsentEntry[] }>()(z.object({ id })),
  /**
   * Who has all of it in name, company, number or notes; without a query those of the same name. Never the person itself
   * whose contact `except` is.
   */
  'contacts:find': engine<{ contacts: ContactFound[] }>()(
    z.object({ except: id.nullable(), query: z.string().max(200) }),
  ),
  /** The conversation with this contact, made when there is none: of somebody from a file who never called. */
  'contacts:open': engine<{ conversationId: string }>()(z.object({ id })),
  /** Both are one person from now on, called `name` (empty for none). `undoId` takes it back by `contacts:undo-people`. */
  'contacts:merge': engine<{ undoId: string }>()(z.object({ id, withId: id, name: words, company: words })),
  /** The number is somebody else's. */
  'contacts:split': engine<{ undoId: string }>()(z.object({ id })),
  'contacts:undo-people': engine<void>()(z.object({ undoId: id })),
}
