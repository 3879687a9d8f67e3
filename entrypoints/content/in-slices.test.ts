import { expect, test, vi } from 'vitest';
import { inSlices } from './in-slices';

/** A busy machine takes its time; what never comes is still missed. */
const PATIENCE = { timeout: 30_000 };

/** Items that each take so many milliseconds of a clock of its own; a bad one throws. */
function start(cost = 3) {
  let time = 0;
  const log: string[] = [];
  const slices = inSlices<string>(
    {
      each(item) {
        time += cost;
        if (item === 'bad') throw new Error(item);
        log.push(item);
      },
      after: () => void log.push('|'),
      onError: (error) => void log.push(String(error)),
    },
    () => time,
  );
  return { slices, log };
}

test('what is short is done in the task that brought it', () => {
  const { slices, log } = start();
  slices.add(['a', 'b']);
  expect(log.join('')).toBe('ab|');
  slices.close();
});

test('what is long is done in tasks of its own, in order, and told of once', async () => {
  const { slices, log } = start();
  slices.add([...'abcdefgh']);
  expect(log.join('')).toBe('abc');
  slices.add(['i']);
  expect(log.join('')).toBe('abc');
  await vi.waitFor(() => expect(log.join('')).toBe('abcdefghi|'), PATIENCE);
  slices.add(['j']);
  expect(log.join('')).toBe('abcdefghi|j|');
  slices.close();
});

test('is told of now and then while there is no end', async () => {
  const { slices, log } = start();
  slices.add(Array.from({ length: 400 }, () => 'x'));
  await vi.waitFor(() => expect(log.at(-1)).toBe('|'), PATIENCE);
  const told = log.filter((entry) => entry === '|').length;
  expect(log).toHaveLength(400 + told);
  expect(told).toBe(5);
  slices.close();
});

test('finishes at once where the page goes away, and tells of it once', async () => {
  const { slices, log } = start();
  slices.add([...'abcdefgh']);
  slices.finish();
  expect(log.join('')).toBe('abcdefgh|');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(log.join('')).toBe('abcdefgh|');
  slices.add(['i']);
  expect(log.join('')).toBe('abcdefgh|i|');
  slices.close();
});

test('an error is told of, and what comes later is done', async () => {
  const { slices, log } = start(0);
  slices.add(['a', 'bad', 'b']);
  await vi.waitFor(() => expect(log).toContain('Error: bad'), PATIENCE);
  slices.add(['c']);
  expect(log).toEqual(['a', 'Error: bad', 'b', 'c', '|']);
  slices.close();
});

test('an error while it finishes is told of, not thrown: whoever closes has more to do', () => {
  const { slices, log } = start(9);
  slices.add(['a', 'bad']);
  expect(log).toEqual(['a']);
  slices.finish();
  expect(log).toEqual(['a', 'Error: bad']);
  slices.close();
});

test('an error in a later slice ends that run alone', async () => {
  const { slices, log } = start(5);
  slices.add(['a', 'b', 'bad', 'c']);
  await vi.waitFor(() => expect(log).toContain('Error: bad'), PATIENCE);
  slices.add(['d']);
  expect(log).toEqual(['a', 'b', 'Error: bad', 'c', 'd', '|']);
  slices.close();
});
