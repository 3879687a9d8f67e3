// For tests: what an adapter may make of a page that was changed. It reads exactly what is there, or says that it can't.
import type { OpenConversation, RowReading } from '../../page/adapter';
import { createTally } from '../../page/tally';
import { readRows, type World } from './mutate';

/** Rows that a page has once somebody talks: a page that gives nothing from so many is called unreadable. */
const ENOUGH_ROWS = 10;

/** What the watcher would call a failure to read: no list where one is due, or rows that give nothing. */
function saysItCant(world: World, now: OpenConversation | null, after: readonly RowReading[]): boolean {
  const { adapter, url } = world;
  if (!now) return true;
  if (after.length > 0) return false;
  const tally = createTally();
  const rows = [...now.list.querySelectorAll(adapter.row)];
  for (let count = 0; rows.length > 0 && count < ENOUGH_ROWS; count += rows.length)
    for (const row of rows) tally.nothing(Math.max(row.textContent?.length ?? 0, 20));
  const rowless = rows.length === 0 && (now.list.textContent?.length ?? 0) > 0;
  return url !== null && (rowless || tally.problem(now.list, adapter.row) !== null);
}

/**
 * The same chat after the change; where several stand side by side, the others are no answer. The watcher keeps a group a
 * group (page/switches.ts).
 */
function reopened({ adapter, url, conversation }: World): OpenConversation | null {
  const now = adapter.openAll
    ? adapter.openAll(document, url).find(({ peer }) => peer === conversation.peer)
    : adapter.open(document, url);
  return now ? { ...now, group: now.group || conversation.group } : null;
}

/** Words, authors and sides, for comparison; a side or author that is no longer known is not a wrong one. */
function sayings(readings: readonly RowReading[], known: readonly RowReading[]): string[] {
  return readings.map((reading, index) => {
    const { speaker, author, text } = reading;
    const before = known[index]?.text === text ? known[index] : reading;
    const side = speaker === 'unknown' ? before.speaker : speaker;
    return `${side} ${author === '' || speaker === 'unknown' ? before.author : author}: ${text}`;
  });
}

/** What should have been read of a changed page and what was, or null where that is the same or it says that it can't. */
export function misread(
  world: World,
  wanted: readonly RowReading[],
): { readonly wanted: readonly string[]; readonly read: readonly string[] } | null {
  const now = reopened(world);
  const after = now ? readRows(world.adapter, now).readings : [];
  if (saysItCant(world, now, after)) return null;
  const peerOf = (conversation: OpenConversation | null) => `peer ${conversation?.peer}`;
  const asWanted = [peerOf(world.conversation), ...sayings(wanted, wanted)];
  const asRead = [peerOf(now), ...sayings(after, wanted)];
  return JSON.stringify(asWanted) === JSON.stringify(asRead) ? null : { wanted: asWanted, read: asRead };
}
