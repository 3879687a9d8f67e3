// Which items have had their time, and which go first where there are too many.
import { describe, expect, it } from 'vitest';
import { DAY_MS, dayOf } from './memory';
import { MAX_CONTACTS, MAX_CONVERSATIONS, pruneList } from './storage-prune';

const NOW = Date.UTC(2026, 10, 25, 20);
const TODAY = dayOf(NOW);
const KEPT_DAYS = 90;
const over = (items: Readonly<Record<string, unknown>>) =>
  pruneList(items, { now: NOW, retentionDays: KEPT_DAYS });

const memory = (lastSeen: number, ...signals: string[]) => ({
  ...{ version: 1, weak: false },
  memory: {
    ...{ version: 1, days: {}, lastSeen },
    signals: Object.fromEntries(signals.map((id) => [id, [[1, lastSeen]]])),
  },
});
const contact = (
  lastSeen: number,
  snoozedUntil: number | null = null,
  cards: Record<string, number> = {},
) => ({
  ...{ version: 1, lastSeen, snoozedUntil },
  shown: { stages: {}, cards },
});
/** So many items, keyed by their number. */
const many = (kind: string, count: number, item: (i: number) => unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${kind}:${i}`, item(i)]));

describe('retention', () => {
  it('is over the day after the last that is kept, for what is remembered and for what was set aside', () => {
    const last = TODAY - KEPT_DAYS;
    const items = {
      ...{ 'memory:a': memory(last), 'memory:b': memory(last - 1, 'threat.publish') },
      ...{ 'aside:counts': { day: last }, 'aside:memory:c': { day: last - 1 } },
      ...{ 'contact:d': contact(last), 'contact:e': contact(last - 1) },
    };
    expect(over(items).sort()).toEqual(['aside:memory:c', 'contact:e', 'memory:b']);
  });

  it('is not over for a contact who is quiet, nor for one whose chat is remembered', () => {
    const old = TODAY - KEPT_DAYS - 1;
    const items = {
      ...{ 'contact:a': contact(old, NOW + DAY_MS), 'contact:b': contact(old, NOW - 1) },
      ...{ 'contact:c': contact(old), 'memory:c': memory(TODAY) },
    };
    expect(over(items)).toEqual(['contact:b']);
  });

  it('says nothing of what tells no day, is damaged, or is no conversation', () => {
    const damaged = [null, 7, 'text', [], {}, { memory: null }, { memory: { lastSeen: 'long ago' } }];
    const items = {
      ...many('memory', damaged.length, (i) => damaged[i]),
      ...many('contact', damaged.length, (i) => damaged[i]),
      ...many('aside', damaged.length, (i) => damaged[i]),
      ...{ settings: { lastSeen: 0 }, counts: { day: 0 } },
    };
    expect(over(items)).toEqual([]);
  });
});

describe('where there are too many', () => {
  it('chats without a sign go first, then those not seen for longest', () => {
    const items = {
      ...many('memory', MAX_CONVERSATIONS - 1, (i) => memory(TODAY - 1 - (i % 9), 'trust.clothes')),
      ...{ 'memory:calm': memory(TODAY), 'memory:calmer': memory(TODAY - 1) },
    };
    expect(over(items)).toEqual(['memory:calmer']);
    const words = { version: 1, memory: { lastSeen: TODAY - 2, signals: 'words' } }; // damaged: no sign either
    expect(over({ ...items, 'memory:calmer': words })).toEqual(['memory:calmer']);
    // What is no chat is not counted as one, and never goes.
    expect(over({ ...items, settings: {}, counts: { weeks: {} }, secret: 'x' })).toEqual(['memory:calmer']);
    expect(over({ ...items, 'memory:old': memory(TODAY - 80, 'trust.clothes') })).toEqual([
      ...['memory:calm', 'memory:calmer'],
    ]);
    const { 'memory:calm': _, 'memory:calmer': __, ...signs } = items;
    const older = { 'memory:x': memory(TODAY - 79, 'a.b'), 'memory:y': memory(TODAY - 80, 'a.b') };
    expect(over({ ...older, ...signs })).toEqual(['memory:y']);
  });

  it('contacts of whom a request alone is known go first, then those not seen for longest', () => {
    const known = many('contact', MAX_CONTACTS - 1, () => contact(TODAY - 50, null, { 'notice trust': 1 }));
    const asked = { 'contact:new': contact(TODAY), 'contact:older': contact(TODAY - 1) };
    expect(over({ ...asked, ...known })).toEqual(['contact:older']);
    expect(over({ ...asked, ...known, 'contact:quiet': contact(TODAY - 60, NOW + DAY_MS) })).toEqual([
      ...['contact:new', 'contact:older'],
    ]);
    const long = { 'contact:long': contact(TODAY - 51, null, { 'notice trust': 1 }) };
    const more = { 'contact:more': contact(TODAY - 50, null, { 'notice trust': 1 }) };
    expect(over({ ...long, ...known, ...more })).toEqual(['contact:long']);
  });

  it('a contact whose chat is remembered takes up no room; one whose chat goes does', () => {
    const items = {
      ...many('memory', MAX_CONVERSATIONS, () => memory(TODAY, 'a.b')),
      ...many('contact', MAX_CONVERSATIONS, () => contact(TODAY - 80)),
      ...many('contact:alone', MAX_CONTACTS, () => contact(TODAY - 5)),
    };
    expect(over(items)).toEqual([]);
    const gone = { 'memory:gone': memory(TODAY - 1), 'contact:gone': contact(TODAY - 6) };
    expect(over({ ...items, ...gone })).toEqual(['memory:gone', 'contact:gone']);
  });
});
