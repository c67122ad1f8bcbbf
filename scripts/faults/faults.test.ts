import { expect, test } from 'vitest'
import { runFaults } from './run.ts'

test(
  'killed again and again among all faults, the engine sends each text once or asks',
  { timeout: 150_000 },
  async () => {
    const figures = await runFaults({
      seed: 11,
      kills: 7,
      seconds: 120,
      settleMinutes: 16,
      longestLife: 14,
      newCallers: 0.4,
      secondPc: { from: 0.6, to: 1 },
    })
    expect(figures).toMatchObject({
      wrongs: [],
      duplicates: 0,
      lost: 0,
      wronglySent: 0,
      afterStop: 0,
      checksUnjustified: 0,
    })
    expect(figures.kills).toBeGreaterThanOrEqual(7)
  },
)
