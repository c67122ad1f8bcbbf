/** The automatic texts as the office writes them: templates with fields in braces, `{caller|there}`. */

import type { Language } from './preferences.ts'

/** One of the three texts of a follow-up. */
export interface StepTexts {
  /** While the office is open, and whenever there is no other. */
  usual: string
  /** While it is closed; empty for the usual one. */
  closed: string
  /** During a break; empty for the usual one. */
  break: string
}

export const stepNames = ['first', 'second', 'third'] as const
export type StepName = (typeof stepNames)[number]
export type ThreeTexts = Record<StepName, StepTexts>

/** What callers of one line get instead. */
export interface LineTexts {
  /** E.164, or as the phone system shows it. */
  number: string
  /** A step without a usual text has the office's. */
  steps: ThreeTexts
}

export interface Texts {
  /**
   * Of the texts to callers, whatever the window's is: of the standard texts and of what Ringback adds. What the office
   * writes itself is in whichever language it was written in.
   */
  language: Language
  steps: ThreeTexts
  lines: LineTexts[]
  /** Curly quotes and long dashes become plain ones where that makes a text fewer parts. */
  plainPunctuation: boolean
  /** Texts that do not say how to opt out have it added. */
  addOptOut: boolean
}

export type StepNumber = 1 | 2 | 3
export type OfficeHoursState = 'open' | 'closed' | 'break'

/** The fields that a template can have, in the order in which they are offered. */
export const textFields = ['business', 'caller', 'line', 'bookingLink'] as const

/** Something to know about a template. `error`: it cannot be sent, nor saved. */
export interface TextFinding {
  severity: 'error' | 'warning' | 'note'
  message: string
}

/** A template as callers will get it. */
export interface TextPreview {
  /** Exactly what is sent; null when nothing can be. */
  body: string | null
  /** Of `body`: the billed parts, and what still fits into the last. */
  segments: number
  unitsLeft: number
  findings: TextFinding[]
}

/** Longest template, in UTF-16 units. */
export const longestTemplate = 640

export interface TextOccasion {
  step: StepNumber
  /** The line that was dialled, as the settings keep its number (`numberAsKept`); null when it is not known. */
  line: string | null
  /** Whether the office is open when the text goes out. */
  state: OfficeHoursState
}

/**
 * The template for that occasion. A line's own text comes before the office's, even where the office has one for just
 * these hours; a text for these hours comes before the usual one.
 */
export function templateFor({ steps, lines }: Texts, { step, line, state }: TextOccasion): string {
  const ofLine = lines.find(({ number }) => number === line)
  const own = ofLine && textAt(textsOf(ofLine.steps, step), state)
  return own || textAt(textsOf(steps, step), state)
}

function textsOf(steps: ThreeTexts, step: StepNumber): StepTexts {
  return steps[stepNames[step - 1] ?? 'first']
}

function textAt({ usual, closed, break: onBreak }: StepTexts, state: OfficeHoursState): string {
  return (state === 'closed' ? closed : state === 'break' ? onBreak : '') || usual
}
