// @vitest-environment happy-dom
// The day stands once above a run of rows, however long the run is and whenever its rows are read.
import { expect, test, vi } from 'vitest';
import { dayAbove, fromAbove, rememberAbove, timeUnderDay } from './row-runs';

test('a row far below the line of its day has that day, read alone too', async () => {
  document.documentElement.lang = 'en';
  const rows = Array.from(
    { length: 120 },
    (_, index) => `<div class="item"><p class="row">${index}</p></div>`,
  );
  document.body.innerHTML = `<div class="day">Today</div>${rows.join('')}`;
  const items = [...document.querySelectorAll('.item')];
  const today = new Date().setHours(0, 0, 0, 0);
  const daysOf = (some: readonly Element[]) => new Set(some.map((item) => dayAbove(item, '.day')));
  expect(daysOf(items.slice(0, 64))).toEqual(new Set([today]));
  await new Promise((done) => setTimeout(done, 150)); // the page is busy between two slices
  expect(daysOf(items.slice(64))).toEqual(new Set([today]));
});

test('an hour whose day above is not understood is no time', () => {
  document.documentElement.lang = 'en';
  const timeBelow = (day: string) => {
    document.body.innerHTML = `<div class="day">${day}</div><div id="item"><p class="row">hello</p></div>`;
    return timeUnderDay(document.querySelector('#item') as Element, '.day', '0:05');
  };
  expect(timeBelow('Today')).toBe(new Date().setHours(0, 5, 0, 0));
  expect(timeBelow('Some other day')).toBeNull();
});

test.each([
  ['<p>May 5</p>', true],
  ['<p>2 unread messages</p>', true],
  ['<p class="day">24 Nofembra</p>', false],
])('below %s the day above it counts: %s', (line, counts) => {
  document.documentElement.lang = 'en';
  document.body.innerHTML = `<div class="day">Today</div>${line}<div id="item"><p class="row">hello</p></div>`;
  const day = dayAbove(document.querySelector('#item') as Element, '.day');
  expect(day).toBe(counts ? new Date().setHours(0, 0, 0, 0) : null);
});

test('a row with no line of a day above it has no day', () => {
  document.body.innerHTML = '<div id="item"><p class="row">hello</p></div>';
  expect(dayAbove(document.querySelector('#item') as Element, '.day')).toBeNull();
});

test('what stands three hundred rows above is no longer looked for', () => {
  document.body.innerHTML = `<p id="name"></p>${'<p></p>'.repeat(300)}`;
  const nameAbove = (index: number) =>
    fromAbove(document.body.children[index] as Element, (each) => each.id || undefined);
  expect([nameAbove(299), nameAbove(300)]).toEqual(['name', null]);
});

test('what the row above was told is taken over for a tenth of a second, then asked for anew', () => {
  document.body.innerHTML = '<p>one</p><p>two</p>';
  const [first, second] = document.body.children as unknown as readonly [Element, Element];
  const clock = vi.spyOn(performance, 'now');
  const above = rememberAbove<string>();
  const askedAt = (now: number, row: Element, name: string) => {
    clock.mockReturnValue(now);
    return above(row, (each) => (each === first ? name : undefined));
  };
  expect(askedAt(1_000, first, 'Ann')).toBe('Ann');
  expect(askedAt(1_099, second, 'Ben')).toBe('Ann');
  expect(askedAt(1_199, second, 'Ben')).toBe('Ben');
  clock.mockRestore();
});
