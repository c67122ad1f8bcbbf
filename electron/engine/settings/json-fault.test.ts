import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonFault } from './json-fault.ts'

describe('where JSON goes wrong', () => {
  test.each([
    ['{"a": wrong}', 1, 7],
    ['{"a": 1,\n "b": 2,\n}', 3, 1],
    ["{'a': 1}", 1, 2],
    ['{"a": "not closed', 1, 7],
    ['{"a": 1', 1, 8],
    ['{"a": 1}}', 1, 9],
    ['[01]', 1, 2],
    ['', 1, 1],
  ])('in %j is line %i, column %i', (text, line, column) => {
    expect(jsonFault(text)).toEqual({ line, column })
  })

  test('is found in exactly what is no JSON', () => {
    const cut = fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 }), fc.nat({ max: 2 }))
    fc.assert(
      fc.property(cut, ([json, where, put, drop]) => {
        const at = where % (json.length + 1)
        const text = json.slice(0, at) + put + json.slice(at + drop)
        expect(jsonFault(text) === null).toBe(isJson(text))
      }),
    )
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
