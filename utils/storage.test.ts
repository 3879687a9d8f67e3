import { describe, expect, it, vi } from 'vitest';
import type { ConversationMemory } from '../engine/types';
import { createFakeArea } from './fake-area';
import { DAY_MS, mergeMemory } from './memory';
import { DEFAULT_SETTINGS } from './settings';
import { SNOOZE_MS } from './snooze';
import { createStorage } from './storage';
import { MAX_CONTACTS, MAX_CONVERSATIONS } from './storage-prune';

const NOW = Date.UTC(2026, 10, 25, 20);
const TODAY = Math.floor(NOW / DAY_MS);
const CHAT = '0123456789abcdef0123456789abcdef';
const OTHER_CHAT = 'f'.repeat(32);
const FAMILY_ON = { version: 1, on: true, since: TODAY };
const CARD = { level: 'danger', card: 'danger threat', stages: ['threat'] } as const;

const memoryOf = (fingerprint: number, day = TODAY): ConversationMemory => ({
  version: 1,
  signals: { 'secrecy.dont-tell': [[fingerprint, day]] },
  days: { [day]: 3 },
  lastSeen: day,
});
const at = (items: Record<string, unknown>, now = NOW) =>
  createStorage(createFakeArea(items), () => now, { pinCost: { N: 2, r: 1, p: 1 } });

describe('settings', () => {
  it('remember which defaults were chosen on purpose, and forget it with the next choice', async () => {
    const items = {};
    await at(items).changeSettings({ sensitivity: 'standard', country: 'KH' });
    expect(items).toEqual({ settings: { ...DEFAULT_SETTINGS, country: 'KH', chosen: ['sensitivity'] } });
    await at(items).changeSettings({ retentionDays: 7 });
    expect((await at(items).settings()).chosen).toEqual(['sensitivity']);
    await at(items).changeSettings({ sensitivity: 'more' });
    expect(items).toEqual({
      settings: { ...DEFAULT_SETTINGS, country: 'KH', sensitivity: 'more', retentionDays: 7 },
    });
  });

  it('are the defaults where nothing is stored, and reading writes nothing', async () => {
    const items = {};
    expect(await at(items).settings()).toEqual(DEFAULT_SETTINGS);
    expect(items).toEqual({});
  });

  it('survive a restart', async () => {
    const items = {};
    await at(items).changeSettings({ country: 'KH' });
    await at(items).changeSettings({ language: 'km' });
    expect(await at(items).settings()).toEqual({ ...DEFAULT_SETTINGS, country: 'KH', language: 'km' });
  });

  it('keep what is good of a damaged record, and set the record aside', async () => {
    const damaged = { ...DEFAULT_SETTINGS, country: 'KH', sensitivity: 'loudest', extra: true };
    const items: Record<string, unknown> = { settings: damaged };
    expect(await at(items).settings()).toEqual({ ...DEFAULT_SETTINGS, country: 'KH' });
    expect(items['aside:settings']).toEqual({ day: TODAY, value: damaged });
    expect((await at(items).health()).setAside).toEqual(['settings']);
    expect(await at(items).settings()).toEqual({ ...DEFAULT_SETTINGS, country: 'KH' });
    expect(items.settings).toEqual({ ...DEFAULT_SETTINGS, country: 'KH' });
  });

  it('that are set aside and still can not be read whole stay there, as they are', async () => {
    const damaged = { ...DEFAULT_SETTINGS, country: 'KH', sensitivity: 'loudest' };
    const items = { 'aside:settings': { day: TODAY, value: damaged } };
    expect(await at(items).settings()).toEqual(DEFAULT_SETTINGS);
    expect(items).toEqual({ 'aside:settings': { day: TODAY, value: damaged } });
  });

  it.each([null, 'words', 7, {}, { day: TODAY }])(
    'are the defaults where %j stands for what was set aside',
    async (aside) => {
      const items = { 'aside:settings': aside };
      expect(await at(items).settings()).toEqual(DEFAULT_SETTINGS);
      expect(items).toEqual({ 'aside:settings': aside });
    },
  );

  it('of a version that knew no audience are whole', async () => {
    const { audience: _, ...older } = { ...DEFAULT_SETTINGS, country: 'KH' };
    const items: Record<string, unknown> = { settings: older };
    expect(await at(items).settings()).toEqual({ ...DEFAULT_SETTINGS, country: 'KH' });
    expect(Object.keys(items)).toEqual(['settings']);
  });

  it('of a newer version wait aside, and come back with that version', async () => {
    const items: Record<string, unknown> = { settings: { ...DEFAULT_SETTINGS, version: 2, country: 'KH' } };
    expect(await at(items).settings()).toEqual(DEFAULT_SETTINGS);
    const aside = items['aside:settings'] as { value: { version: number } };
    aside.value.version = 1; // as if the extension now were that version
    expect((await at(items).settings()).country).toBe('KH');
  });
});

