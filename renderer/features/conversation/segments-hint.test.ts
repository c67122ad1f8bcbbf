import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestBody, segmentsHint } from './segments-hint.ts'

describe('the hint under the composer', () => {
  it('is silent until something is written', () => {
    expect(segmentsHint('  \n')).toBeNull()
  })

  it('counts plain text in 160 characters', () => {
    expect(segmentsHint('a'.repeat(55))?.words).toBe('1 text, 105 characters left')
    expect(segmentsHint('a'.repeat(160))?.words).toBe('1 text, 0 characters left')
    expect(segmentsHint('a'.repeat(161))?.words).toBe('2 texts, 145 characters left')
  })

  it('counts emoji and other scripts in 70 characters', () => {
    expect(segmentsHint('שלום')?.words).toBe('1 text, 66 characters left')
    expect(segmentsHint('🦷')?.words).toBe('1 text, 68 characters left')
  })

  it('says by how much a text is too long', () => {
    expect(segmentsHint('a'.repeat(longestBody + 3))).toEqual({
      words: '3 characters too long for one message',
      tooLong: true,
    })
  })

  it('has words for whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (draft) => segmentsHint(draft)?.words !== ''))
  })
})
