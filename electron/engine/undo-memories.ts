/** What the engine remembers of deeds that can still be taken back. */
import type { Blocked } from './contacts/block.ts'
import type { Booked } from './contacts/booking.ts'
import type { Deed } from './contacts/restore.ts'
import type { DeletedTag } from './contacts/tags.ts'
import { UndoMemory } from './contacts/undo-memory.ts'
import type { FollowUpUndo } from './followup/skip-for-now.ts'
import { NoteBook } from './inbox/notes.ts'
import { DoneMemory } from './inbox/undo-done.ts'
import type { Written } from './outbox/waiting-texts.ts'
import type { DeletedReplies } from './writing/quick-replies.ts'

export interface UndoMemories {
  done: DoneMemory
  notes: NoteBook
  deletedTags: UndoMemory<DeletedTag>
  deletedReplies: DeletedReplies
  blocks: UndoMemory<Blocked>
  bookings: UndoMemory<Booked>
  people: UndoMemory<Deed>
  followUpUndo: UndoMemory<FollowUpUndo>
  written: UndoMemory<Written>
}

export function undoMemories(): UndoMemories {
  return {
    done: new DoneMemory(),
    notes: new NoteBook(),
    deletedTags: new UndoMemory(),
    deletedReplies: new UndoMemory(),
    blocks: new UndoMemory(),
    bookings: new UndoMemory(),
    people: new UndoMemory(),
    followUpUndo: new UndoMemory(),
    written: new UndoMemory(),
  }
}

/** Taking something back lets no follow-up of before go on: a pause has ended them all. */
export function forgetFollowUps({ done, followUpUndo, blocks, bookings, written }: UndoMemories): void {
  done.forgetFollowUps()
  followUpUndo.forgetAll()
  for (const block of blocks.all()) block.goOn = []
  for (const booking of bookings.all()) booking.goOn = []
  for (const text of written.all()) text.goOn = null
}
