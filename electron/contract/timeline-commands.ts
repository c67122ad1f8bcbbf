/** What the window can ask about a conversation's time line, and the notes that staff write into it. */
import { z } from 'zod'
import { engine } from './command.ts'
import { mostItems, pageLength } from './timeline.ts'
import type { CallLegView, TimelinePage } from './view-models.ts'

const id = z.string().min(1).max(80)

export const timelineLimit = z.int().min(1).max(mostItems).default(pageLength)

export const timelineCommands = {
  /**
   * A part of the time line, told by items that the window has: a conversation of ten thousand items is never sent as a
   * whole. `not-found` when such an item is gone. `newer` counts what came after the item `since`, up to 100.
   */
  'timeline:read': engine<TimelinePage & { newer: number; revision: number }>()(
    z.object({
      conversationId: id,
      part: z.union([
        z.object({ kind: z.literal('before'), id }),
        z.object({ kind: z.literal('after'), id }),
        z.object({ kind: z.literal('around'), id }),
        /** What happened at that instant or later. */
        z.object({ kind: z.literal('from'), at: z.int() }),
        z.object({ kind: z.literal('between'), from: id, to: id }),
      ]),
      limit: timelineLimit,
      since: id.optional(),
    }),
  ),
  /** Where in the conversation these words stand, newest first; 500 places at most. */
  'timeline:find': engine<{ hits: { id: string; at: number }[] }>()(
    z.object({ conversationId: id, query: z.string().trim().min(1).max(200) }),
  ),
  /** Who rang in a call, from when to when. */
  'calls:legs': engine<{ legs: CallLegView[] }>()(z.object({ id })),
  /** Writes a note into the conversation, or changes one; never sent. `noteId` is made by the window. */
  'notes:save': engine<void>()(
    z.object({ conversationId: id, noteId: z.uuid(), body: z.string().trim().min(1).max(4000) }),
  ),
  'notes:delete': engine<void>()(z.object({ noteId: id })),
  /** Brings a note that was just deleted back to its place. */
  'notes:undo-delete': engine<void>()(z.object({ noteId: id })),
}
