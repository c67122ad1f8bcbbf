import { expect, test } from 'vitest'
import { templateFor } from './texts.ts'
import type { StepTexts, Texts } from './texts.ts'

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
