import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from './preferences.ts'
import { hasOwnWords, inLanguage, standardTexts } from './standard-texts.ts'
import { stepNames, templateFor } from './texts.ts'
import type { StepTexts, Texts } from './texts.ts'

const none: StepTexts = { usual: '', closed: '', break: '' }
const texts: Texts = {
  steps: {
    first: { usual: 'first', closed: 'first, closed', break: '' },
    second: { usual: 'second', closed: '', break: 'second, break' },
    third: { usual: 'third', closed: '', break: '' },
  },
  lines: [{ number: '+13125550110', steps: { first: { ...none, usual: 'emergency' }, second: none, third: none } }],
  language: 'en',
  plainPunctuation: true,
  addOptOut: false,
}

test.each([
  [1, null, 'open', 'first'],
  [1, null, 'closed', 'first, closed'],
  [1, null, 'break', 'first'],
  [2, '+13125550199', 'break', 'second, break'],
  [3, null, 'closed', 'third'],
  [1, '+13125550110', 'open', 'emergency'],
  [1, '+13125550110', 'closed', 'emergency'],
  [2, '+13125550110', 'closed', 'second'],
] as const)('the template of step %i, line %s, %s: %s', (step, line, state, template) => {
  expect(templateFor(texts, { step, line, state })).toBe(template)
})

describe('another language for callers', () => {
  const words = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.constantFrom(...languages.flatMap((language) => Object.values(standardTexts[language]))),
  )
  const step = fc.record({ usual: words, closed: words, break: words })
  const three = fc.record({ first: step, second: step, third: step })
  const anyTexts: fc.Arbitrary<Texts> = fc.record({
    language: fc.constantFrom(...languages),
    steps: three,
    lines: fc.array(fc.record({ number: fc.string(), steps: three }), { maxLength: 2 }),
    plainPunctuation: fc.boolean(),
    addOptOut: fc.boolean(),
  })

  test('changes the standard texts, and nothing that the office wrote', () => {
    fc.assert(
      fc.property(anyTexts, fc.constantFrom(...languages), (before, language) => {
        const after = inLanguage(before, language)
        for (const name of stepNames) {
          const { usual, ...others } = before.steps[name]
          const isStandard = usual.trim() === standardTexts[before.language][name]
          expect(after.steps[name]).toEqual({ ...others, usual: isStandard ? standardTexts[language][name] : usual })
        }
        expect({ ...after, steps: before.steps }).toEqual({ ...before, language })
      }),
    )
  })

  test('and back again is as it was', () => {
    const untouched: Texts = {
      language: 'en',
      steps: {
        first: { ...none, usual: standardTexts.en.first },
        second: { ...none, usual: standardTexts.en.second },
        third: { ...none, usual: standardTexts.en.third },
      },
      lines: [],
      plainPunctuation: true,
      addOptOut: true,
    }
    expect(hasOwnWords(untouched)).toBe(false)
    expect(hasOwnWords(inLanguage(untouched, 'es'))).toBe(false)
    expect(inLanguage(inLanguage(untouched, 'es'), 'en')).toEqual(untouched)
    expect(hasOwnWords({ ...untouched, language: 'es' })).toBe(true)
  })
})
