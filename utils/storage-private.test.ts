import { describe, expect, it } from 'vitest';
import { createFakeArea } from './fake-area';
import { DAY_MS, dayOf } from './memory';
import { SNOOZE_MS } from './snooze';
import { createStorage } from './storage';

const NOW = Date.UTC(2026, 10, 25, 20);
const CHATS = ['0', '1', '2'].map((digit) => digit.repeat(32));
const [CHAT = ''] = CHATS;
const ADULT = { name: 'អ៊ំស្រី', number: '012 345 678' };

type Items = Record<string, unknown>;
const at = (items: Items, now = NOW) =>
  createStorage(createFakeArea(items), () => now, { pinCost: { N: 2, r: 1, p: 1 } });

describe('the trusted adult', () => {
  it('is none at first, then the one that was named, until deleted', async () => {
    const items: Items = {};
    expect(await at(items).trustedAdult()).toBeNull();
    await at(items).setTrustedAdult(ADULT);
    expect(await at(items).trustedAdult()).toEqual(ADULT);
    await at(items).setTrustedAdult(null);
    expect(items).toEqual({});
  });

  it('that can’t be read is set aside, and deleting takes that too', async () => {
    const items: Items = { 'trusted-adult': { version: 1, adult: { name: '', number: '1' } } };
    expect(await at(items).trustedAdult()).toBeNull();
    expect(Object.keys(items)).toEqual(['aside:trusted-adult']);
    await at(items).setTrustedAdult(null);
    expect(items).toEqual({});
  });
});

describe('snoozes', () => {
  it('are counted, and ended all at once', async () => {
    const items: Items = {};
    for (const chat of CHATS) await at(items).snooze(chat, true);
    await at(items).snooze(CHAT, false);
    expect(await at(items).snoozes()).toBe(2);
    expect(await at(items, NOW + SNOOZE_MS).snoozes()).toBe(0);
    await at(items).endSnoozes();
    expect(await at(items).snoozes()).toBe(0);
    for (const chat of CHATS) expect((await at(items).open(chat)).snoozedUntil).toBeNull();
  });

  it('of a clock that was years ahead are over once it is right again, and are not kept for it', async () => {
    const items: Items = {};
    await at(items, NOW + 10 * 365 * DAY_MS).snooze(CHAT, true);
    expect(await at(items).snoozes()).toBe(0);
    await at(items).prune();
    expect(items).not.toEqual({}); // seen "later": it may be the clock of now that is wrong
    items[`contact:${CHAT}`] = { ...(items[`contact:${CHAT}`] as object), lastSeen: dayOf(NOW) - 91 };
    await at(items).prune();
    expect(items).toEqual({});
  });

  it('end without touching what else is known of a contact', async () => {
    const items: Items = {};
    await at(items).warned(CHAT, { level: 'danger', card: 'danger threat', stages: ['threat'] });
    const before = structuredClone(items);
    await at(items).snooze(CHAT, true);
    await at(items).endSnoozes();
    expect(items).toEqual(before);
  });

  it.each(['garbage', null, 7, { snoozedUntil: 'later' }])(
    'pass over a contact that is %j',
    async (value) => {
      const items: Items = { [`contact:${CHAT}`]: value };
      expect(await at(items).snoozes()).toBe(0);
      await at(items).endSnoozes();
      expect(items).toEqual({ [`contact:${CHAT}`]: value });
    },
  );
});

describe('the overview', () => {
  it('names every kind with its number, and no key of any conversation', async () => {
    const items: Items = { strange: 1, 'aside:counts': { day: 1, value: 'x' } };
    const storage = at(items);
    await storage.finishWelcome('parent', { pin: '314159' });
    await storage.setTrustedAdult(ADULT);
    await storage.secret();
    for (const chat of CHATS) {
      const memory = { version: 1, signals: {}, days: {}, lastSeen: 20_782 } as const;
      await storage.see(chat, memory, false);
      await storage.warned(chat, { level: 'danger', card: 'danger threat', stages: ['threat'] });
    }
    await storage.pruneDaily();
    items['aside:memory:1'] = { day: 20_782, value: 'x' };
    const overview = await storage.overview();
    expect(overview.counts).toEqual({
      ...{ settings: 1, secret: 1, memory: 3, contact: 3, counts: 1, 'trusted-adult': 1 },
      ...{ family: 1, pin: 1, pending: 1, pruned: 1, aside: 1, other: 1 },
    });
    const text = JSON.stringify(overview);
    for (const told of [...CHATS, ADULT.name, ADULT.number, 'threat', 'salt'])
      expect(text).not.toContain(told);
  });

  it('of an empty storage is all noughts', async () => {
    const { counts } = await at({}).overview();
    expect(Object.values(counts).every((count) => count === 0)).toBe(true);
  });
});
