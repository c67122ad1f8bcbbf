import { defineConfig } from '@playwright/test'

/**
 * Whole-app tests: the built app on a real Electron. `npm test` prepares what they need (build, runtime, packages) and
 * then runs them.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/app',
  // Three at a time, each on a desktop of its own: they mostly wait, for callers and for the screen. Test by test, not file
  // by file: else one worker idles while the other does the longest file.
  workers: 3,
  fullyParallel: true,
  // The longest first: begun last, it would run on alone.
  projects: [
    { name: 'longest', testMatch: 'journey.spec.ts' },
    { name: 'others', testMatch: '**/*.spec.ts', testIgnore: 'journey.spec.ts' },
  ],
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // `npm test` says where its reports go; who runs some tests by hand wants none.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json'], ['html', { open: 'never' }]] : 'list',
})
