/** The parts of the config file about the office itself: when it is open, when it texts, and what it says. */
import { z } from 'zod'
import { quietHours } from '../../contract/hours-commands.ts'
import { hoursProblems, isDate } from '../../contract/opening-hours.ts'
import type { ExceptionProblem } from '../../contract/opening-hours.ts'
import type { OpenBlock, OpeningHours } from '../../contract/opening-hours.ts'
import { languages } from '../../contract/preferences.ts'
import { inLanguage } from '../../contract/standard-texts.ts'
import { longestTemplate, stepNames } from '../../contract/texts.ts'
import type { LineTexts, StepTexts, Texts, ThreeTexts } from '../../contract/texts.ts'

const hoursProblemWords: Record<ExceptionProblem, string> = {
  time: 'a time is not written like 08:30',
  nothing: 'hours end when they begin',
  overlap: 'two opening times overlap',
  'next-day': 'the hours last into those of the next day',
  'too-many': 'there are too many opening times',
  date: 'a date is not written like 2026-12-24',
  backwards: 'the last day is before the first',
  twice: 'a day is in two exceptions',
  'too-long': 'an exception lasts longer than a year',
}

/** `["08:00-12:00", "13:00-17:00"]`; an empty list for a day on which the office is closed. */
const blocks = z.array(
  z
    .string()
    .regex(/^\d\d:\d\d-\d\d:\d\d$/, 'must be times such as "08:00-12:00"')
    .transform((span): OpenBlock => ({ from: span.slice(0, 5), to: span.slice(6) })),
)
const day = blocks.default([])
const date = z.string().refine(isDate, 'must be a date such as "2026-12-24"')

/** The whole week: a day that is left out is closed. */
export const configHours = z
  .strictObject({
    mon: day,
    tue: day,
    wed: day,
    thu: day,
    fri: day,
    sat: day,
    sun: day,
    exceptions: z
      .array(
        z.strictObject({ from: date, to: date.optional(), name: z.string().trim().max(80).default(''), open: day }),
      )
      .default([]),
  })
  .transform(({ exceptions, ...week }): OpeningHours => {
    return {
      week,
      exceptions: exceptions.map(({ open, to, ...rest }) => ({ ...rest, to: to ?? rest.from, blocks: open })),
    }
  })
  .superRefine((hours, context) => {
    for (const found of hoursProblems(hours)) {
      const path = found.at === 'week' ? [found.day] : ['exceptions', found.index]
      context.addIssue({ code: 'custom', path, message: `cannot be so: ${hoursProblemWords[found.problem]}` })
    }
  })

export const configQuietHours = quietHours

const template = z.string().trim().max(longestTemplate).optional()
const step = z.strictObject({ usual: template, closed: template, break: template }).optional()
const threeTexts = { first: step, second: step, third: step }

export const configTexts = z.strictObject({
  ...threeTexts,
  /** By the line's number, as among the lines. */
  lines: z.record(z.string().min(1).max(40), z.strictObject(threeTexts)).optional(),
  /** Of the texts to callers. */
  language: z.enum(languages, 'must be "en" or "es"').optional(),
  plainPunctuation: z.boolean().optional(),
  addOptOut: z.boolean().optional(),
})

/** The texts as they are, with what the config says over them. */
export function withConfig(known: Texts, config: z.output<typeof configTexts>): Texts {
  const { lines, language, plainPunctuation, addOptOut, ...steps } = config
  const texts = inLanguage(known, language ?? known.language)
  const ofLines = Object.entries(lines ?? {}).map(([number, own]): LineTexts => {
    const before = texts.lines.find((line) => line.number === number)?.steps
    return { number, steps: merged(before ?? { first: none, second: none, third: none }, own) }
  })
  return {
    steps: merged(texts.steps, steps),
    lines: lines ? ofLines : texts.lines,
    language: texts.language,
    plainPunctuation: plainPunctuation ?? texts.plainPunctuation,
    addOptOut: addOptOut ?? texts.addOptOut,
  }
}

const none: StepTexts = { usual: '', closed: '', break: '' }

type SomeTexts = z.output<typeof step>

function merged(known: ThreeTexts, given: Partial<Record<keyof ThreeTexts, SomeTexts>>): ThreeTexts {
  const texts = { ...known }
  for (const name of stepNames) {
    const { usual, closed, break: onBreak } = { ...given[name] }
    texts[name] = {
      usual: usual || known[name].usual,
      closed: closed ?? known[name].closed,
      break: onBreak ?? known[name].break,
    }
  }
  return texts
}
