// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Health } from '../../page/watch-types';
import { createSite, HOUR_MS, type Log, list, pass, row, showSite, watch } from './site';

const NOW = Date.UTC(2026, 10, 24, 12);
/** Long enough for a chat to open and its first rows to be read. */
const OPENED = 2_000;
/** Long enough for the opening of a chat to be over. */
const SETTLED = 8_000;

let log: Log;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});

afterEach(() => {
  log.stop();
  vi.useRealTimers();
});

async function openSite(rows: readonly HTMLElement[] = [], ms = OPENED): Promise<void> {
  showSite('ann', rows);
  log = watch();
  await pass(ms);
}

describe('messages', () => {
  test('the chat as found: young rows are live, old ones and those without a time are history', async () => {
    await openSite([
      row('1', 'old', NOW - 49 * HOUR_MS),
      row('2', 'young', NOW - HOUR_MS),
      row('3', 'undated'),
    ]);
    expect(log.said).toEqual(['open ann', 'found 1: old', '2: young', 'found 3: undated']);
  });

  test('a row that arrives below is live, with or without a time', async () => {
    await openSite([row('1', 'first')]);
    list().append(row('2', 'second'), row('3', 'third', NOW));
    await pass(1_000);
    expect(log.said).toEqual(['open ann', 'found 1: first', '2: second', '3: third']);
  });

  test('another text of a row is told as that, of a row that is found and of one that arrived', async () => {
    const one = row('1', 'first');
    const two = row('2', 'second');
    await openSite([one]);
    list().append(two);
    await pass(1_000);
    expect(log.edits).toEqual([]);
    one.textContent = 'first, edited';
    two.textContent = 'second, edited';
    await pass(1_000);
    expect(log.edits).toEqual(['1', '2']);
  });

  test('undated rows that come within half a second of opening are the chat as found, drawn anew or not', async () => {
    await openSite([row('1', 'first')], 350);
    list().replaceChildren(row('1', 'first'), row('2', 'second'));
    await pass(2_000);
    expect(log.said).toEqual(['open ann', 'found 1: first', 'found 2: second']);
  });

  test('a row of the chat as found that changes at once is told again, in no order', async () => {
    const element = row('1', 'first');
    await openSite([element], 350);
    element.textContent = 'the first, unfolded';
    await pass(2_000);
    expect(log.said).toEqual(['open ann', 'found 1: first', 'history 1: the first, unfolded']);
  });

  test('undated rows of a slow answer, long after an empty chat was opened, are the chat as found', async () => {
    await openSite([], 2_500);
    list().append(row('1', 'first'), row('2', 'second'));
    await pass(1_000);
    list().append(row('3', 'third'));
    await pass(1_000);
    expect(log.said).toEqual(['open ann', 'found 1: first', 'found 2: second', '3: third']);
  });

  test('undated rows that a hidden tab or a busy page lets be read late are the chat as found', async () => {
    vi.stubGlobal('requestIdleCallback', (task: () => void) => setTimeout(task, 60_000));
    await openSite([row('1', 'first'), row('2', 'second')], 61_000);
    vi.unstubAllGlobals();
    list().append(row('3', 'third'));
    await pass(61_000);
    expect(log.said).toEqual(['open ann', 'found 1: first', 'found 2: second', '3: third']);
  });

  test('the first undated row of a chat that stayed empty is live', async () => {
    await openSite([], SETTLED);
    list().append(row('1', 'first'));
    await pass(1_000);
    expect(log.said).toEqual(['open ann', '1: first']);
  });

  test('rows put in above rows already read are history, in page order though they came from the bottom up', async () => {
    await openSite([row('9', 'newest', NOW)], SETTLED);
    for (const id of ['8', '7', '6']) list().prepend(row(id, id, NOW - HOUR_MS));
    await pass(1_000);
    expect(log.said.slice(2)).toEqual(['history 6: 6', 'history 7: 7', 'history 8: 8']);
  });

  test.each([
    ['right above the one or two that came first', 3, 1_000, 'found'],
    ['above more of them than that', 4, 1_000, 'history'],
    ['once the chat is filled', 3, SETTLED, 'history'],
  ])('old rows put in %s', async (_, already, ms, told) => {
    const rows = Array.from({ length: already }, (_row, i) => row(String(i + 2), 'read', NOW));
    await openSite(rows, ms);
    list().prepend(row('0', 'zero', NOW - 60 * HOUR_MS), row('1', 'one', NOW - 60 * HOUR_MS));
    await pass(1_000);
    expect(log.said.slice(1 + already)).toEqual([`${told} 0: zero`, `${told} 1: one`]);
  });

  test('what is scrolled in comes in pieces: each above all that was read, or apart from it', async () => {
    const [eight, nine] = [row('8', 'eight'), row('9', 'nine')];
    await openSite([eight, nine], SETTLED);
    eight.before(row('6', 'six'), row('7', 'seven'));
    await pass(1_000);
    list().prepend(row('5', 'five'));
    await pass(1_000);
    expect(log.runs).toEqual(['6 above', '7 next', '5 above']);
    // A jump, from where it is scrolled down.
    list().replaceChildren(row('1', 'one'), row('2', 'two'));
    await pass(1_000);
    list().append(row('3', 'three'));
    await pass(1_000);
    list().prepend(row('0', 'zero'));
    await pass(1_000);
    expect(log.runs.slice(3)).toEqual(['1 apart', '2 next', '3 next', '0 apart']);
    (list().firstChild as HTMLElement).textContent = 'zero, edited';
    await pass(1_000);
    expect(log.runs.length).toBe(7);
    list().append(row('4', 'four'));
    await pass(1_000);
    expect(log.runs.slice(7)).toEqual(['4 apart']);
  });

  test('a row put in above one that has just arrived is history', async () => {
    await openSite([row('1', 'one')], SETTLED);
    const three = row('3', 'three');
    list().append(three);
    await pass(1_000);
    three.before(row('2', 'two'));
    await pass(1_000);
    expect(log.said.slice(2)).toEqual(['3: three', 'history 2: two']);
  });

  test('a piece put in between what was read is apart from it, and another text of a row ends no piece', async () => {
    const [eight, one] = [row('8', 'eight'), row('1', 'one')];
    await openSite([eight, row('9', 'nine')], SETTLED);
    eight.before(one);
    await pass(1_000);
    one.after(row('2', 'two'), row('3', 'three'));
    await pass(1_000);
    expect(log.runs).toEqual(['1 above', '2 apart', '3 next']);
    const zero = row('0', 'zero');
    list().prepend(zero, row('0b', 'zero b'));
    one.textContent = 'one, edited';
    eight.before(row('7', 'seven'));
    await pass(1_000);
    expect(log.runs.slice(3)).toEqual(['0 above', '0b next', '7 apart']);
    list().prepend(row('a', 'a'), row('b', 'b'));
    zero.before(row('c', 'c'));
    await pass(1_000);
    expect(log.runs.slice(6)).toEqual(['a above', 'b next', 'c next']);
  });

  test('after a second jump a new piece begins', async () => {
    await openSite([row('9', 'nine')], SETTLED);
    list().replaceChildren(row('1', 'one'), row('2', 'two'));
    await pass(1_000);
    (list().firstChild as HTMLElement).textContent = 'one, edited';
    list().append(row('3', 'three'));
    await pass(1_000);
    list().replaceChildren(row('5', 'five'), row('6', 'six'));
    await pass(1_000);
    expect(log.runs).toEqual(['1 apart', '2 next', '3 next', '5 apart', '6 next']);
  });

  test('old rows that come below what was read are in order, as where a device slept over a weekend', async () => {
    await openSite([row('1', 'one', NOW - HOUR_MS), row('2', 'two', NOW)], SETTLED);
    vi.setSystemTime(NOW + 60 * HOUR_MS);
    list().append(row('3', 'three', NOW + 2 * HOUR_MS), row('4', 'four', NOW + 60 * HOUR_MS));
    await pass(1_000);
    expect(log.said.slice(3)).toEqual(['found 3: three', '4: four']);
    expect(log.heads).toEqual([]);
  });

  test('of a chat that is opened again, old rows below known ones are in order, and above them apart', async () => {
    const known = () => [row('2', 'two', NOW - HOUR_MS), row('3', 'three', NOW - HOUR_MS)];
    await openSite(known(), SETTLED);
    showSite('bob', [row('x', 'of bob', NOW)]);
    await pass(SETTLED);
    vi.setSystemTime(NOW + 70 * HOUR_MS);
    showSite('ann', [
      row('1', 'one', NOW - 2 * HOUR_MS),
      ...known(),
      row('4', 'four', NOW + HOUR_MS),
      row('5', 'five', NOW + 70 * HOUR_MS),
    ]);
    await pass(SETTLED);
    expect(log.said.slice(-3)).toEqual(['history 1: one', 'found 4: four', '5: five']);
    expect(log.runs).toEqual(['1 apart']);
    expect(log.heads).toEqual([]);
    list().prepend(row('0', 'zero', NOW - 60 * HOUR_MS));
    await pass(1_000);
    expect(log.runs).toEqual(['1 apart', '0 apart']);
  });

  test.each([
    [0, 1],
    [1, 3],
    [15, 31],
    [15, 60],
  ])('the first %i of %i rows that were found are at its head', async (heads, count) => {
    const rows = Array.from({ length: count }, (_, index) => row(`r${index}`, 'old'));
    await openSite(rows);
    expect(log.heads).toEqual(rows.slice(0, heads).map((_, index) => `r${index}`));
  });

  test('young rows put in above while the chat still fills up are live', async () => {
    await openSite([row('9', 'newest', NOW)], 1_000);
    list().prepend(row('8', 'before', NOW - HOUR_MS));
    await pass(1_000);
    expect(log.said.slice(2)).toEqual(['8: before']);
  });

  const SAME_ROW: [string, (element: HTMLElement) => void][] = [
    ['taken out and put back', (element) => list().append(element)],
    ['replaced by an equal one', (element) => element.replaceWith(row('1', 'same'))],
    ['emptied', (element) => element.replaceChildren()],
    ['filled anew', (element) => element.replaceChildren('same')],
    ['taken away', (element) => element.remove()],
  ];
  test.each(SAME_ROW)('a row that is %s is not counted twice', async (_title, change) => {
    const element = row('1', 'same');
    await openSite([element], SETTLED);
    change(element);
    await pass(1_000);
    expect(log.said).toEqual(['open ann', 'found 1: same']);
  });

  test('an element recycled for another row gives the other row', async () => {
    const element = row('1', 'one');
    await openSite([element], SETTLED);
    element.setAttribute('data-id', '2');
    element.textContent = 'two';
    await pass(1_000);
    element.setAttribute('data-id', '1');
    element.textContent = 'one';
    await pass(1_000);
    expect(log.said).toEqual(['open ann', 'found 1: one', '2: two']);
  });

  test('elements recycled for rows below are live, though they were read above before', async () => {
    const [one, two] = [row('1', 'one'), row('2', 'two')];
    await openSite([one, two, row('3', 'three')], SETTLED);
    for (const [element, id, text] of [
      [one, '4', 'four'],
      [two, '5', 'five'],
    ] as const) {
      element.setAttribute('data-id', id);
      element.textContent = text;
      list().append(element);
    }
    await pass(1_000);
    expect(log.said.slice(4)).toEqual(['4: four', '5: five']);
  });

  test('rows put into a part while it is out of the page for a moment are read', async () => {
    const part = document.createElement('section');
    await openSite([row('1', 'one'), part], SETTLED);
    part.append('loading');
    await pass(20);
    part.remove();
    await pass(20);
    part.replaceChildren(row('2', 'two'));
    list().append(part);
    await pass(1_000);
    expect(log.said.slice(2)).toEqual(['2: two']);
  });

  test('after a jump to old messages undated rows are history, until rows from before it are met', async () => {
    await openSite([row('8', 'eight'), row('9', 'nine')], SETTLED);
    list().replaceChildren(row('1', 'one'), row('2', 'two'));
    await pass(1_000);
    list().append(row('3', 'three'));
    await pass(1_000);
    list().replaceChildren(row('8', 'eight'), row('9', 'nine'), row('10', 'ten'));
    await pass(1_000);
    list().append(row('11', 'eleven'));
    await pass(1_000);
    const jumped = ['history 1: one', 'history 2: two', 'history 3: three'];
    expect(log.said.slice(3)).toEqual([...jumped, '10: ten', '11: eleven']);
  });

  test('where all rows vanished, the next one is live', async () => {
    await openSite([row('1', 'one'), row('2', 'two')], SETTLED);
    list().replaceChildren();
    await pass(1_000);
    list().append(row('3', 'three'));
    await pass(1_000);
    expect(log.said.slice(3)).toEqual(['3: three']);
  });

  test('an edit in place and an edit by replacement arrive once each, and going back is no edit', async () => {
    const element = row('1', 'one', NOW);
    await openSite([element], SETTLED);
    (element.firstChild as Text).data = 'two';
    await pass(1_000);
    element.replaceWith(row('1', 'three', NOW));
    await pass(1_000);
    (list().firstElementChild as Element).textContent = 'one';
    await pass(1_000);
    expect(log.said).toEqual(['open ann', '1: one', '1: two', '1: three']);
  });

  test('an edit above later rows is live', async () => {
    await openSite([row('1', 'one', NOW), row('2', 'two', NOW)], SETTLED);
    (list().firstElementChild as Element).textContent = 'changed';
    await pass(1_000);
    expect(log.said.at(-1)).toBe('1: changed');
  });

  test('an own message counts once, when its id has settled', async () => {
    await openSite([], SETTLED);
    const element = row('279.0001', 'hello');
    list().append(element);
    await pass(1_000);
    expect(log.said).toEqual(['open ann']);
    element.setAttribute('data-id', '280');
    await pass(1_000);
    expect(log.said).toEqual(['open ann', '280: hello']);
  });

  test('5,000 rows come complete, in order, in slices of at most 64', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => row(String(index), `text ${index}`, NOW));
    await openSite(rows, 60_000);
    expect(log.said.slice(1)).toEqual(rows.map((_, index) => `${index}: text ${index}`));
    expect(Math.max(...log.slices)).toBeLessThanOrEqual(64);
  });

  test('a row that is taken away before its turn is not read', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => row(String(index), `text ${index}`, NOW));
    showSite('ann', rows);
    log = watch();
    while (log.slices.length === 0) await pass(1);
    rows.at(-1)?.remove();
    await pass(OPENED);
    expect(log.said.at(-1)).toBe('298: text 298');
  });

  test('5,000 rows at once are read by one rescan, none twice and none missed', async () => {
    await openSite([], SETTLED);
    for (let index = 0; index < 5_000; index += 1) list().append(row(String(index), `text ${index}`, NOW));
    await pass(60_000);
    expect(log.said.length).toBe(5_001);
    expect(new Set(log.said).size).toBe(5_001);
  });

  test('5,000 rows at once above rows already read are history, though one rescan reads them all anew', async () => {
    await openSite([row('newest', 'newest', NOW)], SETTLED);
    list().prepend(...Array.from({ length: 5_000 }, (_, id) => row(`${id}`, `text ${id}`, NOW - HOUR_MS)));
    await pass(10_000);
    expect(log.said.slice(2)).toEqual(Array.from({ length: 5_000 }, (_, id) => `history ${id}: text ${id}`));
    expect(log.runs.filter((run) => !run.endsWith('next'))).toEqual(['0 above']);
  });

  test('a row that changes without rest is read all the same', async () => {
    await openSite([], SETTLED);
    const element = row('1', 'tick 0');
    list().append(element);
    for (let tick = 1; tick <= 40; tick += 1) {
      element.textContent = `tick ${tick}`;
      await pass(100);
    }
    expect(log.said.length).toBeGreaterThan(1);
  });
});

