/** What whoever sits at this PC likes, whatever office it shows. Main keeps it: it must hold before an engine runs. */
import { z } from 'zod'

export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

/** `pc`: as the system is set. */
export const preferences = z.object({
  language: z.enum(['pc', ...languages]),
  theme: z.enum(['pc', 'light', 'dark']),
})
export type Preferences = z.output<typeof preferences>
