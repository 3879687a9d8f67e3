// What is shown of what was seen.
import { expect, test } from 'vitest';
import { asLighter } from './ledger';
import { reasonsOf } from './reasons';
import type { SignalTable } from './rules';

const SIGNALS: SignalTable = {
  ask: { stage: 'media', weight: 3 },
  hint: { stage: 'media', weight: 1 },
  hide: { stage: 'secrecy', weight: 2 },
  hush: { stage: 'secrecy', weight: 1 },
  age: { stage: 'context', weight: 2 },
  'look.alike': { stage: 'look', weight: 0 },
  'context.looks-threatening': { stage: 'context', weight: 0 },
};
const shown = (days: Readonly<Record<string, readonly number[]>>, parts: readonly string[] = []) => {
  const sightings = Object.entries(days).map(([signal, list]) => [signal, new Map(list.entries())] as const);
  return reasonsOf(new Map(sightings), parts, SIGNALS).map(({ signal, count, lastDay }) => [
    signal,
    count,
    lastDay,
  ]);
};

test('the weightiest first, with how often and when last; context is no reason', () =>
  expect(shown({ hide: [7], age: [9], ask: [4, 6, 5] })).toEqual([
    ['ask', 3, 6],
    ['hide', 1, 7],
  ]));

test('what did not weigh is shown where it is a part of what set the level, the heaviest of its stage', () => {
  const lighter = { [asLighter('hush')]: [3], [asLighter('hide')]: [2, 3] };
  expect(shown({ ask: [4], ...lighter })).toEqual([['ask', 1, 4]]);
  expect(shown({ ask: [4], ...lighter }, ['ask', 'hush', 'hide'])).toEqual([
    ['ask', 1, 4],
    ['hide', 2, 3],
  ]);
});

test('but not where something of its stage weighed', () =>
  expect(shown({ ask: [4], [asLighter('hint')]: [4] }, ['ask', 'hint'])).toEqual([['ask', 1, 4]]));

test('a look is told of where nothing else can be named: no serious warning comes without a reason', () => {
  const look = { age: [9], 'context.looks-threatening': [9, 8] };
  expect(shown(look)).toEqual([['look.alike', 2, 9]]);
  expect(shown({ ...look, ask: [4] })).toEqual([['ask', 1, 4]]);
});
