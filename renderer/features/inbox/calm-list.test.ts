import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstInSight, mayShow, shiftOf } from './calm-list.ts'
import type { Sight } from './calm-list.ts'

const rows = Array.from({ length: 30 }, (_, index) => `r${index}`)
const sight = (change: Partial<Sight> = {}): Sight => ({
  rowSize: 80,
  scrollTop: 0,
  height: 400,
  anchor: null,
  isMoving: false,
  ...change,
})

describe('a list somebody is in', () => {
  it('changes freely while nobody is there', () => {
    expect(mayShow(rows, ['new', ...rows], sight())).toBe(true)
  })

  it('takes in what comes above the row that is pointed at or has the focus, and scrolls along', () => {
    expect(mayShow(rows, ['new', ...rows], sight({ anchor: 'r2' }))).toBe(true)
    expect(shiftOf(rows, ['new', ...rows], 'r2')).toBe(1)
  })

  it('waits when that row would have to move or go', () => {
    const without = rows.filter((id) => id !== 'r2')
    expect(mayShow(rows, without, sight({ anchor: 'r2' }))).toBe(false)
    expect(mayShow(rows, ['r2', ...without], sight({ anchor: 'r2' }))).toBe(false)
    // A row above it goes, and there is nothing to scroll back to.
    expect(mayShow(rows, rows.slice(1), sight({ anchor: 'r2' }))).toBe(false)
    expect(mayShow(rows, rows.slice(1), sight({ anchor: 'r12', scrollTop: 800 }))).toBe(true)
  })

  it('moves no row in sight while the pointer is on its way, and takes in what comes below', () => {
    const moving = sight({ anchor: 'r1', isMoving: true })
    expect(mayShow(rows, ['new', ...rows], moving)).toBe(false)
    expect(mayShow(rows, rows.slice(0, 29), moving)).toBe(true)
    expect(mayShow(rows, [...rows, 'new'], moving)).toBe(true)
  })

  it('keeps the place of who reads further down', () => {
    expect(firstInSight(rows, rows, sight())).toBeNull()
    expect(firstInSight(rows, ['new', ...rows], sight({ scrollTop: 800 }))).toBe('r10')
    expect(
      firstInSight(
        rows,
        rows.filter((id) => id !== 'r10'),
        sight({ scrollTop: 800 }),
      ),
    ).toBe('r11')
  })

  it('never shows a change that leaves the anchor elsewhere on the screen', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rows, { minLength: 1 }),
        fc.nat(29),
        fc.nat(2000),
        fc.boolean(),
        (after, at, scrollTop, isMoving) => {
          const anchor = rows[at] ?? ''
          const here = sight({ anchor, scrollTop, isMoving })
          if (!mayShow(rows, after, here) || isMoving) return
          const scrolled = scrollTop + (shiftOf(rows, after, anchor) ?? NaN) * 80
          expect(scrolled).toBeGreaterThanOrEqual(0)
          expect(after.indexOf(anchor) * 80 - scrolled).toBe(at * 80 - scrollTop)
        },
      ),
    )
  })
})
