import { expect, it } from 'vitest'
import { countSegments } from './segments.ts'

it.each([
  ['an empty text', '', 'GSM-7', 0, 160],
  ['one letter', 'a', 'GSM-7', 1, 159],
  ['a full part', 'a'.repeat(160), 'GSM-7', 1, 0],
  ['one letter more', 'a'.repeat(161), 'GSM-7', 2, 145],
  ['characters that take two units', '€'.repeat(81), 'GSM-7', 2, 143],
  ['a typographic dash', 'hi — there', 'UCS-2', 1, 60],
  ['emoji', '😀'.repeat(35), 'UCS-2', 1, 0],
  ['one emoji more', '😀'.repeat(36), 'UCS-2', 2, 61],
] as const)('counts the parts of %s', (_what, body, encoding, segments, unitsLeft) => {
  expect(countSegments(body)).toEqual({ encoding, segments, unitsLeft })
})
