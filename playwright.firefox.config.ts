// Tests in real Firefox, on the build that ships. Playwright's own browsers are not used: scripts/browser/firefox.ts.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/firefox',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/firefox',
  retries: 0,
  workers: 1,
  forbidOnly: true,
  // Firefox takes ten seconds to start on two busy cores; one is shared by all tests.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
});
