// Which items have had their time: past retention, or too many. Pure, so that it can be tried on anything.
import { dayOf, isExpired } from './memory';
import { isSnoozed } from './snooze';
import { ASIDE, kindOf } from './storage-items';

/**
 * Conversations that are remembered. One takes 1 KB as a rule and 33 KB at the very most, and Chrome gives 10 MB
 * (tests/endure/full-memory.test.ts).
 * Beyond it those without any signal go first, then those not seen for longest.
 */
export const MAX_CONVERSATIONS = 250;

/** Keys to delete from `items`, which is all of storage. `now` in milliseconds. */
export function pruneList(
  items: Readonly<Record<string, unknown>>,
  options: { readonly now: number; readonly retentionDays: number },
): string[] {
  const today = dayOf(options.now);
  const isOld = (day: number | null) => day !== null && isExpired(day, today, options.retentionDays);
  const expired: string[] = [];
  const memories: { key: string; signals: number; lastSeen: number }[] = [];
  for (const [key, value] of Object.entries(items)) {
    if (key.startsWith(ASIDE)) {
      if (isOld(numberAt(value, 'day'))) expired.push(key);
    } else if (kindOf(key) === 'contact') {
      if (!isSnoozed(numberAt(value, 'snoozedUntil'), options.now) && isOld(numberAt(value, 'lastSeen')))
        expired.push(key);
    } else if (kindOf(key) === 'memory') {
      const memory = at(value, 'memory');
      const lastSeen = numberAt(memory, 'lastSeen');
      if (isOld(lastSeen)) expired.push(key);
      else
        memories.push({
          key,
          signals: Object.keys(at(memory, 'signals') ?? {}).length,
          lastSeen: lastSeen ?? 0,
        });
    }
  }
  memories.sort((a, b) => Number(b.signals > 0) - Number(a.signals > 0) || b.lastSeen - a.lastSeen);
  return [...expired, ...memories.slice(MAX_CONVERSATIONS).map(({ key }) => key)];
}

/** A property of whatever was stored, or undefined. */
function at(value: unknown, name: string): object | undefined {
  const found =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return typeof found === 'object' && found !== null ? found : undefined;
}

function numberAt(value: unknown, name: string): number | null {
  const found =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return typeof found === 'number' ? found : null;
}