const GARBAGE: readonly (readonly [string, unknown])[] = [
  ['a word', 'words'],
  ['null', null],
  ['a list', [1, 2, 3]],
  ['a number', 7],
  ['an empty record', {}],
  ['a newer version', { version: 9 }],
  ['half a record', { version: 1 }],
];
const PRIVATE = ['trusted-adult', 'family', 'pin', 'pending'];
const KINDS = ['settings', 'secret', 'counts', `memory:${CHAT}`, `contact:${CHAT}`, ...PRIVATE];
const EACH = KINDS.flatMap((key) => GARBAGE.map(([name, value]) => [name, key, value] as const));

describe('garbage in storage', () => {
  it.each(EACH)('%s in %s falls back, is kept aside, and nothing else is lost', async (_, key, value) => {
    const items: Record<string, unknown> = {};
    await fillStorage(items);
    const before = structuredClone(items);
    items[key] = value;
    const storage = at(items);
    await storage.settings();
    await storage.secret();
    await storage.counts();
    await storage.open(CHAT);
    await storage.trustedAdult();
    await storage.familyStatus();
    expect(items[`aside:${key}`]).toEqual({ day: TODAY, value });
    for (const other of Object.keys(before)) if (other !== key) expect(items[other]).toEqual(before[other]);
    expect((await storage.health()).setAside).toEqual([key.split(':')[0]]);
  });
});

async function fillStorage(items: Record<string, unknown>) {
  const storage = at(items);
  await storage.changeSettings({ country: 'KH' });
  await storage.secret();
  await storage.finishWelcome('parent', { pin: '314159' });
  await storage.setTrustedAdult({ name: 'Aunt', number: '012 345 678' });
  for (const chat of [CHAT, OTHER_CHAT]) {
    await storage.see(chat, memoryOf(1), false);
    await storage.warned(chat, CARD);
    await storage.snooze(chat, true);
  }
}

describe('memory', () => {
  it('of two tabs and a reload counts once', async () => {
    const items = {};
    await Promise.all([at(items).see(CHAT, memoryOf(1), false), at(items).see(CHAT, memoryOf(1), false)]);
    const storage = at(items);
    await Promise.all([storage.see(CHAT, memoryOf(1), false), storage.see(CHAT, memoryOf(2), false)]);
    expect((await at(items).open(CHAT)).memory).toEqual(mergeMemory(memoryOf(1), memoryOf(2)));
  });

  it('marks a weak key', async () => {
    const items: Record<string, { weak?: boolean }> = {};
    await at(items).see(CHAT, memoryOf(1), true);
    expect(items[`memory:${CHAT}`]?.weak).toBe(true);
  });

  it('is gone after its retention, counted from the last sight', async () => {
    const items = {};
    await at(items).see(CHAT, memoryOf(1), false);
    expect((await at(items, NOW + 90 * DAY_MS).open(CHAT)).memory).not.toBeNull();
    expect((await at(items, NOW + 91 * DAY_MS).open(CHAT)).memory).toBeNull();
    expect(items).toEqual({});
  });

  it('is not kept for ever by a wrong clock in the page', async () => {
    const items: Record<string, unknown> = {};
    await at(items).see(CHAT, memoryOf(1, TODAY + 5_000), false);
    expect((await at(items, NOW + 91 * DAY_MS).open(CHAT)).memory).toBeNull();
  });

  it('is not lost where the clock is set back for a while', async () => {
    const items: Record<string, unknown> = {};
    await at(items).see(CHAT, memoryOf(1), false);
    const back = TODAY - 365;
    await at(items, NOW - 365 * DAY_MS).see(CHAT, memoryOf(2, back), false);
    const { memory } = await at(items, NOW + DAY_MS).open(CHAT);
    expect(memory).toMatchObject({
      lastSeen: TODAY,
      signals: {
        'secrecy.dont-tell': [
          [1, TODAY],
          [2, back],
        ],
      },
    });
  });

  it('of at most so many conversations is kept; those with signals and seen last stay', async () => {
    const items: Record<string, unknown> = {};
    for (let index = 0; index < MAX_CONVERSATIONS; index += 1) {
      const memory = { ...memoryOf(index, TODAY - 1), signals: {} };
      items[`memory:${index.toString(16).padStart(32, '0')}`] = { version: 1, weak: false, memory };
    }
    items[`memory:${CHAT}`] = { version: 1, weak: false, memory: memoryOf(1, TODAY - 80) };
    await at(items).see(OTHER_CHAT, memoryOf(1), false);
    expect((await at(items).health()).conversations).toBe(MAX_CONVERSATIONS);
    expect(Object.keys(items)).toContain(`memory:${CHAT}`);
    expect(Object.keys(items)).toContain(`memory:${OTHER_CHAT}`);
  });
});

