/** What Ringback does on this PC, whatever office it shows. Main keeps it, or the system itself. */
import { z } from 'zod'

/** The notifications that can be turned off one by one. */
export const toastKinds = ['reply', 'missed', 'trouble'] as const
export type ToastKind = (typeof toastKinds)[number]

export const toastChoices = z.object({
  kinds: z.object({ reply: z.boolean(), missed: z.boolean(), trouble: z.boolean() }),
  /** Which of them make the system's sound. */
  sound: z.enum(['all', 'replies', 'none']),
})
export type ToastChoices = z.output<typeof toastChoices>

export const pcSettings = z.object({
  toasts: toastChoices,
  /** Ringback starts, hidden, when somebody signs in to this PC. */
  startAtLogin: z.boolean(),
  /** `tel:` and `sms:` links of other programs open Ringback. */
  links: z.boolean(),
})
export type PcSettings = z.output<typeof pcSettings>
