import { expect, test } from 'vitest'
import { runFaults } from './run.ts'
import { shortRun } from './short-run.ts'

test(
  'killed again and again among all faults, the engine sends each text once or asks',
  { timeout: 150_000 },
  async () => {
    const figures = await runFaults(shortRun)
    expect(figures).toMatchObject({
      wrongs: [],
      duplicates: 0,
      lost: 0,
      wronglySent: 0,
      afterStop: 0,
      checksUnjustified: 0,
    })
    expect(figures.kills).toBeGreaterThanOrEqual(shortRun.kills)
  },
)