describe('the daily clean-up', () => {
  it('deletes what was set aside once its retention is over, and not before', async () => {
    const items: Record<string, unknown> = { 'aside:counts': { day: TODAY, value: 'garbage' } };
    await at(items, NOW + 90 * DAY_MS).prune();
    expect(Object.keys(items)).toEqual(['aside:counts']);
    await at(items, NOW + 91 * DAY_MS).prune();
    expect(items).toEqual({});
  });

  it('runs once a day, whenever the worker starts', async () => {
    const items = {};
    await at(items).see(CHAT, memoryOf(1), false);
    await at(items).warned(CHAT, CARD);
    const late = createFakeArea(items);
    await createStorage(late, () => NOW + 91 * DAY_MS).pruneDaily();
    expect(Object.keys(items)).toEqual(['pruned']);
    const again = createFakeArea(items);
    const get = vi.fn(again.get);
    await createStorage({ ...again, get }, () => NOW + 91 * DAY_MS).pruneDaily();
    expect(get.mock.calls).toEqual([[['pruned']]]);
    expect(again.calls).toEqual(['get']);
  });

  it('cleans up where one item alone is stored, writes nothing where nothing is, and nothing that has not changed', async () => {
    const old = { [`contact:${CHAT}`]: { ...SNOOZED, snoozedUntil: NOW - 1, lastSeen: TODAY } };
    const items: Record<string, unknown> = { ...old };
    await at(items).pruneDaily();
    expect(items[`contact:${CHAT}`]).toMatchObject({ snoozedUntil: null });
    const empty: Record<string, unknown> = {};
    await at(empty).pruneDaily();
    expect(empty).toEqual({});
    const area = createFakeArea(items);
    await createStorage(area, () => NOW).prune();
    expect(area.calls).not.toContain('set');
  });
});

describe('what an older version set aside, once it can be read again', () => {
  const setUp = async (...keys: string[]) => {
    const items: Record<string, unknown> = {};
    await at(items).finishWelcome('parent', { pin: '123456' });
    await at(items).changeSettings({ language: 'km', retentionDays: 7 });
    await at(items).warned(CHAT, CARD);
    for (const key of keys) {
      items[`aside:${key}`] = { day: TODAY, value: items[key] };
      delete items[key];
    }
    return items;
  };

  it('is put back by the first who reads it', async () => {
    const items = await setUp('settings');
    expect((await at(items).settings()).language).toBe('km');
    expect(items).toMatchObject({ settings: { language: 'km' } });
    expect(items).not.toHaveProperty('aside:settings');
  });

  it('is read also where a full storage takes nothing back', async () => {
    const items = await setUp('settings');
    const area = createFakeArea(items);
    const full = { ...area, set: () => Promise.reject(new Error('full')) };
    expect((await createStorage(full, () => NOW).settings()).language).toBe('km');
    expect(items).toHaveProperty('aside:settings');
  });

  it('outlives a clean-up though nobody read it before', async () => {
    const items = await setUp('settings', 'family', 'pin', 'pending');
    await at(items, NOW + 8 * DAY_MS).prune();
    const status = await at(items, NOW + 8 * DAY_MS).familyStatus();
    expect(status).toMatchObject({ on: true, hasPin: true, pending: true, audience: 'parent' });
  });

  it('stays where what was seen is deleted, and ends with the PIN that may end it', async () => {
    const items = await setUp('settings', 'pin', 'pending');
    await at(items).forget();
    expect(await at(items).familyStatus()).toMatchObject({ hasPin: true, pending: true, audience: 'parent' });
    expect(await at(items).acknowledge('123456')).toEqual({ ok: true });
    expect((await at(items).familyStatus()).pending).toBe(false);
  });
});

