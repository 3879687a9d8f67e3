// Browsers fail a call now and then that they answer a moment later.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFakeArea } from './fake-area';
import { createPatientArea } from './patient-area';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An area of which the first calls fail, so many. */
function failing(times: number) {
  const area = createFakeArea({ old: 1 });
  area.before = (_, index) => {
    if (index < times) throw new Error(`failed ${index + 1}`);
  };
  return { area, patient: createPatientArea(area) };
}

it('a call that failed is made once more after a moment', async () => {
  const { area, patient } = failing(1);
  const found = patient.get(['old']);
  await vi.advanceTimersByTimeAsync(0);
  expect(area.calls).toEqual(['get']);
  await vi.advanceTimersByTimeAsync(50);
  expect(area.calls).toEqual(['get', 'get']);
  expect(await found).toEqual({ old: 1 });
});

it('so it is for what is written and what is deleted', async () => {
  const writing = failing(1);
  const deleting = failing(1);
  const done = [writing.patient.set({ fresh: 2 }), deleting.patient.remove(['old'])];
  await vi.advanceTimersByTimeAsync(50);
  await Promise.all(done);
  expect([writing.area.items, deleting.area.items]).toEqual([{ old: 1, fresh: 2 }, {}]);
});

it('a call that failed twice rejects, and is not made a third time', async () => {
  const { area, patient } = failing(2);
  const rejected = expect(patient.get(['old'])).rejects.toThrow('failed 2');
  await vi.advanceTimersByTimeAsync(500);
  await rejected;
  expect(area.calls).toEqual(['get', 'get']);
});
