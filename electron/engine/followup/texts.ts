/** The text that a caller gets: asked by the sequence and, through the linter, by the preview. */
import { templateFor } from '../../contract/texts.ts'
import type { StepNumber, TextOccasion, Texts } from '../../contract/texts.ts'
import { writeText } from './template.ts'
import type { TemplateFields, TextStyle, WrittenText } from './template.ts'

/** The text for that occasion with these fields: the very bytes that are sent. */
export function textFor(texts: Texts, occasion: TextOccasion, fields: TemplateFields): WrittenText {
  return writeText(templateFor(texts, occasion), fields, styleOf(texts, occasion.step))
}

/** How a text of that step is written. */
export function styleOf(texts: Pick<Texts, 'addOptOut' | 'plainPunctuation'>, step: StepNumber): TextStyle {
  return { namesBusiness: step === 1, addOptOut: texts.addOptOut, plainPunctuation: texts.plainPunctuation }
}
