/**
 * How an office dials out: what stands before the number, and in which form the number is. Learnt from what its people
 * dial, so that nobody has to know.
 */
import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'

/**
 * - `country-code`: country code and number, `15305550141`.
 * - `national`: as within the country, `5305550141`; numbers abroad with the country's prefix for them.
 * - `e164`: with the plus sign, `+15305550141`.
 */
export type NumberForm = 'country-code' | 'national' | 'e164'

export interface Dialling {
  /** What gets an outside line, e.g. `9`; mostly empty. */
  prefix: string
  form: NumberForm
}

export const numberForms: readonly NumberForm[] = ['country-code', 'national', 'e164']

/**
 * In the order in which they are tried where nothing is known of an office in `country` (ISO 3166 alpha-2). Only in
 * North America people dial the country code for numbers of their own country, too.
 */
export function usualForms(country: string): readonly NumberForm[] {
  const from = country.toUpperCase()
  const isNorthAmerican = isSupportedCountry(from) && getCountryCallingCode(from) === '1'
  return isNorthAmerican ? numberForms : ['national', 'country-code', 'e164']
}

/** What may stand before a number. */
export const dialPrefix = /^[\d*#]{0,6}$/

/**
 * What to dial for `number` (E.164) from an office in `country` (ISO 3166 alpha-2): digits, `*`, `#`, and a plus sign
 * for `e164` alone. Null when it is no number that exists, or the prefix is none.
 */
export function dialled(number: string, { prefix, form }: Dialling, country: string): string | null {
  if (!dialPrefix.test(prefix)) return null
  const found = parsePhoneNumberFromString(number, { extract: false })
  if (!found?.isValid() || found.number !== number) return null
  const plain = found.number.slice(1)
  if (form === 'e164') return `${prefix}+${plain}`
  if (form === 'country-code') return `${prefix}${plain}`
  const from = country.toUpperCase()
  if (!isSupportedCountry(from)) return `${prefix}${plain}`
  const isOwn = found.getPossibleCountries().includes(from)
  const text = isOwn ? found.formatNational() : found.format('IDD', { fromCountry: from })
  const digits = text.replace(/\D/g, '')
  // A calling code alone tells no way abroad where the plan names no prefix for it.
  return digits === '' ? null : `${prefix}${digits}`
}

/** The longest prefix that is believed to be one. */
const longestLearnt = 3

/**
 * How the office dials, by what was dialled for which number (E.164), newest first. Null when that tells nothing.
 *
 * @param calls outbound calls that went through
 */
export function learnDialling(calls: readonly { dialed: string; number: string }[], country: string): Dialling | null {
  const votes = new Map<string, { dialling: Dialling; count: number }>()
  for (const { dialed, number } of calls) {
    const dialling = readDialling(dialed, number, country)
    if (!dialling) continue
    const key = `${dialling.prefix} ${dialling.form}`
    const vote = votes.get(key) ?? { dialling, count: 0 }
    votes.set(key, { dialling, count: vote.count + 1 })
  }
  // A map keeps the order in which entries came: of equals, the newest wins.
  const [best] = [...votes.values()].sort((a, b) => b.count - a.count)
  return best?.dialling ?? null
}

/** The form that leaves the shortest prefix; null when `dialed` does not end in the number. */
function readDialling(dialed: string, number: string, country: string): Dialling | null {
  const readings = numberForms.flatMap((form): Dialling[] => {
    const plain = dialled(number, { prefix: '', form }, country)
    if (plain === null || !dialed.endsWith(plain)) return []
    const prefix = dialed.slice(0, dialed.length - plain.length)
    return prefix.length <= longestLearnt && dialPrefix.test(prefix) ? [{ prefix, form }] : []
  })
  return readings.sort((a, b) => a.prefix.length - b.prefix.length)[0] ?? null
}
