// Tests under real, machine-wide browser policies. One at a time, and only where they are asked for: see tests/policy/README.md.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/policy',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/policy',
  retries: 0,
  workers: 1,
  forbidOnly: true,
  timeout: 120_000,
  // A live edit reaches the extension in about two seconds; a forced install takes about five.
  expect: { timeout: 30_000 },
  reporter: [['list']],
});
