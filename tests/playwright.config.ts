import { defineConfig } from '@playwright/test'

/**
 * Whole-app tests: the built app on a real Electron. `npm test` prepares what they need (build, runtime, display,
 * session bus) and then runs them.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/app',
  // One after the other: they share a display, a session bus and an office-sized computer.
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // `npm test` says where its reports go; who runs some tests by hand wants none.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json'], ['html', { open: 'never' }]] : 'list',
})
