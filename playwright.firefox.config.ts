// The packages that ship, and the tests in real Firefox. Playwright's own browsers are not used: scripts/browser/firefox.ts.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests',
  testMatch: ['firefox/*.spec.ts', 'packages/*.spec.ts'],
  outputDir: 'test-results/firefox',
  retries: 1, // as in playwright.config.ts
  workers: 2,
  forbidOnly: true,
  // Firefox takes ten seconds to start on two busy cores; all tests of a worker share one.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
});
