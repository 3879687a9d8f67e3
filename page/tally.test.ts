// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createTally } from './tally';

/** What is wrong with a list of so many rows that gave nothing, each of so many characters. */
function problemOf(length: number, rows = 8) {
  document.body.innerHTML = '<p></p>'.repeat(rows);
  const tally = createTally();
  for (const row of document.body.children) tally.nothing(length + row.children.length);
  return tally.problem(document.body, 'p');
}

test('photos and stickers with a time are no failure, sentences that were not read are one', () => {
  expect(problemOf(5)).toBeNull();
  expect(problemOf(19)).toBeNull();
  expect(problemOf(20)).toBe('no-rows');
  expect(problemOf(40)).toBe('no-rows');
});

test('a few rows that were not read are no failure yet', () => expect(problemOf(40, 7)).toBeNull());

test('one row that was read tells that rows can be read', () => {
  const tally = createTally();
  tally.read('other');
  for (let row = 0; row < 8; row += 1) tally.nothing(40);
  expect(tally.problem(document.body, 'p')).toBeNull();
});

test.each([
  ['no row and 600 characters', 'x'.repeat(600), null],
  ['no row and more characters', 'x'.repeat(601), 'no-rows'],
  ['a row and more characters', `<p>${'x'.repeat(601)}</p>`, null],
  ['nothing in it', '', null],
])('what is wrong with a list of which no row was looked at, with %s', (_title, list, problem) => {
  document.body.innerHTML = list;
  expect(createTally().problem(document.body, 'p')).toBe(problem);
});

test('rows of oneself do not hide that all others have no side', () => {
  const tally = createTally();
  for (let row = 0; row < 5; row += 1) {
    tally.read('self');
    expect(tally.problem(document.body, 'p')).toBeNull();
    tally.read('unknown');
  }
  expect(tally.problem(document.body, 'p')).toBe('no-direction');
  tally.read('other');
  expect(tally.problem(document.body, 'p')).toBeNull();
});
