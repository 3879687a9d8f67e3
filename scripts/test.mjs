// `npm test`: from a fresh clone to one line, `N passed, N failed`. Every part runs, even when one before it failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { browserFailures, failureLines, unitFailures } from './failures.mjs';
import { commandOf, installPackages, ROOT, requireNode } from './install.mjs';

/** @typedef {import('./failures.d.mts').Failure} Failure */
/** @typedef {{ name: string, passed: number, failed: number, seconds: number, note?: string, failures?: Failure[] }} Part */

const NOT_RUN = { passed: 0, failed: 1, note: 'not run' };
/** What scripts/policy-tests.mjs ends with where the machine allows no mount namespace. */
const NOT_ALLOWED = 3;

requireNode();
/** @type {Part[]} */
const parts = [];
const reports = mkdtempSync(path.join(os.tmpdir(), 'porchlight-test-'));
// What the trials of tests/endure and of some browser tests count (scripts/endure/trial.ts).
const records = path.join(reports, 'endure');
process.env.PORCHLIGHT_ENDURE_RECORDS = records;

if (part('install', () => asOne(installPackages()))) {
  const browser = part('browser', () => asOne(node('--import', 'tsx', 'scripts/browser/ensure.ts')));
  part('types', () =>
    asOne(node(commandOf('wxt'), 'prepare') && node(commandOf('typescript', 'tsc'), '--noEmit')),
  );
  part('lint', () => asOne(node(commandOf('@biomejs/biome'), 'check', '--error-on-warnings', '.')));
  part('unit', unitTests);
  const built = part('packages', () => asOne(node('--import', 'tsx', 'scripts/zip.ts')));
  part('browser tests', () => (browser && built ? browserTests() : NOT_RUN));
  part('endurance', () => asOne(node('--import', 'tsx', 'scripts/endure.ts', '--of', records)));
  const firefox = part('firefox', () =>
    asOne(node('--import', 'tsx', 'scripts/browser/ensure.ts', 'firefox')),
  );
  part('firefox tests', () => (firefox && built ? firefoxTests() : NOT_RUN));
  part('policy tests', () => (browser && firefox && built ? policyTests() : NOT_RUN));
}
rmSync(reports, { recursive: true, force: true });
report();

/** Runs one part and times it; a part that throws counts as one failure. Returns true where nothing failed. */
function part(name, run) {
  console.log(`\n── ${name}`);
  const start = Date.now();
  let result;
  try {
    result = run();
  } catch (error) {
    result = { passed: 0, failed: 1, note: error instanceof Error ? error.message : String(error) };
  }
  parts.push({ name, ...result, seconds: (Date.now() - start) / 1000 });
  return result.failed === 0;
}

/** A part without tests of its own counts as one. */
function asOne(held) {
  return { passed: held ? 1 : 0, failed: held ? 0 : 1 };
}

function node(...args) {
  return (
    spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
  );
}

/** Unit and data tests. A file that does not load counts as one failure, a test that does not run as failed. */
function unitTests() {
  const file = path.join(reports, 'unit.json');
  const ended = node(
    commandOf('vitest'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  );
  const told = JSON.parse(readFileSync(file, 'utf8'));
  const { numPassedTests, numTotalTests, testResults } = told;
  const broken = testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  ).length;
  const failed = numTotalTests - numPassedTests + broken;
  return { ...counted(numPassedTests, failed, ended), failures: unitFailures(told, ROOT) };
}

/** Browser tests, in the browser that was found. */
function browserTests() {
  const command = [commandOf('@playwright/test', 'playwright'), 'test'];
  return playwrightRun('browser', command);
}

/** The packages themselves, and the story and every adapter in real Firefox. */
function firefoxTests() {
  const command = [
    commandOf('@playwright/test', 'playwright'),
    'test',
    '--config=playwright.firefox.config.ts',
  ];
  return playwrightRun('firefox', command);
}

/** Real policies in real browsers: only where nothing but the tests sees them. */
function policyTests() {
  const result = playwrightRun('policy', ['scripts/policy-tests.mjs']);
  return (
    result ?? { passed: 0, failed: 0, note: 'not run: this machine allows no mount namespace (unshare)' }
  );
}

/** Runs a command that ends in Playwright and counts its tests; null where it ended with NOT_ALLOWED. */
function playwrightRun(name, command) {
  const file = path.join(reports, `${name}.json`);
  const { status } = spawnSync(process.execPath, [...command, '--reporter=list,json'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  if (status === NOT_ALLOWED && !existsSync(file)) return null;
  const told = JSON.parse(readFileSync(file, 'utf8'));
  const { stats, errors } = told;
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length;
  return { ...counted(stats.expected, failed, status === 0), failures: browserFailures(told, ROOT) };
}

/** A run that ended badly without naming a test has failed all the same. */
function counted(passed, failed, ended) {
  return ended || failed > 0 ? { passed, failed } : { passed, failed: 1, note: 'ended with an error' };
}

function report() {
  console.log('');
  for (const { name, passed, failed, seconds, note } of parts) {
    const words = `${passed} passed, ${failed} failed`;
    console.log(
      `${name.padEnd(14)} ${words.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s${note ? `  ${note}` : ''}`,
    );
  }
  for (const line of failureLines(parts.flatMap(failuresOf))) console.log(line);
  const sum = (key) => parts.reduce((total, one) => total + one[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}

/** A part that failed without naming a test is named itself: its words stand further up. */
function failuresOf({ name, failed, note, failures = [] }) {
  if (failed === 0) return [];
  const unnamed = { file: '', title: 'failed', message: note ?? `its words stand above, under “── ${name}”` };
  return (failures.length > 0 ? failures : [unnamed]).map((one) => ({ part: name, ...one }));
}