describe('switches', () => {
  test('rows that are there before the address are never booked to the chat that was left', async () => {
    await openSite([row('1', 'from ann', NOW)], SETTLED);
    list().replaceChildren(row('1', 'from bob', NOW)); // same list, same id, same title
    await pass(45);
    location.hash = 'bob';
    await pass(3_000);
    expect(log.said).toEqual(['open ann', '1: from ann', 'open bob', '1: from bob']);
  });

  test('old rows under a new address wait until the rows change', async () => {
    await openSite([row('1', 'from ann', NOW)], SETTLED);
    location.hash = 'bob';
    document.body.append('something else'); // an address alone may move without any event
    await pass(1_500);
    expect(log.said).toEqual(['open ann', '1: from ann']);
    list().replaceChildren(row('2', 'from bob', NOW));
    await pass(2_000);
    expect(log.said.slice(2)).toEqual(['open bob', '2: from bob']);
  });

  test('old rows wait too where page and address disagreed for a while before', async () => {
    await openSite([row('1', 'from ann', NOW)], SETTLED);
    location.hash = '';
    document.body.append('something else');
    await pass(1_000);
    expect(log.said).toEqual(['open ann', '1: from ann', 'close']);
    location.hash = 'bob';
    document.body.append('something else');
    await pass(1_500);
    expect(log.said.slice(3)).toEqual([]);
    list().replaceChildren(row('2', 'from bob', NOW));
    await pass(2_000);
    expect(log.said.slice(3)).toEqual(['open bob', '2: from bob']);
  });

  test('a chat that is closed and opened again with its rows is read on at once', async () => {
    await openSite([row('1', 'from ann', NOW)], SETTLED);
    location.hash = '';
    document.body.append('something else');
    await pass(1_000);
    location.hash = 'ann';
    list().append(row('2', 'and more', NOW));
    await pass(1_000);
    expect(log.said.slice(2)).toEqual(['close', 'open ann', '2: and more']);
  });

  test('elements recycled for another chat while many rows are read are never booked to the chat that was left', async () => {
    const rows = Array.from({ length: 5_000 }, (_, id) => row(`${id}`, `from ann ${id}`, NOW));
    await openSite(rows, 0);
    while (log.slices.length < 20) await pass(1);
    const read = log.said.length;
    location.hash = 'bob';
    for (const element of rows) element.textContent = `from bob ${element.getAttribute('data-id')}`;
    await pass(10_000);
    expect(read).toBeLessThan(5_000);
    expect(log.said.findIndex((line) => line.includes('from bob'))).toBeGreaterThan(
      log.said.indexOf('open bob'),
    );
    expect(log.said.length).toBe(read + 5_001);
  });

  test('there and back before anything was read: rows of the other chat are not booked to the first', async () => {
    await openSite([row('1', 'from ann', NOW)], SETTLED);
    location.hash = 'bob';
    list().replaceChildren(row('1', 'from bob', NOW));
    for (let wait = 0; wait < 100 && log.said.at(-1) !== 'open bob'; wait += 1) await pass(10);
    location.hash = 'ann';
    await pass(1_000);
    list().replaceChildren(row('1', 'from ann', NOW));
    await pass(2_000);
    expect(log.said).toEqual(['open ann', '1: from ann', 'open bob', 'open ann']);
  });

  test('a row that changes twice rests anew each time', async () => {
    const element = row('1', 'from ann', NOW);
    await openSite([element], SETTLED);
    element.textContent = 'changed by ann';
    await pass(120);
    element.textContent = 'from bob';
    await pass(45);
    location.hash = 'bob';
    await pass(3_000);
    expect(log.said).toEqual(['open ann', '1: from ann', 'open bob', '1: from bob']);
  });

  test('a list that is gone for a moment closes nothing', async () => {
    await openSite([row('1', 'one', NOW)], SETTLED);
    const same = list();
    same.remove();
    await pass(300);
    document.body.append(same);
    await pass(2_000);
    expect(log.said).toEqual(['open ann', '1: one']);
  });

  test('a row that came while the page disagreed with itself is read once it agrees again', async () => {
    await openSite([row('1', 'one', NOW)], SETTLED);
    const title = document.querySelector('#title') as Element;
    title.textContent = 'Typing';
    list().append(row('2', 'two', NOW));
    await pass(200);
    expect(log.said.length).toBe(2); // the title may be of the next chat, and the address late
    title.replaceChildren();
    await pass(2_000);
    expect(log.said).toEqual(['open ann', '1: one', '2: two']);
  });

  test('a chat that is closed is said to be closed', async () => {
    await openSite();
    location.hash = '';
    list().remove();
    await pass(2_000);
    expect(log.said).toEqual(['open ann', 'close']);
  });

  test('a new list of the same chat is read on, without opening it again', async () => {
    await openSite([row('1', 'one', NOW)], SETTLED);
    const fresh = Object.assign(document.createElement('div'), { id: 'list' });
    fresh.append(row('1', 'one', NOW), row('2', 'two', NOW));
    list().replaceWith(fresh);
    await pass(2_000);
    fresh.append(row('3', 'three', NOW));
    await pass(1_000);
    expect(log.said).toEqual(['open ann', '1: one', 'update', '2: two', '3: three']);
  });

  test('back in a chat, only what came since is new: undated rows below known ones are live', async () => {
    await openSite([row('1', 'one')], SETTLED);
    showSite('bob', [row('1', 'hello')]);
    await pass(3_000);
    showSite('ann', [row('0', 'older'), row('1', 'one'), row('2', 'two')]);
    await pass(3_000);
    expect(log.said).toEqual([
      'open ann',
      'found 1: one',
      'open bob',
      'found 1: hello',
      'open ann',
      'history 0: older',
      '2: two',
    ]);
  });

  test('late facts and a new composer are told as an update', async () => {
    showSite('ann');
    log = watch([
      createSite({ facts: (page) => (page.querySelector('#bar') ? [{ fact: 'not-a-contact' }] : []) }),
    ]);
    await pass(OPENED);
    document.body.append(Object.assign(document.createElement('div'), { id: 'bar' }));
    await pass(1_000);
    expect(log.said).toEqual(['open ann', 'update']);
    expect(log.facts).toEqual([[], [{ fact: 'not-a-contact' }]]);
  });

  test('nothing happens after the end', async () => {
    await openSite();
    log.stop();
    list().append(row('1', 'late'));
    showSite('bob');
    await pass(5_000);
    expect(log.said).toEqual(['open ann']);
  });
});

