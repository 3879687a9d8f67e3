// The week of a time, for counts that name no day and no minute.
import { DAY_MS } from './memory';

/** ISO 8601 week, e.g. '2026-W48': weeks start on Monday and belong to the year of their Thursday. `day` in days since 1970. */
export function weekOf(day: number): string {
  const midnight = day * DAY_MS;
  const daysSinceMonday = (new Date(midnight).getUTCDay() + 6) % 7;
  const thursday = new Date(midnight + (3 - daysSinceMonday) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
