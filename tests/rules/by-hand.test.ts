// Lines and chats that people wrote as they came to mind: no corpus showed what these did.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rankOf } from '../../engine/levels';
import type { Level } from '../../engine/types';
import { alertsIn } from './replayed';

/** What a file of `by-hand/` says, without its comments. */
function readLines(name: string): string[] {
  const text = readFileSync(join(import.meta.dirname, 'by-hand', name), 'utf8');
  return text.split('\n').filter((line) => !line.startsWith('#'));
}

test.each(readLines('everyday.txt').filter((line) => line !== ''))('calm: %s', (line) => {
  expect(alertsIn([line])).toEqual([]);
});

const chats = readLines('warned.txt')
  .join('\n')
  .split(/\n{2,}/)
  .map((chat) => chat.trim().split('\n'))
  .filter(([head]) => head);

describe.each(chats.map(([head = '', ...lines]) => [`${head}: ${lines[0]}`, head, lines] as const))(
  '%s',
  (_, head, lines) => {
    const [level, by] = head.split(' by ');
    test('is warned of in time', () => {
      const rises = alertsIn(lines);
      const isLoud = rises.some(
        (rise) => rankOf(rise.level) >= rankOf(level as Level) && rise.index < Number(by),
      );
      expect(isLoud, JSON.stringify(rises)).toBe(true);
    });
  },
);