describe('health', () => {
  const unreadable = (why: string) => ({ state: 'unreadable', why }) as Health;

  test('a chat without a list is unreadable after the grace period, and readable again once it is there', async () => {
    location.hash = 'ann';
    document.body.replaceChildren();
    log = watch();
    await pass(2_500);
    expect(log.health).toEqual([{ state: 'idle' }]);
    await pass(1_500);
    expect(log.health.at(-1)).toEqual(unreadable('no-list'));
    showSite('ann', [row('1', 'one')]);
    await pass(2_000);
    expect(log.health.at(-1)).toEqual({ state: 'reading', rows: 1 });
  });

  test('much text without a row is unreadable, an empty chat is not', async () => {
    await openSite([], 6_000);
    expect(log.health.at(-1)).toEqual({ state: 'reading', rows: 0 });
    list().append('words that are in no row. '.repeat(40));
    await pass(6_000);
    expect(log.health.at(-1)).toEqual(unreadable('no-rows'));
  });

  test('rows that all give nothing are unreadable where words stand in them, and are not where those are photos', async () => {
    const unread = (text: string) => Array.from({ length: 8 }, (_, index) => row(`${index}.5`, text));
    await openSite(unread('12:30'), 6_000);
    expect(log.health.at(-1)).toEqual({ state: 'reading', rows: 0 });
    list().append(...unread('words that the adapter no longer finds where it looks for them'));
    await pass(6_000);
    expect(log.health.at(-1)).toEqual(unreadable('no-rows'));
  });

  test('rows whose side is never known are unreadable', async () => {
    const rows = Array.from({ length: 6 }, (_, index) => row(String(index), `text ${index}`));
    for (const element of rows) element.setAttribute('data-by', 'unknown');
    await openSite(rows, 6_000);
    expect(log.health.at(-1)).toEqual(unreadable('no-direction'));
  });

  test.each(['open', 'read', 'covers', 'facts', 'expectsConversation', 'requests'] as const)(
    'an adapter whose `%s` throws is switched off at once, and the page is told nothing',
    async (step) => {
      const broken = () => {
        throw new Error('a bug');
      };
      const calls = vi.fn(broken);
      showSite('ann', [row('1', 'one')]);
      log = watch([createSite({ [step]: calls })]);
      await pass(5_000);
      expect(log.errors).toEqual([`site: ${step}: a bug`]);
      expect(log.health.at(-1)).toEqual(unreadable('adapter-error'));
    },
  );

  test('a listener that throws is reported, and reading goes on', async () => {
    await openSite([row('1', 'one')]);
    log.said.push = () => {
      throw new Error('a bug in a listener');
    };
    list().append(row('2', 'two'));
    await pass(1_000);
    expect(log.errors).toEqual(['listener: onMessages: a bug in a listener']);
    expect(log.health.at(-1)).toEqual({ state: 'reading', rows: 2 });
  });
});

