import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'

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

test('any text comes out of a table as it went in', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((each) => !/^\s*[\p{Cf}\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(each))
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(cellsOf(csvLine(['x', one, other, 'x']).replace(/\r\n$/, ''))).toEqual(['x', one, other, 'x'])
    }),
  )
})

test('numbers and gaps are plain', () => {
  expect(csvLine([1, null, -2, ''])).toBe('1,,-2,\r\n')
})
