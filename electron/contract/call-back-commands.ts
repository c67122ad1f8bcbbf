/** What the window can ask about calling back. */
import { z } from 'zod'
import { engine } from './command.ts'
import { refusing } from './refused-input.ts'
import type { CallBackChoices, CallBackView } from './view-models.ts'

const id = z.string().min(1).max(80)

export const callBackCommands = {
  /** The number comes from the inbox, never from the window alone: one that stands in a text must really stand there. */
  'call-back:start': engine<CallBackView>()(
    z.union([
      z.strictObject({ conversationId: id }),
      z.strictObject({ callId: id }),
      z.strictObject({ messageId: id, number: z.string().max(40) }),
    ]),
  ),
  'call-back:cancel': engine<void>()(z.object({ id })),
  /** What is under way; null for nothing. */
  'call-back:get': engine<{ callBack: CallBackView | null }>()(z.undefined()),
  'call-back:choices': engine<CallBackChoices>()(z.undefined()),
  'settings:save-call-back': engine<void>()(
    z.object({
      phone: z.string().trim().max(120),
      context: z
        .string()
        .trim()
        .refine((context) => /^[\w.-]{0,80}$/.test(context), refusing('context')),
      prefix: z
        .string()
        .trim()
        .refine((prefix) => /^[\d*#]{0,6}$/.test(prefix), refusing('prefix')),
      numberForm: z.enum(['auto', 'country-code', 'national', 'e164']),
      callerId: z.string().trim().min(1).max(40),
    }),
  ),
}
