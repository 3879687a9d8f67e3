// A wrong argument is told in one sentence, without a trace.
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it.each([
  ['hotlines-due', ['--days', 'x'], '--days must be a whole number above 0'],
  ['hotlines-due', ['--foo'], "Unknown option '--foo'"],
  ['release-check', ['--days', '0'], '--days must be a whole number above 0'],
  ['reloads', ['--days', '1.5'], '--days must be a whole number above 0'],
  ['endure', ['--bogus'], "Unknown option '--bogus'"],
  ['save-fixture', ['none.html', '--site', 'x'], 'There is no file none.html'],
  ['save-fixture', ['scripts', '--site', 'x'], 'There is no file scripts'],
  ['evaluate', ['--bogus'], "Unknown option '--bogus'"],
])('%s %j', (script, given, sentence) => {
  const run = spawnSync(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...given], {
    encoding: 'utf8',
  });
  expect(run.stderr.trim()).toBe(sentence);
  expect(run.status).toBe(2);
});
