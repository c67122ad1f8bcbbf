/**
 * Makes the text that a caller gets. Fields stand in braces, with an optional fallback: `{caller|there}`. The preview
 * in Settings and the text that is sent come from this one function, so that they are the same, byte for byte.
 */

export interface TemplateFields {
  business: string
  /** The caller's name; null when it is not known. */
  caller: string | null
  /** What people call the line that was dialled; null when it has no name. */
  line: string | null
  bookingLink: string
}

export type WrittenText =
  | { ok: true; body: string }
  /** `problem` is for people: why there is no text. */
  | { ok: false; problem: string }

const optOutLine = 'Reply STOP and we will not text you again.'

/** The template says itself how to opt out; "stop by our office" does not. */
const namesStop = /\bSTOP\b|\b(?:reply|text|send|answer)\b[^.]{0,20}\bstop\b/

/** Code points of a field; names from the phone network can be anything. */
const longestField = 60
const longestLink = 300
/** What one text may hold at the gateway. */
const longestBody = 1600

/** For fields that no office can fill for every caller: a template without a fallback must not cost the text. */
const lastResorts = new Map([
  ['caller', 'there'],
  ['line', 'us'],
])

/** What the phone network writes where it has no name. */
const namelessCaller = /^(wireless|cell(ular)?|mobile|unknown|toll ?free|private|anonymous|unavailable)\b|^[^\p{L}]*$/iu

/** Fills a template in. Refuses when a field is not known, or has neither a value nor a fallback. */
export function writeText(template: string, fields: TemplateFields): WrittenText {
  const values = valuesOf(fields)
  let problem: string | null = null
  // One pass: a value that looks like a field is never filled in again.
  const filled = template.replace(/\r\n?/g, '\n').replace(/\{([^{}]*)\}/g, (_, inside: string) => {
    const [name = '', ...rest] = inside.split('|')
    const value = values.get(name.trim())
    if (value === undefined) {
      problem ??= `The template has a field that Ringback does not know: {${name.trim()}}.`
      return ''
    }
    const text = value === '' ? tidy(rest.join('|'), longestField) || (lastResorts.get(name.trim()) ?? '') : value
    if (text === '') problem ??= `The template uses {${name.trim()}}, which is empty, and gives no fallback.`
    return text
  })
  if (problem === null && /[{}]/.test(filled)) problem = 'The template has a brace that does not belong to a field.'
  if (problem !== null) return { ok: false, problem }
  const body = withOptOut(withBusiness(filled.trim(), values.get('business') ?? ''))
  if (body.length > longestBody) return { ok: false, problem: 'The text is too long.' }
  return { ok: true, body }
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

function withOptOut(body: string): string {
  return namesStop.test(body) ? body : `${body} ${optOutLine}`
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
