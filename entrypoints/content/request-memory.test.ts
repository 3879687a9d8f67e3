import { expect, it, vi } from 'vitest';
import type { ContactFact } from '../../page/adapter';
import type { Link } from './background-link';
import { createRequestMemory } from './request-memory';

const KEY = new Uint8Array(32).fill(7);
const RISK: readonly ContactFact[] = [{ fact: 'no-mutual-friends' }];

/** A link that writes down what it was asked; `hears` is asked whether the background is there. */
const linkOf = (hears: () => boolean) => {
  const ask = vi.fn(async () => (hears() ? { answer: null } : null));
  return { ask, link: { ask, isAlive: () => true } as unknown as Link };
};

it('tells what a request showed once, and again where it shows something else', () => {
  const { ask, link } = linkOf(() => true);
  const memory = createRequestMemory(link, KEY);
  for (let look = 0; look < 3; look += 1) memory.note('5550001111', RISK);
  expect(ask).toHaveBeenCalledTimes(1);
  memory.note('5550002222', RISK);
  memory.note('5550001111', [...RISK, { fact: 'new-with-many-friends' }]);
  expect(ask).toHaveBeenCalledTimes(3);
});

it('tells nothing of a request that showed nothing', () => {
  const { ask, link } = linkOf(() => true);
  createRequestMemory(link, KEY).note('5550001111', []);
  expect(ask).not.toHaveBeenCalled();
});

it('tells again what was not heard', async () => {
  let isThere = false;
  const { ask, link } = linkOf(() => isThere);
  const memory = createRequestMemory(link, KEY);
  memory.note('5550001111', RISK);
  await vi.waitFor(() => expect(ask).toHaveResolvedTimes(1));
  isThere = true;
  memory.note('5550001111', RISK);
  memory.note('5550001111', RISK);
  expect(ask).toHaveBeenCalledTimes(2);
});
