// What rests is read, what moves waits, and too much becomes one scan.
import { beforeEach, describe, expect, test } from 'vitest';
import { createQueue, type Queue, REST_MS } from './queue';

const node = (name: string) => ({ name }) as unknown as Element;
const [ann, ben] = [node('ann'), node('ben')];
const NOTHING = { all: false, nodes: [] };
const EVERYTHING = { all: true, nodes: [] };
/** More than a queue notes one by one. */
const MANY = 4_001;

let queue: Queue;
beforeEach(() => {
  queue = createQueue();
});

describe('nodes', () => {
  test('are given once they have rested, and once', () => {
    queue.note(ann, true, 0);
    expect(queue.take(REST_MS - 1)).toEqual(NOTHING);
    expect(queue.take(REST_MS)).toEqual({ all: false, nodes: [{ node: ann, deep: true }] });
    expect(queue.take(REST_MS)).toEqual(NOTHING);
    expect(queue.isEmpty).toBe(true);
  });

  test('rest each by itself: one that changed since waits', () => {
    queue.note(ann, false, 0);
    queue.note(ben, false, 0);
    queue.note(ann, false, 100);
    expect(queue.take(REST_MS).nodes).toEqual([{ node: ben, deep: false }]);
    expect(queue.isEmpty).toBe(false);
    expect(queue.take(100 + REST_MS).nodes).toEqual([{ node: ann, deep: false }]);
  });

  test('that never rest are given after two seconds all the same', () => {
    for (let at = 0; at <= 2_000; at += 100) queue.note(ann, false, at);
    expect(queue.take(1_999)).toEqual(NOTHING);
    expect(queue.take(2_000).nodes).toEqual([{ node: ann, deep: false }]);
  });

  test('that were added once may hold rows, whatever else changed in them', () => {
    queue.note(ann, true, 0);
    queue.note(ann, false, 0);
    queue.note(ben, false, 0);
    queue.note(ben, true, 0);
    expect(queue.take(REST_MS).nodes.map(({ deep }) => deep)).toEqual([true, true]);
  });
});

describe('a scan of everything', () => {
  test('takes the place of all that was noted, and rests from the last change on', () => {
    queue.note(ann, true, 0);
    queue.noteAll(0);
    queue.note(ben, true, 100);
    expect(queue.take(REST_MS)).toEqual(NOTHING);
    expect(queue.isEmpty).toBe(false);
    expect(queue.take(100 + REST_MS)).toEqual(EVERYTHING);
    expect(queue.isEmpty).toBe(true);
  });

  test('is asked for where too many nodes are noted, and none of them is given beside it', () => {
    for (let index = 0; index < MANY - 1; index += 1) queue.note(node(`${index}`), true, 0);
    expect(takeAll(queue).nodes.length).toBe(MANY - 1);
    for (let index = 0; index < MANY; index += 1) queue.note(node(`${index}`), true, 0);
    expect(takeAll(queue)).toEqual(EVERYTHING);
    expect(queue.isEmpty).toBe(true);
  });

  test('that never rests is given after two seconds all the same', () => {
    for (let at = 0; at <= 2_000; at += 100) queue.noteAll(at);
    expect(queue.take(1_999)).toEqual(NOTHING);
    expect(queue.take(2_000)).toEqual(EVERYTHING);
  });

  test('counts from anew after one was given', () => {
    queue.noteAll(0);
    queue.take(REST_MS);
    queue.note(ann, false, 1_000);
    expect(queue.take(1_000 + REST_MS)).toEqual({ all: false, nodes: [{ node: ann, deep: false }] });
  });
});

test('what is cleared is never given', () => {
  queue.note(ann, true, 0);
  queue.clear();
  expect(queue.isEmpty).toBe(true);
  expect(queue.take(10_000)).toEqual(NOTHING);
  queue.noteAll(0);
  queue.clear();
  expect(queue.isEmpty).toBe(true);
  expect(queue.take(10_000)).toEqual(NOTHING);
});

/** What is there once everything has rested. */
function takeAll(from: Queue) {
  return from.take(10_000);
}
