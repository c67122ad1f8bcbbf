import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asItWas, csvLine } from './csv.ts'

/** As spreadsheets read it. */
function cellsOf(line: string): string[] {
  return Array.from(line.trimEnd().matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) => {
    return quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"')
  })
}

test('what a caller is called is never a formula', () => {
  const names = ['=HYPERLINK("http://x","y")', '+1 530', '-2+3', '@SUM(A1)', '\t=1', ' =1', '\u200F=1', '＝1']
  for (const name of names) expect(cellsOf(csvLine(['a', name]))[1]).toBe(`'${name}`)
})

test('nor where a semicolon separates cells', () => {
  expect(cellsOf(csvLine(['a', "Doe;=cmd|'/C calc'!A0; +1;b"]))[1]).toBe("Doe;'=cmd|'/C calc'!A0;' +1;b")
  // A quote there begins a cell in quotes.
  expect(cellsOf(csvLine(['a', 'Doe;"=1+2"']))[1]).toBe('Doe;\'"=1+2"')
})

test('any text comes out of a table as it went in', () => {
  const sign = fc.constantFrom(';', "'", '=', '+', '＠', ' ', '\t', '\n', '\u200F', '"', ',', 'a')
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: sign, maxLength: 12 }))
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(cellsOf(csvLine(['x', one, other, 'x']).replace(/\r\n$/, '')).map(asItWas)).toEqual(['x', one, other, 'x'])
    }),
  )
})

test('numbers and gaps are plain', () => {
  expect(csvLine([1, null, -2, ''])).toBe('1,,-2,\r\n')
})
