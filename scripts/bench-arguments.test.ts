// `npm run bench --`: what it takes, and that it says so.
import { expect, test } from 'vitest';
import { BENCH_HELP, readBenchArguments } from './bench-arguments';

test.each([
  [[], { engine: true, pages: true, sites: [], rounds: 3 }],
  [['--engine'], { engine: true, pages: false, sites: [], rounds: 3 }],
  [
    ['--pages', 'discord', 'x', '--rounds', '1'],
    { engine: false, pages: true, sites: ['discord', 'x'], rounds: 1 },
  ],
  [['--engine', '--pages'], { engine: true, pages: true, sites: [], rounds: 3 }],
])('%j', (given, expected) => expect(readBenchArguments(given)).toEqual(expected));

test.each(['--help', '-h'])('%s asks for help, which names every option', (asked) => {
  expect(readBenchArguments([asked])).toBeNull();
  for (const option of ['--engine', '--pages', '--rounds']) expect(BENCH_HELP).toContain(option);
});

test.each([
  [['--rounds', '0'], '--rounds takes a whole number'],
  [['--fast'], "Unknown option '--fast'"],
  [['--pages', 'discrod'], 'There is no site "discrod"'],
  [['--pages', 'index'], 'There is no site "index"'],
])('%j is refused in a sentence', (given, sentence) =>
  expect(() => readBenchArguments(given)).toThrow(sentence),
);
