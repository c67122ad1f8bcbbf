/** Phone numbers that people write into a text: where they stand, and what they are. */
import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/max'

export interface NumberInText {
  /** Of the text, in UTF-16 units; `end` is the first unit after it. */
  start: number
  end: number
  /** E.164. */
  number: string
}

/** Seven digits with little between them: less is no number, and most texts have not even that. */
const mayHaveOne = /\d(?:[\s().\-/]{0,3}\d){6}/

/** All numbers of a text that the plan of their country gives out. `country`: of those without a country code. */
export function numbersIn(text: string, country: string): NumberInText[] {
  if (!mayHaveOne.test(text)) return []
  const home = country.toUpperCase()
  const found = isSupportedCountry(home) ? findPhoneNumbersInText(text, home) : findPhoneNumbersInText(text)
  return found
    .filter(({ number }) => number.isValid())
    .map(({ startsAt, endsAt, number }) => ({ start: startsAt, end: endsAt, number: number.number }))
}
