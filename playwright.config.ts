// Browser tests in real Chromium, on the build that ships.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  // Two busy cores lose an event now and then. `npm test` names each test that passed the second time only: a bug to mend. Files
  // that test what must not happen even once (a request, a page that gets in) set it to 0.
  retries: 1,
  // Four browsers at once keep two cores busy: each waits half of its time.
  workers: 4,
  fullyParallel: true,
  forbidOnly: true,
  // A launch takes about 1 s and the longest story 20 s on two busy cores.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
});
