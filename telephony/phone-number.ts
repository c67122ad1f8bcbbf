/**
 * Numbers as a phone system shows them, as people write them, and as everything of ours keeps them (E.164). The
 * numbering plans are libphonenumber's with its full data: only a number that the plan of its country gives out
 * counts, so that nothing is ever texted to `+1 555 …`.
 */
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max'

/** What a number is by its plan. North America's plan cannot tell mobile from landline: `fixed-or-mobile`. */
export type NumberKind = 'mobile' | 'fixed' | 'fixed-or-mobile' | 'toll-free' | 'premium' | 'other'

/**
 * - `withheld`: the caller gave no number, or the provider passed on a word for "none".
 * - `short`: six digits or fewer: an extension, an emergency or service number.
 * - `invalid`: digits that no country gives out, a number without its area code, or no number at all.
 */
export type NotANumber = 'withheld' | 'short' | 'invalid'

export type ParsedNumber =
  | {
      ok: true
      /** E.164. */
      number: string
      /** ISO 3166 alpha-2; null for numbers of no country (satellite, international freephone). */
      country: string | null
      kind: NumberKind
    }
  | { ok: false; why: NotANumber }

/** What phone systems and providers write where there is no number. */
const wordsForWithheld = new Set([
  '',
  'anonymous',
  'asserted',
  'blocked',
  'id unavailable',
  'no caller id',
  'no number',
  'not available',
  'number withheld',
  'out of area',
  'private',
  'private number',
  'restricted',
  'unavailable',
  'unknown',
  'unknown number',
  'withheld',
])

/** Digits and what people put between them. Letters, extensions and the like make it no caller's number. */
const numberShape = /^\+?[\d\s().\-/]+$/

/** E.164 has at most 15 digits; the rest is room for a prefix and punctuation. */
const longestShown = 40

/**
 * Reads a number as the phone system shows it (`5305550131`, `15305550131`, `0015305550131`, `<unknown>`, a SIP
 * address …), from the point of view of an office in `officeCountry` (ISO 3166 alpha-2). Never throws.
 */
export function parseNumber(shown: string | null, officeCountry: string): ParsedNumber {
  const key = `${officeCountry} ${shown ?? ''}`
  const before = known.get(key)
  if (before) return before
  const found = findNumber(shown, officeCountry)
  if (known.size >= mostKnown) known.clear()
  known.set(key, Object.freeze(found))
  return found
}

/** Numbers that were read lately: one call asks for the same few again and again, each a walk through the plans. */
const known = new Map<string, ParsedNumber>()
const mostKnown = 500

function findNumber(shown: string | null, officeCountry: string): ParsedNumber {
  const text = plainText(shown)
  if (wordsForWithheld.has(text.toLowerCase())) return { ok: false, why: 'withheld' }
  if (text.length > longestShown || !numberShape.test(text)) return { ok: false, why: 'invalid' }
  const digits = text.replace(/\D/g, '')
  if (digits.length <= 6) return { ok: false, why: digits === '' ? 'invalid' : 'short' }

  for (const spelling of spellings(text, digits)) {
    const found = parsePhoneNumberFromString(spelling, { ...defaultCountry(officeCountry), extract: false })
    if (found?.isValid()) {
      return { ok: true, number: found.number, country: found.country ?? null, kind: kindOf(found) }
    }
  }
  return { ok: false, why: 'invalid' }
}

/**
 * How people of the office write this number (E.164 in): without the country code for their own country, with it for
 * all others. What is no number comes back as it is.
 */
export function numberForPeople(number: string, officeCountry: string): string {
  const found = parsePhoneNumberFromString(number, { extract: false })
  if (!found) return number
  // Toll-free and the like belong to a whole numbering plan, not to one of its countries.
  const own = found.country === officeCountry.toUpperCase() || found.country === undefined
  return own && found.isValid() && sameCallingCode(found, officeCountry)
    ? found.formatNational()
    : found.formatInternational()
}

/**
 * The number as it is kept (E.164), however it is shown; what is no number (a phone system's `s`, an extension) stays
 * as it is.
 */
export function numberAsKept(shown: string, officeCountry: string): string {
  const parsed = parseNumber(shown, officeCountry)
  return parsed.ok ? parsed.number : shown
}

/** For logs: enough to tell two callers apart, too little to call one. */
export function maskNumber(number: string | null): string {
  const digits = plainText(number).replace(/\D/g, '')
  if (digits === '') return 'no number'
  return `…${digits.slice(digits.length > 6 ? -4 : -2)}`
}

/** What to look for in stored numbers: the whole number (E.164), or digits that stand somewhere in it. */
export type NumberSearch = { whole: string } | { part: string }

/**
 * Reads what somebody typed into the search field as a number, in any spelling, whole or in part; null when it is
 * not one (a name, words of a text, fewer than three digits).
 */
export function numberSearch(typed: string, officeCountry: string): NumberSearch | null {
  const text = asTypedPlainly(typed)
  if (text.length > longestShown || !numberShape.test(text)) return null
  const digits = text.replace(/\D/g, '')
  if (digits.length < 3) return null
  const parsed = parseNumber(text, officeCountry)
  if (parsed.ok) return { whole: parsed.number }
  // What is stored has neither the prefix for calls abroad nor the zero before the area code.
  return { part: text.startsWith('+') ? digits : digits.replace(/^(011|0+)(?=\d{3})/, '') }
}

/** What was copied from a page or a phone, with the signs that a keyboard has. */
function asTypedPlainly(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}\u2212·•_]/gu, '-')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .trim()
    .replace(/^(?:tel|sms):\s*/i, '')
    .replace(/^\(\s*(\+\s*\d+)\s*\)/, '$1 ')
}

/** Strips what SIP and quoting put around a number. */
function plainText(shown: string | null): string {
  return (shown ?? '')
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace(/^<(.*)>$/, '$1')
    .replace(/^(sips?|tel):/i, '')
    .replace(/[@;].*$/, '')
    .trim()
}

/**
 * The ways to read these digits, in order: as the office's own country dials, then with the prefixes for calls abroad
 * that carriers leave in front whatever the country of the office (`00` most of the world, `011` North America).
 */
function* spellings(text: string, digits: string): Generator<string> {
  yield text
  if (text.startsWith('+')) return
  if (digits.startsWith('00')) yield `+${digits.slice(2)}`
  if (digits.startsWith('011')) yield `+${digits.slice(3)}`
}

function defaultCountry(officeCountry: string): { defaultCountry?: CountryCode } {
  const country = officeCountry.toUpperCase()
  return isSupportedCountry(country) ? { defaultCountry: country } : {}
}

function sameCallingCode(number: PhoneNumber, officeCountry: string): boolean {
  const country = defaultCountry(officeCountry).defaultCountry
  return country !== undefined && number.getPossibleCountries().includes(country)
}

function kindOf(number: PhoneNumber): NumberKind {
  switch (number.getType()) {
    case 'MOBILE':
      return 'mobile'
    case 'FIXED_LINE':
      return 'fixed'
    case 'FIXED_LINE_OR_MOBILE':
      return 'fixed-or-mobile'
    case 'TOLL_FREE':
      return 'toll-free'
    case 'PREMIUM_RATE':
      return 'premium'
    default:
      return 'other'
  }
}
