/** What the window can ask about calls that are over, and of the one who is calling now. */
import { z } from 'zod'
import { callKinds, missedReasons } from './call-list.ts'
import type { CallFilterChoices, CallPage, CallStory, CallTextPreview } from './call-list.ts'
import { engine, main } from './command.ts'

const id = z.string().min(1).max(80)
const cursor = z.string().max(200).optional()
/** `YYYY-MM-DD`, on the office's calendar. */
export const calendarDate = z.iso.date()

/** All that is given must hold; an empty one lets every call through. */
export const callFilter = z.object({
  /** `missed` and `answered`: calls from outside; `outbound`: the office's own. */
  kind: z.enum(callKinds).optional(),
  reason: z.enum(missedReasons).optional(),
  /** Missed, and no text went to the caller. */
  untexted: z.boolean().optional(),
  /** As `CallFilterChoices` has it. */
  line: z.string().max(40).optional(),
  phone: z.string().max(120).optional(),
  /** The first and the last day. */
  from: calendarDate.optional(),
  to: calendarDate.optional(),
  /** A name, or a number in any spelling. */
  query: z.string().trim().max(200).optional(),
})
export type CallFilter = z.output<typeof callFilter>

/** The words of a table in the window's language. */
const csvWords = z.object({
  headings: z.array(z.string().max(60)).length(10),
  kinds: z.record(z.enum(callKinds), z.string().max(60)),
})

export const callListCommands = {
  'calls:list': engine<CallPage>()(
    z.object({ filter: callFilter.optional(), cursor, limit: z.int().min(1).max(500).default(100) }),
  ),
  'calls:get': engine<CallStory>()(z.object({ id })),
  'calls:choices': engine<CallFilterChoices>()(z.undefined()),
  /** The first text of a follow-up, as it would go out to this caller now. */
  'calls:preview-text': engine<CallTextPreview>()(z.object({ id })),
  /** Staff text a caller whom no automatic text went to. `messageId` as in `messages:send`. */
  'calls:text': engine<void>()(z.object({ id, messageId: z.uuid(), body: z.string().trim().min(1).max(1600) })),
  /** A piece of the table of calls as CSV; main puts the pieces together. */
  'calls:csv': engine<{ text: string; calls: number; nextCursor: string | null }>()(
    z.object({ filter: callFilter.optional(), cursor, words: csvWords }),
  ),
  /** Asks where, then writes all calls that pass the filter into a file; `file` is null when nobody chose one. */
  'export:calls': main<{ file: string | null; calls: number }>()(
    z.object({ filter: callFilter.optional(), words: csvWords }),
  ),
  /** The conversation with somebody who is in a call now, made when there is none. */
  'live:open': engine<{ conversationId: string }>()(z.object({ linkedid: z.string().min(1).max(150) })),
}
