import { expect, it } from 'vitest'
import { inWords } from './in-words.ts'

it('leaves an ordinary name as it is', () => {
  for (const name of ['Pat Lee', 'José Núñez', '👩‍👩‍👧‍👦', '<b>Bob</b>']) expect(inWords(name)).toBe(name)
})

it('keeps room for the sentence, and cuts no character in two', () => {
  expect(inWords('A'.repeat(300))).toBe(`${'A'.repeat(47)}…`)
  expect(inWords('👩‍👩‍👧‍👦'.repeat(60))).toBe(`${'👩‍👩‍👧‍👦'.repeat(47)}…`)
})

it('turns no sentence round', () => {
  expect(inWords('\u202eevil')).toBe('evil')
  expect(inWords('שרה')).toBe('\u2068שרה\u2069')
})
