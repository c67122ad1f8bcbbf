/** What the window can ask about writing: texts that wait, the next automatic text, quick replies and drafts. */
import { z } from 'zod'
import { engine } from './command.ts'
import { longestTemplate } from './texts.ts'
import { longestReplyName, mostUndoSeconds } from './writing.ts'
import type { Draft, QuickReply, SendTime } from './writing.ts'

const id = z.string().min(1).max(80)
/** Twilio's longest body (FACTS: 1600 characters). */
export const textBody = z.string().trim().min(1).max(1600)

/** `undoable`: after the seconds that the office has set for taking texts back. Left out: at once. */
export const sendWhen = z.union([
  z.object({ kind: z.literal('undoable') }),
  z.object({ kind: z.literal('at'), at: z.int() }),
])

export const writingCommands = {
  /** Takes back a text by staff that waits; what it said comes back. Refused when it is on its way. */
  'messages:cancel': engine<{ body: string }>()(z.object({ id })),
  /** Other words or another time for such a text; null sends it now. */
  'messages:change': engine<void>()(z.object({ id, body: textBody.optional(), at: z.int().nullable() })),
  /** Times that suit, with `at` judged, too, where it is given. */
  'messages:send-times': engine<{ times: SendTime[]; quiet: string | null }>()(
    z.object({ conversationId: id, at: z.int().optional() }),
  ),
  /**
   * Staff's own words for the next automatic text; null takes the template's again. Refused with the first reason when
   * it cannot be sent. The rules are asked all the same when it is due.
   */
  'follow-ups:edit': engine<void>()(z.object({ conversationId: id, messageId: id, body: textBody.nullable() })),
  /** Takes back the last "skip" or "stop", as long as nothing new has happened. */
  'follow-ups:undo': engine<void>()(z.object({ conversationId: id })),
  /**
   * Most used first, each filled in for the conversation. The first time the office gets some to begin with, in
   * `language`.
   */
  'quick-replies:list': engine<{ replies: QuickReply[] }>()(
    z.object({ conversationId: id.nullable(), language: z.enum(['en', 'es']) }),
  ),
  /** Makes one or changes one; `id` is made by the window. */
  'quick-replies:save': engine<void>()(
    z.object({
      id: z.uuid(),
      name: z.string().trim().min(1).max(longestReplyName),
      template: z.string().trim().min(1).max(longestTemplate),
    }),
  ),
  'quick-replies:delete': engine<void>()(z.object({ id })),
  /** Brings one that was just deleted back, with how often it was used. */
  'quick-replies:undo-delete': engine<void>()(z.object({ id })),
  'quick-replies:used': engine<void>()(z.object({ id })),
  'drafts:list': engine<{ drafts: Draft[] }>()(z.undefined()),
  /** An empty body takes the draft away. `gone`: so is its conversation, and the draft is to be forgotten. */
  'drafts:save': engine<{ gone: boolean }>()(
    z.object({ conversationId: id, kind: z.enum(['text', 'note']), body: z.string().max(20_000) }),
  ),
  'settings:save-writing': engine<void>()(z.object({ undoSeconds: z.int().min(0).max(mostUndoSeconds) })),
}
