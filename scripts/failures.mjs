// Reads which tests failed, and why, from the reports of vitest and Playwright, and puts it into a few lines each: CI's log
// shows only its end. Plain Node, since scripts/test.mjs runs before anything is installed.
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** @typedef {import('./failures.d.mts').Failure} Failure */

const MOST_FAILURES = 20;
const MOST_LINES = 5;
const MOST_CHARACTERS = 600;

/** Every test of a vitest report that did not pass, and every file that did not load. */
export function unitFailures({ testResults }, root) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(root, name);
    const tests = assertionResults
      .filter((one) => one.status !== 'passed')
      .map((one) => ({
        file,
        title: [...one.ancestorTitles, one.title].join(' › '),
        message: one.failureMessages[0] ?? `not run: ${one.status}`,
      }));
    if (tests.length > 0 || status !== 'failed') return tests;
    return [{ file, title: 'the file', message: message || 'failed without a word' }];
  });
}

/** Every test of a Playwright report that did not pass, and every error outside of tests. */
export function browserFailures(report, root) {
  const outside = report.errors.map(({ message, location }) => ({
    file: location ? path.relative(root, location.file) : '',
    title: 'outside of tests',
    message: message ?? 'failed without a word',
  }));
  const failed = testsOf(report, root, (status) => status !== 'expected' && status !== 'flaky');
  return [...failed, ...outside];
}

/** Every test of a Playwright report that failed, and passed when it was run once more; `message` is of the first time. */
export function unsteadyTests(report, root) {
  return testsOf(report, root, (status) => status === 'flaky');
}

function testsOf({ suites, config }, root, isWanted) {
  const fileOf = (file) => path.relative(root, path.resolve(config.rootDir, file));
  return suites
    .flatMap((suite) => testsIn(suite, [], isWanted))
    .map((one) => ({ ...one, file: fileOf(one.file) }));
}

/** A file's own suite has the file for its title, which is told once. */
function testsIn({ title, file, specs, suites }, above, isWanted) {
  const titles = title === file ? above : [...above, title];
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => isWanted(status))
      .map((test) => ({
        file: spec.file,
        title: [...titles, spec.title].join(' › '),
        message: messageOf(test),
      })),
  );
  return [...own, ...(suites ?? []).flatMap((suite) => testsIn(suite, titles, isWanted))];
}

function messageOf({ status, results }) {
  const errors = results.flatMap((result) => result.errors ?? []);
  return errors[0]?.message ?? errors[0]?.value ?? `not run: ${status}`;
}

/** What to print of all failures: the first twenty, and how many more there are. `mark` stands before each. */
export function failureLines(failures, mark = '✗') {
  const lines = failures.slice(0, MOST_FAILURES).flatMap(({ part, file, title, message }) => {
    const name = [file, title].filter((word) => word !== '').join(' › ');
    return ['', `${mark} ${part}: ${name}`, ...shortened(message).map((line) => `    ${line}`)];
  });
  const more = failures.length - MOST_FAILURES;
  return more > 0 ? [...lines, '', `and ${more} more`] : lines;
}

/** The first lines that say something, without colours. */
function shortened(message) {
  const text = stripVTControlCharacters(message);
  const said = text.split('\n').filter((line) => line.trim() !== '');
  return said.slice(0, MOST_LINES).join('\n').slice(0, MOST_CHARACTERS).split('\n');
}
