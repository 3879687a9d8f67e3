// `npm run -s replay` as outsiders call it: lines in, lines out, bad lines named, the rest still processed.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDetector } from '../engine/create-detector';
import { TEST_PACK, TEST_RULES } from '../engine/test-rules';
import { createReplayer, type Reopening, readLine } from '../scripts/replayer';
import { shippedReader } from './shipped-rules';

const ROOT = resolve(__dirname, '..');
const run = (input: string) =>
  spawnSync('npm', ['run', '-s', 'replay'], { cwd: ROOT, input, encoding: 'utf8' });
const THREAT = [
  { author: 'x', text: 'hello there' },
  { author: 'x', text: 'pay me 300 dollars in gift cards or i send your video to all your followers' },
];

describe('npm run -s replay', () => {
  test('answers each line in order, names the bad ones, and ends with 2', () => {
    const good = (id: string) => JSON.stringify({ id, self: 'me', messages: THREAT });
    const { stdout, stderr, status } = run(`${good('a')}\nnonsense\n\n{"id":"b"}\n${good('c')}\n`);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(Object.keys(lines[0])).toEqual(['id', 'alerts']);
    expect(lines[0].alerts.at(-1)).toMatchObject({ index: 1, level: 'danger' });
    expect(lines[0].alerts.at(-1).signals).toContain('threat.publish');
    expect(stderr).toMatch(/line 2: not JSON/);
    expect(stderr).toMatch(/line 4: messages: must be a list/);
    expect(status).toBe(2);
  }, 60_000);

  // One call for both: each checks all rules first, which takes seconds.
  test('says with --signs what each message shows and by which words, and stops without a word where nobody reads on', () => {
    const messages = [
      { author: 'x', text: "psst. don't tell your mom" },
      { author: 'me', text: "don't tell your mom" },
    ];
    const line = JSON.stringify({ id: 'a', self: 'me', messages });
    const { stdout, stderr } = spawnSync('sh', ['-c', 'npm run -s replay -- --signs | head -n 1'], {
      ...{ cwd: ROOT, input: `${line}\n`.repeat(9000), encoding: 'utf8' },
    });
    expect(JSON.parse(stdout)).toEqual({
      ...{ id: 'a', alerts: [] },
      signs: [{ index: 0, signal: 'secrecy.dont-tell', words: "don't tell your mom" }],
    });
    expect(stderr).toBe('');
  });

  test('takes no file by its name: it would wait for one on its input for ever', () => {
    const { stderr, status } = spawnSync('npm', ['run', '-s', 'replay', '--', 'in.jsonl'], {
      ...{ cwd: ROOT, input: '', encoding: 'utf8' },
    });
    expect(stderr).toContain('npm run -s replay < in.jsonl');
    expect(status).toBe(2);
  });
});

describe('the replayer', () => {
  const replay = createReplayer(shippedReader);
  const levels = (line: unknown) => replay(readLine(JSON.stringify(line))).alerts.map(({ level }) => level);
  test('one entry each time the level rises', () =>
    expect(levels({ id: 1, messages: THREAT })).toEqual(['danger']));
  test('whether `self` is given is no sign of anything', () => {
    const talk = [
      { author: 'a', text: 'hi' },
      { author: 'b', text: 'hey, how was school' },
    ];
    expect(levels({ id: 1, messages: talk })).toEqual([]);
    expect(levels({ id: 1, self: 'a', messages: talk })).toEqual([]);
  });
  test('the protected person’s own words raise nothing', () =>
    expect(levels({ id: 1, self: 'x', messages: THREAT })).toEqual([]));
  test('an empty conversation has no alerts', () => expect(levels({ id: 1, messages: [] })).toEqual([]));
  test.each([
    ['no id', { messages: [] }],
    ['no messages', { id: 1 }],
    ['a text that is none', { id: 1, messages: [{ author: 'a', text: 5 }] }],
    ['a time that is none', { id: 1, messages: [{ author: 'a', text: 'x', time: 'yesterday' }] }],
    ['a list of conversations', [{ id: 1, messages: [] }]],
  ])('refuses a line with %s, and says what it must be', (_, line) =>
    expect(() => readLine(JSON.stringify(line))).toThrow(/must be|not a time/),
  );
  test.each([
    ['a language that is none', JSON.stringify({ id: 1, lang: null, messages: [] })],
    ['the mark that Windows puts at the head of a file', `\uFEFF${JSON.stringify({ id: 1, messages: [] })}`],
  ])('takes a line with %s', (_, line) => expect(readLine(line)).toMatchObject({ id: 1, messages: [] }));
});

test('a chat that is closed each night is opened with what memory kept of it, and what it shows again', () => {
  const reader = { ...TEST_RULES, detector: createDetector([TEST_PACK], TEST_RULES.signals) };
  const at = (time: string, text: string) => ({ author: 'them', text, time: `2026-03-0${time}:00Z` });
  const levels = (daily: Reopening | null, ...messages: ReturnType<typeof at>[]) =>
    createReplayer(reader, daily)({ id: 1, self: 'me', messages }).alerts.map(({ level }) => level);
  // A sentence in two messages, which are no longer known together on the next day.
  const [begun, ended] = ['send it to', 'everyone'] as const;
  const overnight = [at('1T23:59', begun), at('2T00:01', ended)] as const;
  const [open, blind, shown] = [null, { shown: 0 }, { shown: 1 }];
  expect([open, blind, shown].map((daily) => levels(daily, ...overnight))).toEqual([
    ['danger'],
    [],
    ['danger'],
  ]);
  const sameDay = [at('1T23:58', begun), at('1T23:59', ended)] as const;
  expect(levels(blind, ...sameDay)).toEqual(['danger']);
  // What was seen is remembered.
  const [ask, hide] = ['send me a pic', 'dont tell mum'] as const;
  expect(levels(blind, at('1T23:59', ask), at('2T00:01', hide))).toEqual(['caution']);
});