describe('contacts', () => {
  const nameOf = (index: number) => index.toString(16).padStart(32, '0');
  const contacts = (items: object) => Object.keys(items).filter((key) => key.startsWith('contact:'));

  it('who are talked to every day keep what was shown, however long ago that was', async () => {
    const items: Record<string, unknown> = {};
    await at(items).requested(CHAT, ['new-account']);
    await at(items).warned(CHAT, CARD);
    for (let day = 0; day <= 100; day += 1) {
      await at(items, NOW + day * DAY_MS).see(CHAT, memoryOf(1, TODAY + day), false);
      await at(items, NOW + day * DAY_MS).pruneDaily();
    }
    const { shown, requested } = await at(items, NOW + 100 * DAY_MS).open(CHAT);
    expect([shown.cards, requested]).toEqual([{ 'danger threat': 1 }, ['new-account']]);
    await at(items, NOW + 191 * DAY_MS).prune();
    expect(contacts(items)).toEqual([]);
  });

  it('who ask once more while the clock is set back are not deleted once it is right again', async () => {
    const items: Record<string, unknown> = {};
    await at(items).requested(CHAT, ['new-account']);
    await at(items, NOW - 365 * DAY_MS).requested(CHAT, ['no-mutual-friends']);
    await at(items, NOW + DAY_MS).prune();
    expect((await at(items, NOW + DAY_MS).open(CHAT)).requested).toEqual([
      'new-account',
      'no-mutual-friends',
    ]);
  });

  it('of whom a request shows more later are told of it in one order, and nothing is written where it shows no more', async () => {
    const area = createFakeArea();
    const storage = createStorage(area, () => NOW);
    await storage.requested(CHAT, ['no-mutual-friends']);
    await storage.requested(CHAT, ['new-account']);
    expect((await storage.open(CHAT)).requested).toEqual(['new-account', 'no-mutual-friends']);
    const before = area.calls.length;
    await storage.requested(CHAT, ['no-mutual-friends']);
    expect(area.calls.slice(before)).not.toContain('set');
  });

  it('of at most so many without a memory are kept; who asked last stays, and those of whom more is known', async () => {
    const items: Record<string, unknown> = {};
    const before = NOW - DAY_MS;
    await at(items, before - DAY_MS).warned(CHAT, CARD);
    await at(items, before - DAY_MS).snooze(OTHER_CHAT, true);
    await at(items, before).requested(nameOf(0), ['new-account']);
    await at(items, before).requested(nameOf(1), ['new-account']);
    await at(items, before).see(nameOf(1), memoryOf(1, TODAY - 1), false);
    for (let index = 2; index < MAX_CONTACTS - 1; index += 1)
      items[`contact:${nameOf(index)}`] = { ...SNOOZED, snoozedUntil: null, requested: ['new-account'] };
    await at(items).requested(nameOf(MAX_CONTACTS), ['new-account']);
    expect(contacts(items)).toHaveLength(MAX_CONTACTS + 1); // one is remembered
    for (const kept of [CHAT, OTHER_CHAT, nameOf(1), nameOf(MAX_CONTACTS)])
      expect(contacts(items)).toContain(`contact:${kept}`);
    expect(contacts(items)).not.toContain(`contact:${nameOf(0)}`);
  });

  it('of no more are kept after a card, though nobody cleans up that day', async () => {
    const items: Record<string, unknown> = {};
    for (let index = 0; index < MAX_CONTACTS; index += 1)
      items[`contact:${nameOf(index)}`] = { ...SNOOZED, lastSeen: TODAY - 1 };
    await at(items).warned(CHAT, CARD);
    expect(contacts(items)).toHaveLength(MAX_CONTACTS);
    expect(contacts(items)).toContain(`contact:${CHAT}`);
  });
});

