/**
 * Makes the text that a caller gets. Fields stand in braces, with an optional fallback: `{caller|there}`. The preview
 * in Settings and the text that is sent come from this one function, so that they are the same, byte for byte.
 */
import { withFewerSegments } from '../../../telephony/sms/plain-punctuation.ts'
import type { Language } from '../../contract/preferences.ts'
import { words } from '../../contract/text/index.ts'
import { addedWords, withoutName } from './added-words.ts'

export interface TemplateFields {
  business: string
  /** The caller's name; null when it is not known. */
  caller: string | null
  /** What people call the line that was dialled; null when it has no name. */
  line: string | null
  /** Empty when there is none, or when this text shall go without. */
  bookingLink: string
}

export interface TextStyle {
  /** The first text of a follow-up says who writes: the name is put in front where the template has it not. */
  namesBusiness: boolean
  /** The opt-out wording is added where the template does not name STOP. */
  addOptOut: boolean
  /** See telephony/sms/plain-punctuation.ts. */
  plainPunctuation: boolean
  /** Of what is added. */
  language: Language
}

export type WrittenText =
  | { ok: true; body: string }
  /** `problem` is for people: why there is no text. */
  | { ok: false; problem: string }

/** How the office's texts are written; `first`: it is the first of a follow-up. */
export function styleOf(texts: Omit<TextStyle, 'namesBusiness'>, first: boolean): TextStyle {
  const { addOptOut, plainPunctuation, language } = texts
  return { namesBusiness: first, addOptOut, plainPunctuation, language }
}

const usualStyle: TextStyle = { namesBusiness: true, addOptOut: true, plainPunctuation: true, language: 'en' }

/** The template says itself how to opt out; "stop by our office" does not. */
const namesStop = /\bSTOP\b/
const asksForStop =
  /\b(?:reply|text|send|answer|responda|responde|conteste|contesta|env[ií][ea]|mande|manda|escriba|escribe)\b[^.]{0,20}\bstop\b(?!\s+by\b)/i

/** Code points of a field; names from the phone network can be anything. */
const longestField = 60
const longestLink = 300
/** What one text may hold at the gateway, in UTF-16 units. */
export const longestBody = 1600

/** What the phone network writes where it has no name. */
const namelessCaller =
  /^(wireless|cell(ular)?|mobile|unknown|toll ?free|private|anonymous|unavailable|desconocid[oa]|privad[oa]|an[oó]nim[oa]|celular)\b|^[^\p{L}]*$/iu

const linkWithoutFallback = /\{\s*bookingLink\s*(?:\|\s*)?\}/

/**
 * Fills a template in. Refuses when a field is not known, or has neither a value nor a fallback. A sentence whose booking
 * link has neither is left out, unless nothing else would remain.
 */
export function writeText(template: string, fields: TemplateFields, style: TextStyle = usualStyle): WrittenText {
  const values = valuesOf(fields)
  let problem: string | null = null
  const { optOut, lastResorts } = addedWords[style.language]
  const plainTemplate = template.replace(/\r\n?/g, '\n')
  const linked = values.get('bookingLink') === '' ? withoutLink(plainTemplate) : plainTemplate
  const sayable = lastResorts.caller === null && values.get('caller') === '' ? withoutName(linked) : linked
  // One pass: a value that looks like a field is never filled in again.
  const filled = sayable.replace(/\{([^{}]*)\}/g, (_, inside: string) => {
    const [name = '', ...rest] = inside.split('|')
    const value = values.get(name.trim())
    if (value === undefined) {
      problem ??= words.writing.unknownField(name.trim())
      return ''
    }
    const text = value === '' ? tidy(rest.join('|'), longestField) || lastResort(lastResorts, name.trim()) : value
    if (text === '') problem ??= words.writing.emptyField(name.trim())
    return text
  })
  if (problem === null && /[{}]/.test(filled)) problem = words.writing.looseBrace
  if (problem === null && filled.trim() === '') problem = words.writing.empty
  if (problem !== null) return { ok: false, problem }
  const named = style.namesBusiness ? withBusiness(filled.trim(), values.get('business') ?? '') : filled.trim()
  const whole = style.addOptOut ? withOptOut(named, optOut) : named
  const body = style.plainPunctuation ? withFewerSegments(whole) : whole
  if (body.length > longestBody) return { ok: false, problem: words.writing.tooLong }
  return { ok: true, body }
}

/** Says the text that will go out how to opt out? */
export function saysHowToOptOut(text: string): boolean {
  return namesStop.test(text) || asksForStop.test(text)
}

/** The template without the sentences that only a booking link would complete; whole when those are all it has. */
export function withoutLink(template: string): string {
  const kept = sentencesOf(template).filter((sentence) => !linkWithoutFallback.test(sentence))
  const rest = kept.join('').trim()
  return rest === '' ? template : rest
}

/** Short words whose full stop ends no sentence. */
const abbreviation = /(?:^|[^\p{L}])(?:\p{Lu}|Dr|Dra|Mr|Mrs|Ms|St|Sr|Sra|Prof|Ave|No|approx)\.$/u

/** The sentences with the blanks after them; together they are the whole text. What stands in braces ends none. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  let sentence = ''
  let inBraces = false
  for (const piece of text.match(/[.!?…]+\s+|\n\s*|[{}]|./gsu) ?? []) {
    sentence += piece
    if (piece === '{' || piece === '}') inBraces = piece === '{'
    const ends = piece.startsWith('\n') || /^[.!?…]+\s/.test(piece)
    if (ends && !inBraces && !abbreviation.test(sentence.trimEnd())) {
      sentences.push(sentence)
      sentence = ''
    }
  }
  return sentence === '' ? sentences : [...sentences, sentence]
}

function valuesOf(fields: TemplateFields): Map<string, string> {
  const business = tidy(fields.business, longestField)
  const caller = tidy(fields.caller ?? '', longestField)
  return new Map([
    ['business', business],
    ['caller', namelessCaller.test(caller) ? '' : caller],
    ['line', tidy(fields.line ?? '', longestField)],
    ['bookingLink', tidy(fields.bookingLink, longestLink)],
  ])
}

/** The first text of a follow-up says who writes. */
function withBusiness(body: string, business: string): string {
  return business === '' || body.includes(business) ? body : `${business}: ${body}`
}

function withOptOut(body: string, optOut: string): string {
  return saysHowToOptOut(body) ? body : `${body} ${optOut}`
}

function lastResort(known: Readonly<Record<string, string | null>>, field: string): string {
  return (Object.hasOwn(known, field) ? known[field] : null) ?? ''
}

/**
 * One line of plain characters: no control, line-break, invisible or direction-changing characters, no braces, no
 * more than `longest` code points.
 */
function tidy(value: string, longest: number): string {
  const line = value
    .replace(/[{}]|[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim()
  return Array.from(line).slice(0, longest).join('').trim()
}
