import { expect, it } from 'vitest';
import { DAY_MS } from './memory';
import { SNOOZE_MS } from './snooze';
import { trimmedItems } from './storage-trim';

const NOW = Date.UTC(2026, 10, 25, 20);
const contact = (snoozedUntil: number | null) => ({ version: 1, snoozedUntil, lastSeen: 20_000 });

it('when a quiet ended is not kept; one that holds is, and one that a clock put years ahead', () => {
  const items = {
    'contact:a': contact(NOW - 1),
    'contact:now': contact(NOW),
    'contact:b': contact(NOW + SNOOZE_MS),
    'contact:c': contact(NOW + 400 * DAY_MS),
    'contact:d': contact(null),
  };
  expect(trimmedItems(items, NOW)).toEqual({ 'contact:a': contact(null), 'contact:now': contact(null) });
});

it('of counts the last 104 weeks are kept', () => {
  const one = { notice: 1, caution: 0, danger: 0 };
  const counts = (...weeks: string[]) => ({
    version: 1,
    weeks: Object.fromEntries(weeks.map((week) => [week, one])),
  });
  expect(trimmedItems({ counts: counts('2020-W01', '2024-W47', '2024-W48', '2026-W47') }, NOW)).toEqual({
    counts: counts('2024-W48', '2026-W47'),
  });
  expect(trimmedItems({ counts: counts('2024-W48', '2026-W47') }, NOW)).toEqual({});
});

it('what is garbage is left to who reads it', () => {
  const items = { counts: 'x', 'contact:a': null, 'contact:b': { snoozedUntil: 'soon' }, x: [NOW - 1] };
  expect(trimmedItems(items, NOW)).toEqual({});
  expect(trimmedItems({ counts: {}, x: { weeks: { '2020-W01': 1 } } }, NOW)).toEqual({});
});
