/** What the window can ask and save about the automatic texts. */
import { z } from 'zod'
import { engine } from './command.ts'
import { languages } from './preferences.ts'
import { longestTemplate } from './texts.ts'
import type { TextPreview } from './texts.ts'

const language = z.enum(languages)
const template = z.string().trim().max(longestTemplate)
const texts = z.object({ usual: template, closed: template, break: template })
const needed = texts.extend({ usual: template.min(1) })

export const textCommands = {
  /** How templates will come out, and what is wrong with them: for the form, before they are saved. */
  'templates:preview': engine<{ previews: TextPreview[] }>()(
    z.object({
      templates: z
        .array(
          z.object({
            template: z.string().max(longestTemplate),
            /** It is the first text of a follow-up, which names the business. */
            first: z.boolean(),
            /** False for one that goes out without the booking link: the first text while the office is closed. */
            withLink: z.boolean(),
          }),
        )
        .max(200),
      /** What stands in the fields meanwhile. */
      fields: z.object({
        business: z.string().max(80),
        caller: z.string().max(120),
        line: z.string().max(80),
        bookingLink: z.string().max(2000),
      }),
      language,
      plainPunctuation: z.boolean(),
      addOptOut: z.boolean(),
    }),
  ),
  /** Refused with the first reason when a template cannot be sent. */
  'settings:save-texts': engine<void>()(
    z.object({
      steps: z.object({ first: needed, second: needed, third: needed }),
      lines: z
        .array(
          z.object({
            number: z.string().min(1).max(40),
            steps: z.object({ first: texts, second: texts, third: texts }),
          }),
        )
        .max(50),
      language,
      plainPunctuation: z.boolean(),
      addOptOut: z.boolean(),
    }),
  ),
}
