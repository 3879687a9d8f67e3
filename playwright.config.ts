// Browser tests in real Chromium, on the build that ships. No retries: a flaky test is a bug.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  retries: 0,
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  reporter: [['list']],
});
