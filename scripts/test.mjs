// `npm test`: from a fresh clone to one line, `N passed, N failed`. Every part runs, even when one before it failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { browserFailures, failureLines, unitFailures, unsteadyTests } from './failures.mjs';
import { commandOf, installPackages, ROOT, requireNode } from './install.mjs';

/** @typedef {import('./failures.d.mts').Failure} Failure */
/** @typedef {{ passed: number, failed: number, note?: string, failures?: Failure[], unsteady?: Failure[] }} Result */
/** @typedef {Result & { name: string, seconds: number }} Part */
/** @typedef {(args: string[], env?: Record<string, string>) => Promise<number | null>} Run */

const NOT_RUN = { passed: 0, failed: 1, note: 'not run' };
/** What scripts/policy-tests.mjs ends with where the machine allows no mount namespace. */
const NOT_ALLOWED = 3;
const AT_ITS_END = 'at its end';
/** Before each test that failed and then passed: a bug to mend, in it or in what it tests. */
const UNSTEADY = '~ passed the second time:';

requireNode();
/** @type {Part[]} */
const parts = [];
const reports = mkdtempSync(path.join(os.tmpdir(), 'porchlight-test-'));
// What the trials of tests/endure and of some browser tests count (scripts/endure/trial.ts).
const records = path.join(reports, 'endure');
process.env.PORCHLIGHT_ENDURE_RECORDS = records;

if (await part('install', () => asOne(installPackages()))) {
  const ensured = (...more) => ['--import', 'tsx', 'scripts/browser/ensure.ts', ...more];
  // What is fetched comes while types are checked: one waits for the network, the other for a core.
  const checked = part(
    'types',
    (run) =>
      held(run([commandOf('wxt'), 'prepare']), () => run([commandOf('typescript', 'tsc'), '--noEmit'])),
    AT_ITS_END,
  );
  const browser = await part('browser', (run) => held(run(ensured())));
  const firefox = await part('firefox', (run) => held(run(ensured('firefox'))));
  await checked;
  await part('lint', (run) => held(run([commandOf('@biomejs/biome'), 'check', '--error-on-warnings', '.'])));
  // Two at a time, where one of them leaves a core idle now and then.
  const [, built] = await Promise.all([
    part('unit', unitTests),
    part('packages', (run) => held(run(['--import', 'tsx', 'scripts/zip.ts'])), AT_ITS_END),
  ]);
  await part('browser tests', (run) => (browser && built ? browserTests(run) : NOT_RUN));
  await part('endurance', (run) => held(run(['--import', 'tsx', 'scripts/endure.ts', '--of', records])));
  await Promise.all([
    part('firefox tests', (run) => (firefox && built ? firefoxTests(run) : NOT_RUN)),
    part('policy tests', (run) => (browser && firefox && built ? policyTests(run) : NOT_RUN), AT_ITS_END),
  ]);
}
rmSync(reports, { recursive: true, force: true });
report();

/**
 * Runs one part and times it; a part that throws counts as one failure. Resolves to true where nothing failed.
 * @param {string} name
 * @param {(run: Run) => Result | Promise<Result>} work
 * @param {'at once' | 'at its end'} show when what it prints is shown
 */
async function part(name, work, show = 'at once') {
  const start = Date.now();
  /** @type {Buffer[] | null} */
  const printed = show === AT_ITS_END ? [] : null;
  if (printed === null) console.log(`\n── ${name}`);
  let result;
  try {
    result = await work((args, env) => node(args, printed, env));
  } catch (error) {
    result = { passed: 0, failed: 1, note: error instanceof Error ? error.message : String(error) };
  }
  if (printed !== null) process.stdout.write(`\n── ${name}\n${Buffer.concat(printed)}`);
  parts.push({ name, ...result, seconds: (Date.now() - start) / 1000 });
  return result.failed === 0;
}

/** A part without tests of its own counts as one. */
function asOne(held) {
  return { passed: held ? 1 : 0, failed: held ? 0 : 1 };
}

/** The same of commands: each must end well for the next to run. */
async function held(first, ...next) {
  let status = await first;
  for (const run of next) if (status === 0) status = await run();
  return asOne(status === 0);
}

/** Runs Node and resolves to its exit status. @param printed takes what it prints; null: shown as it comes */
function node(args, printed, env = {}) {
  const out = printed === null ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', out, out],
    env: { ...process.env, ...env },
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => printed.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
}

/** Unit and data tests. A file that does not load counts as one failure, a test that does not run as failed. */
async function unitTests(run) {
  const file = path.join(reports, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  // Vite's own loader begins with fifty lines on what a later version of it may ask of vitest.config.ts.
  const loader = ['--configLoader', 'runner'];
  const ended = (await run([commandOf('vitest'), 'run', ...loader, ...reporters])) === 0;
  const told = JSON.parse(readFileSync(file, 'utf8'));
  const { numPassedTests, numTotalTests, testResults } = told;
  const broken = testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  ).length;
  const failed = numTotalTests - numPassedTests + broken;
  return { ...counted(numPassedTests, failed, ended), failures: unitFailures(told, ROOT) };
}

/** Browser tests, in the browser that was found. */
function browserTests(run) {
  const command = [commandOf('@playwright/test', 'playwright'), 'test'];
  return playwrightRun(run, 'browser', command);
}

/** The packages themselves, and the story and every adapter in real Firefox. */
function firefoxTests(run) {
  const command = [
    commandOf('@playwright/test', 'playwright'),
    'test',
    '--config=playwright.firefox.config.ts',
  ];
  return playwrightRun(run, 'firefox', command);
}

/** Real policies in real browsers: only where nothing but the tests sees them. */
async function policyTests(run) {
  const result = await playwrightRun(run, 'policy', ['scripts/policy-tests.mjs']);
  return (
    result ?? { passed: 0, failed: 0, note: 'not run: this machine allows no mount namespace (unshare)' }
  );
}

/** Runs a command that ends in Playwright and counts its tests; null where it ended with NOT_ALLOWED. */
async function playwrightRun(run, name, command) {
  const file = path.join(reports, `${name}.json`);
  const status = await run([...command, '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  if (status === NOT_ALLOWED && !existsSync(file)) return null;
  const told = JSON.parse(readFileSync(file, 'utf8'));
  const { stats, errors } = told;
  const failed = stats.unexpected + stats.skipped + errors.length;
  return {
    ...counted(stats.expected + stats.flaky, failed, status === 0),
    failures: browserFailures(told, ROOT),
    unsteady: unsteadyTests(told, ROOT),
  };
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
  for (const line of failureLines(parts.flatMap(unsteadyOf), UNSTEADY)) console.log(line);
  for (const line of failureLines(parts.flatMap(failuresOf))) console.log(line);
  const sum = (key) => parts.reduce((total, one) => total + one[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}

function unsteadyOf({ name, unsteady = [] }) {
  return unsteady.map((one) => ({ part: name, ...one }));
}

/** A part that failed without naming a test is named itself: its words stand further up. */
function failuresOf({ name, failed, note, failures = [] }) {
  if (failed === 0) return [];
  const unnamed = { file: '', title: 'failed', message: note ?? `its words stand above, under “── ${name}”` };
  return (failures.length > 0 ? failures : [unnamed]).map((one) => ({ part: name, ...one }));
}
