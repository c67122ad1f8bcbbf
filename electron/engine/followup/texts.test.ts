import { describe, expect, test } from 'vitest'
import { templateFor } from '../../contract/texts.ts'
import type { StepTexts, Texts } from '../../contract/texts.ts'
import { textFor } from './texts.ts'

const none: StepTexts = { usual: '', closed: '', break: '' }
const texts: Texts = {
  steps: {
    first: { usual: 'first', closed: 'first, closed', break: '' },
    second: { usual: 'second', closed: '', break: 'second, break' },
    third: { usual: 'third', closed: '', break: '' },
  },
  lines: [{ number: '+13125550110', steps: { first: { ...none, usual: 'emergency' }, second: none, third: none } }],
  plainPunctuation: true,
  addOptOut: false,
}

describe('the template for an occasion', () => {
  test.each([
    [1, null, 'open', 'first'],
    [1, null, 'closed', 'first, closed'],
    [1, null, 'break', 'first'],
    [2, '+13125550199', 'break', 'second, break'],
    [3, null, 'closed', 'third'],
    [1, '+13125550110', 'open', 'emergency'],
    [1, '+13125550110', 'closed', 'emergency'],
    [2, '+13125550110', 'closed', 'second'],
  ] as const)('step %i, line %s, %s: %s', (step, line, state, template) => {
    expect(templateFor(texts, { step, line, state })).toBe(template)
  })

  test('names the business in the first text, and not in the later ones', () => {
    const fields = { business: 'Oak Dental', caller: null, line: null, bookingLink: '' }
    const bodies = ([1, 2] as const).map((step) => textFor(texts, { step, line: null, state: 'open' }, fields))
    expect(bodies).toEqual([
      { ok: true, body: 'Oak Dental: first' },
      { ok: true, body: 'second' },
    ])
  })
})
