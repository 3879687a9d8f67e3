import { describe, expect, it } from 'vitest';
import { hashPin, matchesPin, PIN_COST, waitAfter, waitLeft } from './pin';

const FAST = { N: 2, r: 1, p: 1 };
const MINUTE = 60_000;

describe('the hash', () => {
  it('matches its own PIN and no other', async () => {
    const stored = await hashPin('314159', FAST);
    expect(await matchesPin('314159', stored)).toBe(true);
    expect(await matchesPin('314158', stored)).toBe(false);
    expect(JSON.stringify(stored)).not.toContain('314159');
  });

  it('of one PIN differs each time', async () => {
    expect((await hashPin('314159', FAST)).hash).not.toBe((await hashPin('314159', FAST)).hash);
  });

  it('that is damaged matches nothing', async () => {
    const stored = await hashPin('314159', FAST);
    expect(await matchesPin('314159', { ...stored, salt: 'no hex' })).toBe(false);
    expect(await matchesPin('314159', { ...stored, hash: '' })).toBe(false);
  });

  it('is slow on purpose: 32 MB, three rounds', async () => {
    expect(128 * PIN_COST.N * PIN_COST.r).toBe(32 * 1024 * 1024);
    expect(PIN_COST.p).toBe(3);
    const stored = await hashPin('314159', PIN_COST);
    expect(await matchesPin('314159', stored)).toBe(true);
  }, 30_000);
});

describe('waiting', () => {
  it.each([
    [0, 0],
    [3, 0],
    [4, 0.5],
    [5, 1],
    [6, 2],
    [10, 32],
    [11, 60],
    [1_000_000, 60],
  ])('after %i wrong tries takes %d minutes', (wrong, minutes) => {
    expect(waitAfter(wrong)).toBe(minutes * MINUTE);
  });

  it.each([
    ['half of it is over', 30_000, 30_000],
    ['all of it is over', 60_000, 0],
    ['the clock was set back', -500_000, 60_000],
  ])('where %s', (_, passed, left) => {
    const lastTry = 1_000_000_000;
    expect(waitLeft({ wrong: 5, lastTry }, lastTry + passed)).toBe(left);
  });
});