describe('a policy that is not known yet', () => {
  /** One day is chosen, 90 are the policy's; asked five days after the last sight of one chat, and 105 after another's. */
  async function waitForPolicy() {
    const items: Record<string, unknown> = {};
    await at(items, NOW - 100 * DAY_MS).see(OTHER_CHAT, memoryOf(1, TODAY - 100), false);
    items[`memory:${CHAT}`] = { version: 1, weak: false, memory: memoryOf(1) };
    let retentionDays = 1;
    let come = () => {};
    const policyKnown = new Promise<void>((resolve) => {
      come = () => {
        retentionDays = 90;
        resolve();
      };
    });
    const storage = createStorage(createFakeArea(items), () => NOW + 5 * DAY_MS, {
      effective: (settings) => ({ ...settings, retentionDays }),
      policyKnown,
    });
    return { items, storage, come };
  }

  it.each(['prune', 'pruneDaily'] as const)(
    'may keep memory longer than the person chose: %s waits for it',
    async (way) => {
      const { items, storage, come } = await waitForPolicy();
      const pruned = storage[way]();
      await new Promise((resolve) => setTimeout(resolve));
      expect(Object.keys(items)).toEqual([`memory:${OTHER_CHAT}`, `memory:${CHAT}`]);
      come();
      await pruned;
      expect(Object.keys(items).filter((key) => key !== 'pruned')).toEqual([`memory:${CHAT}`]);
    },
  );

  it('holds up no reading, and takes nothing that it may keep', async () => {
    const { items, storage, come } = await waitForPolicy();
    expect((await storage.open(CHAT)).memory).toBeNull();
    await storage.see('a'.repeat(32), memoryOf(1, TODAY + 5), false);
    expect(Object.keys(items)).toHaveLength(3);
    come();
    expect((await storage.open(CHAT)).memory).toEqual(memoryOf(1));
  });
});

describe('a conversation that is named by a key', () => {
  it('is kept where the key is of the present secret, and otherwise neither told nor written', async () => {
    const items: Record<string, unknown> = {};
    const storage = at(items);
    const secret = await storage.secret();
    const named = storage.under((present) => String(present) === String(secret));
    await named.see(CHAT, memoryOf(1), false);
    await expect(named.open(CHAT)).resolves.toMatchObject({ memory: memoryOf(1) });
    const forgotten = storage.forget({ everything: true });
    const late = [
      named.see(CHAT, memoryOf(1), false), // asked for before that was done
      named.warned(CHAT, CARD),
      named.snooze(CHAT, true),
      named.requested(CHAT, ['new-account']),
      named.open(CHAT),
    ];
    for (const result of await Promise.allSettled(late)) expect(result.status).toBe('rejected');
    await forgotten;
    expect(items).toEqual({});
    await expect(storage.under(() => true).open(CHAT)).rejects.toThrow('a key that does not hold');
    await storage.secret();
    await expect(named.see(CHAT, memoryOf(1), false)).rejects.toThrow('a key that does not hold');
    expect(Object.keys(items)).toEqual(['secret']);
  });
});

describe('cards and snoozes', () => {
  it('count a card once, though two tabs show it and a message comes twice', async () => {
    const items = { family: FAMILY_ON };
    const storage = at(items);
    await Promise.all([storage.warned(CHAT, CARD), storage.warned(CHAT, CARD), at(items).warned(CHAT, CARD)]);
    expect(await at(items).counts()).toEqual({
      version: 1,
      weeks: { '2026-W48': { notice: 0, caution: 0, danger: 1 } },
    });
    expect((await at(items).open(CHAT)).shown).toEqual({
      stages: { threat: TODAY },
      cards: { 'danger threat': 1 },
    });
  });

  it('count nothing where no family view is on: nobody would ever read it', async () => {
    const items = {};
    for (const level of ['notice', 'caution', 'danger'] as const)
      await at(items).warned(CHAT, { ...CARD, level, card: `${level} threat` });
    expect(Object.keys(items)).toEqual([`contact:${CHAT}`]);
  });

  it('are those of today for a page that opens the chat today, and no other day', async () => {
    const items = {};
    await at(items).warned(CHAT, CARD);
    expect((await at(items).open(CHAT)).shownToday).toEqual(['danger threat']);
    for (const days of [1, -1])
      expect((await at(items, NOW + days * DAY_MS).open(CHAT)).shownToday).toEqual([]);
  });

  it('count it again the next day', async () => {
    const items = {};
    await at(items).warned(CHAT, CARD);
    await at(items, NOW + DAY_MS).warned(CHAT, CARD);
    expect((await at(items).open(CHAT)).shown.cards['danger threat']).toBe(2);
  });

  it('snooze a contact for 30 days, and no other', async () => {
    const items = {};
    expect(await at(items).snooze(CHAT, true)).toBe(NOW + SNOOZE_MS);
    expect((await at(items).open(CHAT)).snoozedUntil).toBe(NOW + SNOOZE_MS);
    expect((await at(items).open(OTHER_CHAT)).snoozedUntil).toBeNull();
    expect((await at(items, NOW + SNOOZE_MS).open(CHAT)).snoozedUntil).toBeNull();
    expect((await at(items, NOW - 365 * DAY_MS).open(CHAT)).snoozedUntil).toBeNull(); // not for a year longer
    await at(items).snooze(CHAT, false);
    expect((await at(items).open(CHAT)).snoozedUntil).toBeNull();
  });

  it('keep a snooze to its end, however short the retention', async () => {
    const items: Record<string, unknown> = {};
    await at(items).changeSettings({ retentionDays: 1 });
    await at(items).snooze(CHAT, true);
    const later = NOW + 10 * DAY_MS;
    await at(items, later).prune();
    expect((await at(items, later).open(CHAT)).snoozedUntil).toBe(NOW + SNOOZE_MS);
    await at(items, NOW + SNOOZE_MS + DAY_MS).prune();
    expect(Object.keys(items)).toEqual(['settings']);
  });
});

