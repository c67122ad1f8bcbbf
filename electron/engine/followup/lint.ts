/** What is wrong with a template, or good to know before it is sent: asked while somebody writes, and before it is saved. */
import { costlyCharacters, inPlainLetters } from '../../../telephony/sms/plain-punctuation.ts'
import { countSegments } from '../../../telephony/sms/segments.ts'
import type { Language } from '../../contract/preferences.ts'
import { words } from '../../contract/text/index.ts'
import type { TextFinding, TextPreview } from '../../contract/texts.ts'
import { carrierWordsIn, whatCarriersDo } from './carrier-words.ts'
import { saysHowToOptOut, styleOf, withoutLink, writeText } from './template.ts'
import type { TemplateFields } from './template.ts'

/** From here on a text is dear, and carriers look at it twice. */
const mostSegments = 3

export interface LintOptions {
  /** It is the first text of a follow-up. */
  first: boolean
  fields: TemplateFields
  addOptOut: boolean
  plainPunctuation: boolean
  /** Of the office's texts. */
  language: Language
}

/** The text as it will be sent with these fields, and everything there is to say about its template. */
export function previewOf(template: string, options: LintOptions): TextPreview {
  const { fields, first } = options
  const written = writeText(template, fields, styleOf(options, first))
  const findings = [
    ...aboutBusiness(template, options),
    ...(written.ok ? [] : [error(written.problem)]),
    ...carrierWordsIn(template).map((word) => error(carrierWordProblem(word))),
    ...aboutOptOut(template, options),
    ...aboutLink(template, fields),
  ]
  if (!written.ok) return { body: null, segments: 0, unitsLeft: 0, findings }
  const { encoding, segments, unitsLeft } = countSegments(written.body)
  if (encoding === 'UCS-2' && segments > 1) findings.push(aboutCost(written.body, segments))
  else if (segments > mostSegments) {
    findings.push(warning(words.writing.segments(segments)))
  }
  return { body: written.body, segments, unitsLeft, findings }
}

/** The first reason why a template cannot be saved, for people; null when it can. */
export function refusal(template: string, options: LintOptions): string | null {
  return previewOf(template, options).findings.find(({ severity }) => severity === 'error')?.message ?? null
}

function carrierWordProblem(word: string): string {
  return `${words.writing.carrierWord(word, words.writing.carriers[whatCarriersDo(word)])} ${words.writing.ownWords}`
}

function aboutBusiness(template: string, { first, fields }: LintOptions): TextFinding[] {
  if (!first) return []
  const name = fields.business.trim()
  if (name === '') return [error(words.writing.noBusiness)]
  if (/\{\s*business\s*[|}]/.test(template) || template.includes(name)) return []
  return [note(words.writing.businessInFront)]
}

function aboutOptOut(template: string, { addOptOut }: LintOptions): TextFinding[] {
  if (saysHowToOptOut(template)) return []
  return addOptOut ? [note(words.writing.optOutAdded)] : [warning(words.writing.noOptOut)]
}

function aboutLink(template: string, { bookingLink }: TemplateFields): TextFinding[] {
  if (bookingLink.trim() !== '' || withoutLink(template) === template.trim()) return []
  return [note(words.writing.withoutLink)]
}

function aboutCost(body: string, segments: number): TextFinding {
  const costly = costlyCharacters(body)
  const shown = costly.slice(0, 5).join(' ') + (costly.length > 5 ? ' …' : '')
  const plainer = countSegments(inPlainLetters(body, costly)).segments
  const advice = plainer < segments ? ` ${words.writing.plainLetters(plainer)}` : ''
  return warning(words.writing.costly(shown, costly.length, segments) + advice)
}

const error = (message: string): TextFinding => ({ severity: 'error', message })
const warning = (message: string): TextFinding => ({ severity: 'warning', message })
const note = (message: string): TextFinding => ({ severity: 'note', message })
