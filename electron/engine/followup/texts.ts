/** Which template a caller gets, and the text that comes of it: asked by the sequence and by the preview alike. */
import { stepNames } from '../../contract/texts.ts'
import type { OfficeHoursState, StepNumber, StepTexts, Texts, ThreeTexts } from '../../contract/texts.ts'
import { writeText } from './template.ts'
import type { TemplateFields, TextStyle, WrittenText } from './template.ts'

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

/** The text for that occasion with these fields: the very bytes that are sent. */
export function textFor(texts: Texts, occasion: TextOccasion, fields: TemplateFields): WrittenText {
  return writeText(templateFor(texts, occasion), fields, styleOf(texts, occasion.step))
}

/** How a text of that step is written. */
export function styleOf(texts: Pick<Texts, 'addOptOut' | 'plainPunctuation'>, step: StepNumber): TextStyle {
  return { namesBusiness: step === 1, addOptOut: texts.addOptOut, plainPunctuation: texts.plainPunctuation }
}

export function textsOf(steps: ThreeTexts, step: StepNumber): StepTexts {
  return steps[stepNames[step - 1] ?? 'first']
}

function textAt({ usual, closed, break: onBreak }: StepTexts, state: OfficeHoursState): string {
  return (state === 'closed' ? closed : state === 'break' ? onBreak : '') || usual
}
