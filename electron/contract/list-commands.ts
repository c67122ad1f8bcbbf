/** What the window can ask of the list of conversations, and do to many of them at once. */
import { z } from 'zod'
import { engine } from './command.ts'
import { mostAtOnce, noFilter } from './list-limits.ts'
import type { ConversationList } from './view-models.ts'

const id = z.string().min(1).max(80)

const listFilter = z.object({
  /** The line that was called last, as `LineView.number`. */
  line: z.string().min(1).max(40).nullable().default(null),
  /** All of them. */
  tagIds: z.array(id).max(5).default([]),
  /** Something happened last within this time, both ends included; epoch milliseconds. */
  from: z.int().nonnegative().nullable().default(null),
  to: z.int().nonnegative().nullable().default(null),
})

export type ListFilter = z.output<typeof listFilter>

export const listCommands = {
  /**
   * A page of a tab. With `query` (a name, a number in any spelling, words of a text or note) what is found in it:
   * people first, then what was said, the newest first; such a page may be short although more follow.
   */
  'conversations:list': engine<ConversationList>()(
    z.object({
      tab: z.enum(['needs-reply', 'waiting', 'done', 'all']),
      query: z.string().max(200).optional(),
      filter: listFilter.default(noFilter),
      /** Only those of these that stand in the list. */
      ids: z.array(id).max(500).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.int().min(1).max(500).default(100),
    }),
  ),
  /**
   * In one transaction; what is so already, and what is gone, is passed over. `changed` are those that really changed:
   * to be given to the opposite for an Undo.
   */
  'conversations:change-many': engine<{ changed: string[] }>()(
    z.object({
      ids: z.array(id).min(1).max(mostAtOnce),
      change: z.enum(['done', 'undo-done', 'read', 'unread']),
    }),
  ),
  /** `ids` of contacts; as `conversations:change-many`. */
  'contacts:opt-out-many': engine<{ changed: string[] }>()(
    z.object({ ids: z.array(id).min(1).max(mostAtOnce), wish: z.enum(['no-texts', 'texts']) }),
  ),
}
