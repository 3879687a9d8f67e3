// The week of a time, for counts that name no day and no minute.
import { DAY_MS } from './memory';

/** ISO 8601 week in UTC, e.g. '2026-W48': weeks start on Monday and belong to the year of their Thursday. */
export function weekOf(at: number): string {
  const date = new Date(at);
  const daysSinceMonday = (date.getUTCDay() + 6) % 7;
  const thursday = new Date(at + (3 - daysSinceMonday) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
