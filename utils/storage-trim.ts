// What stands in an item that stays and has had its time itself: when a quiet ended, weeks long past. Pure.
import { dayOf } from './memory';
import { kindOf } from './storage-items';
import { COUNTS, WEEKS_KEPT } from './storage-kinds';
import { weekOf } from './week';

type Fields = Readonly<Record<string, unknown>>;

/** The items of storage that hold such a thing, without it. `now` in milliseconds. What is no item of ours is left alone. */
export function trimmedItems(items: Fields, now: number): Record<string, unknown> {
  const trimmed: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(items)) {
    if (!isFields(value)) continue;
    if (kindOf(key) === 'contact' && hasEnded(value.snoozedUntil, now))
      trimmed[key] = { ...value, snoozedUntil: null };
    if (key === COUNTS.key && isFields(value.weeks)) {
      const weeks = Object.entries(value.weeks);
      const recent = weeks.filter(([week]) => week >= weekOf(dayOf(now) - 7 * WEEKS_KEPT));
      if (recent.length < weeks.length) trimmed[key] = { ...value, weeks: Object.fromEntries(recent) };
    }
  }
  return trimmed;
}

function hasEnded(until: unknown, now: number): boolean {
  return typeof until === 'number' && until <= now;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
