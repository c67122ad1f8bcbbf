import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{telephony,electron,renderer,scripts}/**/*.test.{ts,tsx}'],
    // Whole-app tests stand in tests/ and run under Playwright.
    exclude: ['**/node_modules/**', 'tests/**', 'out/**'],
    // Style sheets are skipped in tests, except the one whose contrasts are tested.
    css: { include: [/tokens\.css/] },
    testTimeout: 20_000,
    pool: 'forks',
    // Two also on two cores, where one would be kept free: many tests wait, for a real phone system or the disk.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
})
