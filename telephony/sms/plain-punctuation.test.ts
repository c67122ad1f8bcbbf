import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costlyCharacters, withFewerSegments } from './plain-punctuation.ts'
import { countSegments } from './segments.ts'

describe('plain punctuation', () => {
  it('is used where it saves a part', () => {
    const body = `We’re sorry – “${'a'.repeat(70)}” … call\u00a0us`
    expect(withFewerSegments(body)).toBe(`We're sorry - "${'a'.repeat(70)}" ... call us`)
  })

  it('leaves a text alone that gains nothing by it', () => {
    expect(withFewerSegments('We’re here')).toBe('We’re here')
    const emoji = `🦷 We’re ${'a'.repeat(80)}`
    expect(withFewerSegments(emoji)).toBe(emoji)
  })

  it('never costs a part, and never changes letters, digits or emoji', () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, '').normalize()
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.constantFrom('’', '—', ''), (text, mark) => {
        const body = `${text}${mark}`
        const plainer = withFewerSegments(body)
        expect(countSegments(plainer).segments).toBeLessThanOrEqual(countSegments(body).segments)
        expect(letters(plainer)).toBe(letters(body))
      }),
    )
  })
})

it('names the characters that make a text dear', () => {
  expect(costlyCharacters('Déjà vu 🦷🦷 & “hi”, señor')).toEqual(['🦷', '“', '”'])
})
