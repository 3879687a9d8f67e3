import { expect, test } from 'vitest';
import { createHealth, type Look } from './health';
import type { Health } from './watch-types';

const fine: Look = {
  ...{ adapter: null, open: true, expected: false, rows: 3, problem: null, broken: false },
};
const empty: Look = { ...fine, rows: 0, problem: 'no-rows' };

/** What is said of looks, each at its milliseconds. */
function say(...looks: readonly (readonly [at: number, look: Look])[]) {
  const said: Health[] = [];
  const health = createHealth((state) => void said.push(state));
  for (const [at, look] of looks) health.look(look, at);
  return said;
}
const unreadable = (why: string) => ({ state: 'unreadable', why });

test('a chat that loads is not unreadable, one that stays empty for three seconds is', () => {
  expect(say([0, empty], [2_999, empty], [3_000, empty])).toEqual([{ state: 'idle' }, unreadable('no-rows')]);
  expect(say([0, empty], [2_999, fine], [3_000, empty])).not.toContainEqual(unreadable('no-rows'));
});

test('a page that can not be read does not look fine for a moment, because of another trouble that is new', () => {
  const broken: Look = { ...fine, broken: true };
  expect(say([0, broken], [1_000, empty], [2_999, empty], [3_000, empty])).toEqual([
    unreadable('adapter-error'),
    unreadable('no-rows'),
  ]);
});

test('it is taken back as soon as the page can be read', () => {
  expect(say([0, empty], [3_000, empty], [3_001, fine]).at(-1)).toEqual({ state: 'reading', rows: 3 });
});
