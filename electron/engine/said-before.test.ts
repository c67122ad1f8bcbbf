import { afterEach, describe, expect, test } from 'vitest'
import { setLanguage, words } from '../contract/text/index.ts'
import { saidNow } from './said-before.ts'

afterEach(() => setLanguage('en', 'en-US'))

/** What each language says, by the same facts. */
function inBoth(say: () => string): [en: string, es: string] {
  setLanguage('en', 'en-US')
  const english = say()
  setLanguage('es', 'en-US')
  return [english, say()]
}

describe('a sentence of the store', () => {
  const sentences: (() => string)[] = [
    ...Object.keys(words.rules).map((rule) => () => words.rules[rule as keyof typeof words.rules]),
    () => words.reasons.weeklyLimit(3),
    () => words.reasons.braked(30),
    () => words.reasons.closed,
    () => words.reasons.textedElsewhere,
    ...Object.keys(words.followUp.why).flatMap((why) => {
      const reason = why as keyof typeof words.followUp.why
      return [
        () => words.followUp.stopped(words.followUp.why[reason]('Kim: (Lee) $1')),
        () => words.followUp.stopped(words.followUp.why[reason](words.followUp.theCaller)),
      ]
    }),
    () => words.followUp.stopped(words.followUp.notKnown),
    () => words.followUp.leftOut(2, 3, words.followUp.skippedByStaff),
    () => words.followUp.leftOut(2, 3, words.followUp.inside(words.rules.landline)),
    () => words.followUp.noMore(words.followUp.inside(words.reasons.weeklyLimit(3))),
    () => words.optOut.asked,
    () => words.optOut.askedOfOther('(530) 555-0119'),
    () => words.optOut.out.gateway,
    () => words.optOut.inByText,
    () => words.contacts.blocked,
  ]

  test('is said in the language that holds, whichever held when it was stored', () => {
    for (const say of sentences) {
      const [english, spanish] = inBoth(say)
      expect(saidNow(english)).toBe(spanish)
      expect(saidNow(spanish)).toBe(spanish)
      setLanguage('en', 'en-US')
      expect(saidNow(spanish)).toBe(english)
      expect(saidNow(english)).toBe(english)
    }
  })

  test('that no catalogue made stays as it is', () => {
    for (const strange of ['', 'Moved from the old system', 'Follow-up stopped', 'x'.repeat(5000)]) {
      expect(saidNow(strange)).toBe(strange)
    }
  })
})
