// The place that a card asked for is given to one page, soon.
import { expect, it } from 'vitest';
import { createPendingPlace } from './help-place';

it('is given away once', () => {
  const pending = createPendingPlace(() => 0);
  expect(pending.take()).toBeNull();
  pending.put('threat');
  pending.put('hurt');
  expect([pending.take(), pending.take()]).toEqual(['hurt', null]);
});

it('is not given to a page that somebody opens later', () => {
  let time = 0;
  const pending = createPendingPlace(() => time);
  pending.put('threat');
  time = 10_001;
  expect(pending.take()).toBeNull();
});
