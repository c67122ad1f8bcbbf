import { accessSync, constants, statfsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Room for all the inboxes of a run, bytes; a container's usual share is 64 MB. */
const enough = 512 * 1024 * 1024

/** Inboxes of tests stand in memory where that is possible: each waits for the disk after every change, as it must. */
function inMemory(): { TMPDIR?: string } {
  const folder = '/dev/shm'
  try {
    accessSync(folder, constants.W_OK)
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= enough ? { TMPDIR: folder } : {}
  } catch {
    return {}
  }
}

/** Change what all share: they mock modules, or speak as another language's window. */
const apart = [
  'electron/{contract,main,preload}/**/*.test.ts',
  'renderer/**/*.test.{ts,tsx}',
  '**/restore-refused.test.ts',
]
// Whole-app tests stand in tests/ and run under Playwright.
const notOurs = ['**/node_modules/**', 'tests/**', 'out/**']

export default defineConfig({
  test: {
    projects: [
      // Reading the same modules anew for each file took half as long as the tests themselves.
      {
        extends: true,
        test: {
          name: 'most',
          include: ['{telephony,electron,scripts}/**/*.test.ts'],
          exclude: [...notOurs, ...apart],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: apart, exclude: notOurs } },
    ],
    // Style sheets are skipped in tests, except the one whose contrasts are tested.
    css: { include: [/tokens\.css/] },
    env: inMemory(),
    testTimeout: 20_000,
    pool: 'forks',
    // Two also on two cores, where one would be kept free: many tests wait, for a real phone system or the disk.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
})
