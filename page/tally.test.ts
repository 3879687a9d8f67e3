// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createTally } from './tally';

/** What is wrong with a list of eight rows that gave nothing, each of so many characters. */
function problemOf(length: number) {
  document.body.innerHTML = '<p></p>'.repeat(8);
  const tally = createTally();
  for (const row of document.body.children) tally.nothing(length + row.children.length);
  return tally.problem(document.body, 'p');
}

test('photos and stickers with a time are no failure, sentences that were not read are one', () => {
  expect(problemOf(5)).toBeNull();
  expect(problemOf(40)).toBe('no-rows');
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
