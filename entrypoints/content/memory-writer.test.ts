import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ConversationMemory } from '../../engine/types';
import type { ToBackground } from '../../utils/messages';
import type { Link } from './background-link';
import { createMemoryWriter } from './memory-writer';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const memoryOf = (lastSeen: number): ConversationMemory => ({ version: 1, signals: {}, days: {}, lastSeen });

/** A writer over a background that may be away; what was heard, by the day of the last sight. */
function write() {
  const background = { away: true, failsAfter: 0, heard: [] as number[], results: [] as boolean[] };
  const ask = async (message: ToBackground) => {
    if (background.away || message.type !== 'seen') {
      await new Promise((done) => setTimeout(done, background.failsAfter));
      return null;
    }
    background.heard.push(message.memory.lastSeen);
    return { answer: null };
  };
  const writer = createMemoryWriter({
    link: { ask, isAlive: () => true } as unknown as Link,
    conversation: '0'.repeat(32),
    weak: false,
    onResult: (works) => void background.results.push(works),
  });
  return { writer, background };
}

test('what was not heard is handed over again, once, as soon as somebody listens', async () => {
  const { writer, background } = write();
  writer.save(() => memoryOf(1));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(background.results).toEqual([false, false, false]); // after 1 s, 5 s more and 10 s more
  background.away = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(background.heard).toEqual([1]);
});

test('a newer one stands in for what was not heard', async () => {
  const { writer, background } = write();
  writer.save(() => memoryOf(1));
  await vi.advanceTimersByTimeAsync(1_500);
  writer.save(() => memoryOf(2));
  background.away = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(background.heard).toEqual([2]);
});

test('a newer one stands in for what is still under way, should that fail', async () => {
  const { writer, background } = write();
  background.failsAfter = 500;
  writer.save(() => memoryOf(1));
  await vi.advanceTimersByTimeAsync(1_200);
  writer.save(() => memoryOf(2));
  background.away = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(background.results).toEqual([false, true]);
  expect(background.heard).toEqual([2]);
});

test('nothing follows once all was forgotten', async () => {
  const { writer, background } = write();
  writer.save(() => memoryOf(1));
  await vi.advanceTimersByTimeAsync(1_500);
  writer.save(() => memoryOf(2));
  background.away = false;
  writer.drop();
  writer.flush();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(background.heard).toEqual([]);
});
