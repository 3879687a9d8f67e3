// Tests under real browser policies, in a mount namespace of their own (scripts/policy-tests.mjs): one browser family a worker,
// since each reads one file.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/policy',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/policy',
  retries: 1, // as in playwright.config.ts
  workers: 2,
  forbidOnly: true,
  timeout: 120_000,
  // A live edit reaches the extension in about two seconds; a forced install takes about five.
  expect: { timeout: 30_000 },
  reporter: [['list']],
});
