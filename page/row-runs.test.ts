// @vitest-environment happy-dom
// The day stands once above a run of rows, however long the run is and whenever its rows are read.
import { expect, test } from 'vitest';
import { dayAbove, timeUnderDay } from './row-runs';

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
