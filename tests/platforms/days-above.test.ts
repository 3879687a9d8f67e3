// @vitest-environment happy-dom
// The day or time that stands once above its messages: other lines there that hold a date must not make a message of now an
// old one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Adapter } from '../../page/adapter';
import instagram from '../../platforms/instagram';
import telegramA from '../../platforms/telegram-a';
import x from '../../platforms/x';
import { readRows } from './mutate';
import { showPage } from './page';

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-24T12:30:00'), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

/** When the first message of a page was sent once `line` stands in it as `changed`. */
function firstTime(adapter: Adapter, page: string, line: string, changed: string): number | null {
  const fixture = join(import.meta.dirname, '../fixtures', adapter.id, page);
  const html = readFileSync(`${fixture}.html`, 'utf8');
  expect(html).toContain(line);
  showPage(html.replace(line, changed));
  const { url } = JSON.parse(readFileSync(`${fixture}.expected.json`, 'utf8')) as { url: string };
  const chat = adapter.open(document, new URL(url));
  if (!chat) throw new Error('no chat is open');
  return readRows(adapter, chat).readings[0]?.at ?? null;
}

const TODAY = '<div data-dm-item-key="date-1">Today</div>';
const noonOn = (day: string) => new Date(`${day}T12:00:00`).getTime();

test.each(['Tue, Nov 24', 'Nov 24', 'Today, 24 Nov 2026'])(
  'X: "%s" is the day of the messages below',
  (line) => {
    expect(firstTime(x, 'thread', TODAY, TODAY.replace('Today', line))).toBe(noonOn('2026-11-24'));
  },
);

test.each([
  'Robin changed the group name to May 5',
  'May 5',
  'Missed call 3:12 PM',
  'Voice call 2:31',
  '2 unread messages',
])('X: "%s" below the day is a line about the chat, and no day', (words) => {
  const line = `<div data-dm-item-key="note">${words}</div>`;
  expect(firstTime(x, 'thread', TODAY, TODAY + line)).toBe(noonOn('2026-11-24'));
});

test('X: a day that is not understood hides the one above it', () => {
  const line = '<div data-dm-item-key="date-2">24 Nofembra</div>';
  expect(firstTime(x, 'thread', TODAY, TODAY + line)).toBeNull();
});

test('X: the card of the profile is no day, whatever the other person is called', () => {
  const card = /<div data-dm-item-key="header">.*<\/div><\/div>\n/.exec(
    readFileSync(join(import.meta.dirname, '../fixtures/x/thread.html'), 'utf8'),
  )?.[0];
  const named = '<div data-dm-item-key="header"><a href="/may">May 5</a></div>';
  expect(firstTime(x, 'thread', `${card}${TODAY}`, named)).toBeNull();
  expect(firstTime(x, 'thread', TODAY, '')).toBeNull();
});

test('Instagram: just after midnight an hour without a day is of the evening before', () => {
  vi.setSystemTime(new Date('2026-11-25T00:10:00'));
  const at = firstTime(instagram, 'build-2026', 'Mon 12:00 PM', '11:50 PM');
  expect(at).toBe(new Date('2026-11-24T23:50:00').getTime());
});

test.each([
  ['X', x, 'thread'],
  ['Telegram A', telegramA, 'version-z'],
])(
  '%s: just after midnight an hour below a "Today" that still stands there is of the day before',
  (_, adapter, page) => {
    vi.setSystemTime(new Date('2026-11-25T00:10:00'));
    expect(firstTime(adapter, page, 'Today', 'Today')).toBe(noonOn('2026-11-24'));
  },
);

test.each([
  ['Thu 12:00 PM', '2026-11-19'],
  ['Nov 2, 12:00 PM', '2026-11-02'],
  ['Today at 12:00 PM', '2026-11-24'],
])('Instagram: "%s" is of %s', (line, day) => {
  expect(firstTime(instagram, 'build-2026', 'Mon 12:00 PM', line)).toBe(noonOn(day));
});
