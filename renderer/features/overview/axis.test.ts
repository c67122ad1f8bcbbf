import fc from 'fast-check'
import { expect, test } from 'vitest'
import { axisOf, everyNth } from './axis.ts'

test('the steps of an axis are whole, few, equal, and reach over everything', () => {
  fc.assert(
    fc.property(fc.nat({ max: 100_000 }), (most) => {
      const axis = axisOf(most)
      expect(axis.most).toBeGreaterThanOrEqual(Math.max(1, most))
      expect(axis.most).toBe(axis.steps.at(-1))
      expect(axis.steps.length).toBeLessThanOrEqual(5)
      for (const [at, step] of axis.steps.entries()) expect(step).toBe((axis.steps[0] ?? 0) * (at + 1))
      expect(axis.steps.every(Number.isInteger)).toBe(true)
    }),
  )
  expect(axisOf(7).steps).toEqual([2, 4, 6, 8])
  expect(axisOf(0).steps).toEqual([1])
  expect(axisOf(130).most).toBe(150)
})

test('words below a chart never overlap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 200, max: 2000 }), (columns, width) => {
      const nth = everyNth(columns, width, 50)
      expect((width / columns) * nth).toBeGreaterThanOrEqual(Math.min(50, width) - 1e-6)
    }),
  )
})
