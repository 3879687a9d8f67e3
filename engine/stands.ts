// How the signs of each combination stand to one another, as it outlives the tab: messages are forgotten, and with them the
// places by which an open chat tells signs that stand together from signs of one long day (docs/adr/0030).
import type { ConversationMemory, Sighting } from './types';

/** Signs seen but not near each other; near each other; and loud enough beside it, so that the level was reached. */
export type Stand = 'apart' | 'together' | 'reached';
const ORDER: readonly Stand[] = ['apart', 'together', 'reached'];

/** Before the id of a combination in memory: an id of rules/escalations.yaml, where a signal's name has its stage. */
const STAND = 'together.';
/** The range of a fingerprint, in whose place the number stands. */
const NUMBERS = 2 ** 32;

export type Stands = {
  /** How an earlier session left it; null where none looked: the signs came apart, or an older version wrote them. */
  before(id: string): Stand | null;
  /** Notes how it stands now, on that day. */
  note(id: string, stand: Stand, day: number): void;
  /** As memory keeps it: of each the number of the change that led to it, whose rest by three says which, and its day. */
  signals(): Readonly<Record<string, readonly Sighting[]>>;
};

/** @param past what earlier sessions saw, or null */
export function createStands(past: ConversationMemory | null): Stands {
  const now = new Map<string, Sighting>();
  for (const [name, list] of Object.entries(past?.signals ?? {}))
    if (name.startsWith(STAND)) for (const change of list) take(name.slice(STAND.length), change);
  const before = new Map(now);

  /** Joined memories hold several changes: the last one is the newest of the newest day (utils/memory.ts). */
  function take(id: string, change: Sighting): void {
    const known = now.get(id);
    if (known === undefined || change[1] > known[1] || (change[1] === known[1] && change[0] > known[0]))
      now.set(id, change);
  }

  return {
    before(id) {
      const change = before.get(id);
      return change === undefined ? null : standOf(change);
    },
    note(id, stand, day) {
      const [number, since] = now.get(id) ?? [0, day];
      if (now.has(id) && standOf([number, since]) === stand) return;
      const next = nextOf(number, stand);
      if (next < NUMBERS) now.set(id, [next, Math.max(day, since)]);
    },
    signals: () => Object.fromEntries([...now].map(([id, change]) => [STAND + id, [change]])),
  };
}

function standOf([number]: Sighting): Stand {
  return ORDER[number % ORDER.length] ?? 'apart';
}

/** The next number, or this one, that says so. */
function nextOf(number: number, stand: Stand): number {
  const step = ORDER.indexOf(stand) - (number % ORDER.length);
  return number + (step < 0 ? step + ORDER.length : step);
}
