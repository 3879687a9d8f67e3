import { describe, expect, it } from 'vitest';
import {
  type BrowserReport,
  browserFailures,
  failureLines,
  unitFailures,
  unsteadyTests,
} from './failures.mjs';

const tests = (status: string, message?: string) => [
  { status, results: [{ errors: message === undefined ? [] : [{ message }] }] },
];
const spec = (title: string, status: string, message?: string) => ({
  ...{ title, file: 'e2e/story.spec.ts' },
  tests: tests(status, message),
});
const report = (change: Partial<BrowserReport>): BrowserReport => ({
  ...{ config: { rootDir: '/repo/tests' }, suites: [], errors: [] },
  ...change,
});

describe('of a vitest report', () => {
  const result = (title: string, status: string, failureMessages: string[] = []) => ({
    ...{ ancestorTitles: ['a group', 'in it'], title, status, failureMessages },
  });
  const of = (...assertionResults: ReturnType<typeof result>[]) =>
    unitFailures(
      {
        testResults: [
          { name: '/repo/engine/a.test.ts', status: 'failed', message: 'broken', assertionResults },
        ],
      },
      '/repo',
    );

  it('names what failed and what did not run, and nothing that passed', () => {
    expect(
      of(result('one', 'passed'), result('two', 'failed', ['expected 1']), result('three', 'skipped')),
    ).toEqual([
      { file: 'engine/a.test.ts', title: 'a group › in it › two', message: 'expected 1' },
      { file: 'engine/a.test.ts', title: 'a group › in it › three', message: 'not run: skipped' },
    ]);
  });

  it('names a file that did not load', () => {
    expect(of()).toEqual([{ file: 'engine/a.test.ts', title: 'the file', message: 'broken' }]);
  });
});

describe('of a Playwright report', () => {
  it('names what failed, in groups as well, what did not run, and apart from them what passed the second time', () => {
    const inner = { ...{ title: 'a group', file: 'e2e/story.spec.ts' }, specs: [spec('deep', 'skipped')] };
    const outer = {
      ...{ title: 'e2e/story.spec.ts', file: 'e2e/story.spec.ts', suites: [inner] },
      specs: [spec('good', 'expected'), spec('bad', 'unexpected', 'no card'), spec('odd', 'flaky', 'once')],
    };
    expect(browserFailures(report({ suites: [outer] }), '/repo')).toEqual([
      { file: 'tests/e2e/story.spec.ts', title: 'bad', message: 'no card' },
      { file: 'tests/e2e/story.spec.ts', title: 'a group › deep', message: 'not run: skipped' },
    ]);
    expect(unsteadyTests(report({ suites: [outer] }), '/repo')).toEqual([
      { file: 'tests/e2e/story.spec.ts', title: 'odd', message: 'once' },
    ]);
  });

  it('names errors outside of tests', () => {
    const errors = [
      { message: 'no such module', location: { file: '/repo/tests/e2e/a.ts' } },
      { message: 'x' },
    ];
    expect(browserFailures(report({ errors }), '/repo')).toEqual([
      { file: 'tests/e2e/a.ts', title: 'outside of tests', message: 'no such module' },
      { file: '', title: 'outside of tests', message: 'x' },
    ]);
  });
});

describe('what is printed', () => {
  const failure = (message: string) => ({ part: 'unit', file: 'a.test.ts', title: 'holds', message });

  it('is the name and the first five lines that say something, without colours', () => {
    expect(failureLines([failure('\u001b[31mone\u001b[39m\n\n two\nthree\nfour\nfive\nsix')])).toEqual([
      ...['', '✗ unit: a.test.ts › holds'],
      ...['    one', '     two', '    three', '    four', '    five'],
    ]);
  });

  it('is cut to 600 characters', () => {
    expect(failureLines([failure('x'.repeat(5_000))])[2]).toBe(`    ${'x'.repeat(600)}`);
  });

  it('is at most twenty, and how many more there are', () => {
    const lines = failureLines(Array.from({ length: 23 }, () => failure('no')));
    expect(lines.filter((line) => line.startsWith('✗'))).toHaveLength(20);
    expect(lines.at(-1)).toBe('and 3 more');
    expect(failureLines([])).toEqual([]);
    expect(failureLines([failure('once')], 'unsteady')[1]).toBe('unsteady unit: a.test.ts › holds');
  });
});
