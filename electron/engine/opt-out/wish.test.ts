import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wish } from './wish.ts'

/** One phrase a line; a line break within a phrase is written \\n. */
function phrases(file: string): string[] {
  const text = readFileSync(new URL(`./phrases/${file}.txt`, import.meta.url), 'utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replaceAll('\\n', '\n'))
}

describe('what words ask of us', () => {
  test.each(phrases('no-more-texts'))('"%s" is an opt-out', (body) => {
    expect(wish(body)).toBe('out')
  })

  test.each(phrases('nothing-of-the-kind'))('"%s" asks nothing', (body) => {
    expect(wish(body)).toBeNull()
  })

  test.each(phrases('ask-staff'))('"%s" is put before staff', (body) => {
    expect(wish(body)).toBe('ask')
  })

  test.each(['START', 'start.', 'Unstop', 'UNSTOP please'])('"%s" asks for texts again', (body) => {
    expect(wish(body)).toBe('in')
  })

  test('a bare YES opens nothing', () => {
    expect(wish('YES')).toBeNull()
  })

  test.each(['HELP', 'help!', 'Info', 'Ayuda'])('"%s" asks for help', (body) => {
    expect(wish(body)).toBe('help')
  })

  test('a keyword is a keyword whatever case, blanks and punctuation stand around it', () => {
    const around = fc.stringMatching(/^[\s.,!?"'()*-]{0,5}$/)
    fc.assert(
      fc.property(around, fc.constantFrom('stop', 'Unsubscribe', 'QUIT', 'End', 'optout'), around, (a, word, b) => {
        expect(wish(a + word + b)).toBe('out')
      }),
    )
  })

  test('nothing that people write breaks it, however long', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (body) => void wish(body)))
    const began = performance.now()
    wish('stop '.repeat(100_000))
    wish(`no quiero ${'mas '.repeat(100_000)}`)
    expect(performance.now() - began).toBeLessThan(500)
  })
})