describe('requests', () => {
  test('are told when they come, change and go, from every covering adapter', async () => {
    const requests = (page: Document) =>
      [...page.querySelectorAll('.request')].map((element) => ({
        id: element.id,
        name: '',
        element,
        facts: [],
      }));
    showSite('ann');
    log = watch([
      createSite(),
      createSite({ id: 'friends', reads: ['requests'], open: () => null, requests }),
    ]);
    await pass(OPENED);
    const card = Object.assign(document.createElement('div'), { id: 'r1', className: 'request' });
    document.body.append(card);
    await pass(1_000);
    document.body.append(row('x', 'unrelated'));
    await pass(1_000);
    card.remove();
    await pass(1_000);
    expect(log.requests).toEqual(['friends r1', 'friends ']);
    expect(log.said[0]).toBe('open ann');
  });

  test('are none any more where the page was left for another', async () => {
    const requests = (page: Document) => [{ id: 'r1', name: '', element: page.body, facts: [] }];
    showSite('ann');
    const friends = { open: () => null, requests, covers: ({ search }: URL) => search === '' };
    log = watch([createSite(), createSite({ id: 'friends', reads: ['requests'], ...friends })]);
    await pass(OPENED);
    history.pushState(null, '', '?elsewhere');
    list().append(row('x', 'unrelated'));
    await pass(1_000);
    history.replaceState(null, '', location.pathname);
    expect(log.requests).toEqual(['friends r1', 'friends ']);
  });
});
