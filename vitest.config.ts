// Unit and data tests. Browser tests live in tests/e2e and run with Playwright.
import { availableParallelism } from 'node:os';
import preact from '@preact/preset-vite';
import './scripts/node-20';
import { defineConfig } from 'vitest/config';
import { helpData } from './scripts/help-data';
import { rulePacks } from './scripts/rule-packs';

export default defineConfig({
  plugins: [preact(), rulePacks({ check: false }), helpData()],
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', '.output/**', 'tests/e2e/**'],
    sequence: { shuffle: true },
    retry: 0,
    // On two cores vitest would take one alone.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Files share what was loaded before them, rules above all: a process and a load for each took a quarter of the time. Their
    // order is another one at each run, so that what one leaves behind for the next does not stay unseen.
    isolate: false,
    // No test of ours waits: this only spares a busy machine.
    testTimeout: 60_000,
    environment: 'node',
    // Days are those of the device's clock: the same on every machine, and tests of other zones name theirs.
    env: { TZ: 'UTC' },
  },
});
