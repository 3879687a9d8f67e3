// Browser tests in real Chromium, on the build that ships. No retries: a flaky test is a bug.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  retries: 0,
  // Four browsers at once keep two cores busy: each waits half of its time.
  workers: 4,
  fullyParallel: true,
  forbidOnly: true,
  // A launch takes about 1 s and the longest story 20 s on two busy cores.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
});
