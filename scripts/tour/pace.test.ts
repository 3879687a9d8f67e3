import { expect, test } from 'vitest';
import { Pace, timeToRead } from './pace';

test('a longer line takes longer to read, none takes for ever', () => {
  expect(timeToRead('hi')).toBeLessThan(timeToRead('are your mum and dad around right now?'));
  expect(timeToRead('x'.repeat(5_000))).toBe(timeToRead('x'.repeat(50_000)));
});

test('fast does not wait', async () => {
  const pace = new Pace({ fast: true, paused: false });
  await expect(pace.wait(60_000)).resolves.toBeUndefined();
});

test.each(['step', 'toggle'] as const)('a paused tour goes on at a tap on %s', async (action) => {
  const pace = new Pace({ fast: true, paused: true });
  const waiting = pace.wait(60_000);
  pace[action]();
  await expect(waiting).resolves.toBeUndefined();
  expect(pace.paused).toBe(action === 'step');
});

test('a tap on step ends a running wait early', async () => {
  const pace = new Pace({ fast: false, paused: false });
  const waiting = pace.wait(60_000);
  pace.step();
  await expect(waiting).resolves.toBeUndefined();
});

test('a tap on pause takes the end from a running wait', async () => {
  const pace = new Pace({ fast: false, paused: false });
  let ended = false;
  const waiting = pace.wait(1).then(() => {
    ended = true;
  });
  pace.toggle();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(ended).toBe(false);
  pace.step();
  await waiting;
});
