import { describe, expect, test } from 'vitest'
import type { Rights } from './playing-server.ts'
import { tortureReconnects } from './reconnects.ts'

const nothingWrong = {
  wrong: 0,
  wrongPartly: 0,
  lost: 0,
  toldTwice: 0,
  invented: 0,
  warnings: 0,
  errors: 0,
  examples: [],
}

describe('a connection that is cut again and again', () => {
  test.each<Rights>(['full', 'recommended', 'call'])('tells no verdict wrong, with %s rights', async (rights) => {
    const seed = 20_261_126
    const figures = await tortureReconnects({ cuts: 20, seed, rights, recordings: [] })
    expect(figures).toMatchObject(nothingWrong)
    expect(figures.cuts).toBeGreaterThanOrEqual(20)
    expect(figures.seenWhole).toBeGreaterThan(20)
    expect(figures.seenPartly).toBeGreaterThan(10)
    expect(figures.longestFrozen).toBeLessThanOrEqual(45)
    expect(figures.late.waiting).toBe(0)
  })
})