describe('forgetting', () => {
  it('leaves choices and what a PIN guards, and makes a new secret', async () => {
    const items: Record<string, unknown> = {};
    await fillStorage(items);
    const secret = await at(items).secret();
    await at(items, NOW + DAY_MS).forget();
    expect(Object.keys(items).sort()).toEqual(['family', 'pending', 'pin', 'settings']);
    expect((await at(items).familyStatus()).since).toBe(TODAY + 1);
    expect(await at(items).secret()).not.toEqual(secret);
  });

  it('of everything leaves nothing at all', async () => {
    const items: Record<string, unknown> = {};
    await fillStorage(items);
    await at(items).forget({ everything: true });
    expect(items).toEqual({});
  });
});

const SNOOZED = {
  version: 1,
  snoozedUntil: NOW + DAY_MS,
  shown: { stages: {}, cards: {} },
  counted: { day: 0, cards: [] },
  lastSeen: TODAY,
};

describe('a worker that dies', () => {
  /** Every writing operation, on storage that is half damaged, so that setting aside is tried too. */
  const OPERATIONS: Record<string, (storage: ReturnType<typeof createStorage>) => Promise<unknown>> = {
    settings: (storage) => storage.changeSettings({ country: 'TH' }),
    secret: (storage) => storage.secret(),
    seen: (storage) => storage.see(CHAT, memoryOf(2), false),
    warned: (storage) => storage.warned(CHAT, CARD),
    snooze: (storage) => storage.snooze(CHAT, true),
    snoozes: (storage) => storage.endSnoozes(),
    adult: (storage) => storage.setTrustedAdult({ name: 'Aunt', number: '' }),
    reset: (storage) => storage.resetFamily(),
    acknowledge: (storage) => storage.acknowledge('314159'),
    forget: (storage) => storage.forget(),
    prune: (storage) => storage.pruneDaily(),
  };
  const CASES = Object.keys(OPERATIONS).flatMap((name) =>
    [0, 1, 2, 3, 4, 5].map((step) => [name, step] as const),
  );

  it.each(CASES)('during %s, before step %i, ends as if it had never died', async (name, step) => {
    const operation = OPERATIONS[name];
    if (operation === undefined) throw new Error(name);
    const pinned: Record<string, unknown> = {};
    await at(pinned).finishWelcome('parent', { pin: '314159' });
    const knownPin = pinned.pin;
    const damaged = () => ({
      settings: { ...DEFAULT_SETTINGS, country: 7 },
      secret: { version: 1, key: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=' },
      counts: 'garbage',
      [`memory:${CHAT}`]: { version: 1, weak: false, memory: memoryOf(1) },
      [`contact:${CHAT}`]: ['garbage'],
      [`contact:${OTHER_CHAT}`]: SNOOZED,
      family: { version: 1, on: true, since: TODAY - 30 },
      pin: knownPin,
      pending: { version: 1, pending: true },
    });
    const undisturbed = damaged();
    await operation(at(undisturbed));

    const items = damaged();
    const dying = createFakeArea(items);
    dying.before = (_, index) => {
      if (index >= step) throw new Error('the worker died');
    };
    await operation(createStorage(dying, () => NOW, { pinCost: { N: 2, r: 1, p: 1 } })).catch(() => {});
    await operation(at(items)); // the next message starts a new worker
    expect(items).toEqual(undisturbed);
  });

  it('does not hold up what comes after a failed write', async () => {
    const area = createFakeArea();
    area.before = (call) => {
      if (call === 'set') throw new Error('quota');
    };
    const storage = createStorage(area, () => NOW);
    await expect(storage.see(CHAT, memoryOf(1), false)).rejects.toThrow('quota');
    await expect(storage.settings()).resolves.toEqual(DEFAULT_SETTINGS);
  });
});
