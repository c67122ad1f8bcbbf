import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fit } from './fuzzy.ts'

const best = (query: string, labels: string[]) =>
  labels
    .map((label) => ({ label, score: fit(label, query)?.score ?? 0 }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ label }) => label)

describe('what goes with what was typed', () => {
  it('begins with it, then has a word that does, then has it inside, then its letters in order', () => {
    expect(best('res', ['Mark done', 'Stores', 'Write responses', 'Resume', 'Reply, see'])).toEqual([
      'Resume',
      'Write responses',
      'Stores',
      'Reply, see',
    ])
  })

  it('has all of its words, in any order', () => {
    expect(best('hours settings', ['Settings: Business hours', 'Settings: Texting'])).toEqual([
      'Settings: Business hours',
    ])
  })

  it('does not ask for accents or capitals', () => {
    expect(fit('Central telefónica', 'TELEFONICA')).toEqual({ score: 3, spelled: true })
  })

  it('is found by any part of its own label, whatever is written in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (label, from, length) => {
        const part = label.slice(from % (label.length + 1), (from % (label.length + 1)) + (length % 8))
        expect(() => fit(label, part)).not.toThrow()
        expect(fit(label, label)).not.toBeNull()
      }),
    )
  })
})
