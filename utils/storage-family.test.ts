import { describe, expect, it } from 'vitest';
import { createFakeArea } from './fake-area';
import type { FamilyWeek } from './family-types';
import { DAY_MS } from './memory';
import { DEFAULT_SETTINGS } from './settings';
import { createStorage } from './storage';

const NOW = Date.UTC(2026, 10, 25, 20);
const TODAY = Math.floor(NOW / DAY_MS);
const PIN = '314159';
const WRONG = '000000';
const CHAT = '0123456789abcdef0123456789abcdef';
const danger = { level: 'danger', card: 'danger threat', stages: ['threat'] } as const;
const caution = { level: 'caution', card: 'caution secrecy', stages: ['secrecy'] } as const;

type Items = Record<string, unknown>;
const over = (area: ReturnType<typeof createFakeArea>, now = NOW) =>
  createStorage(area, () => now, { pinCost: { N: 2, r: 1, p: 1 } });
const at = (items: Items, now = NOW) => over(createFakeArea(items), now);

async function started(audience: 'parent' | 'together' = 'parent'): Promise<Items> {
  const items: Items = {};
  await at(items).finishWelcome(audience, { pin: PIN });
  return items;
}

describe('switching on', () => {
  it.each(['parent', 'together'] as const)('is possible at the set-up for %s', async (audience) => {
    const items = await started(audience);
    expect(await at(items).familyStatus()).toEqual({
      on: true,
      since: TODAY,
      hasPin: true,
      pending: false,
      audience,
    });
    expect(JSON.stringify(items)).not.toContain(PIN);
  });

  it.each(['teen', 'school'] as const)('is not possible for %s', async (audience) => {
    const items: Items = {};
    expect(await at(items).finishWelcome(audience, { pin: PIN })).toMatchObject({ on: false, audience });
    expect(Object.keys(items)).toEqual(['settings']);
  });

  it('is not possible later, by going through the welcome again', async () => {
    const items: Items = {};
    await at(items).finishWelcome('teen', null);
    expect(await at(items).finishWelcome('parent', { pin: PIN })).toMatchObject({ on: false });
    expect(Object.keys(items)).toEqual(['settings']);
  });

  it('counts nothing from before', async () => {
    const once = { notice: 0, caution: 0, danger: 1 };
    // The last one is of the week that is the first to be shown.
    const items: Items = { counts: { version: 1, weeks: { '2026-W42': once, '2026-W48': once } } };
    await at(items).finishWelcome('parent', { pin: PIN });
    const later = NOW + 30 * DAY_MS;
    const answer = await at(items, later).familyOpen(PIN);
    expect(JSON.stringify(answer)).not.toContain('few');
  });

  it('can’t be undone or changed by going through the welcome again', async () => {
    const items = await started();
    expect(await at(items).finishWelcome('teen', null)).toMatchObject({ on: true, audience: 'parent' });
    expect(await at(items).finishWelcome('teen', { pin: WRONG })).toMatchObject({ on: true });
    expect(await at(items).familyOpen(PIN)).toMatchObject({ ok: true });
  });
});

describe('the PIN', () => {
  it('opens weeks that are old enough, and no newer ones', async () => {
    const items = await started();
    await at(items).warned(CHAT, danger);
    expect(await at(items).familyOpen(PIN)).toEqual({ ok: true, weeks: [], since: TODAY });
    const later = NOW + 14 * DAY_MS;
    await at(items, later).warned('f'.repeat(32), caution);
    const answer = await at(items, later).familyOpen(PIN);
    expect(answer).toMatchObject({
      weeks: [{ week: '2026-W48', amounts: { notice: 'none', caution: 'none', danger: 'few' } }],
    });
    expect(JSON.stringify(answer)).not.toContain(CHAT);
  });

  it('opens no week from before the day on which counts were lost, also when what was set aside is deleted', async () => {
    const items: Items = { ...(await started()), counts: 'garbage' };
    const lost = NOW + 21 * DAY_MS;
    expect(await at(items, lost).familyOpen(PIN)).toEqual({ ok: true, weeks: [], since: TODAY + 21 });
    await at(items, lost).warned(CHAT, caution);
    await at(items, lost).changeSettings({ retentionDays: 30 });
    for (const days of [21, 31]) {
      const later = lost + days * DAY_MS;
      await at(items, later).prune();
      const { weeks } = (await at(items, later).familyOpen(PIN)) as { weeks: readonly FamilyWeek[] };
      expect(weeks[0]).toEqual({
        ...{ week: '2026-W51', monday: TODAY + 19 },
        amounts: { notice: 'none', caution: 'few', danger: 'none' },
      });
    }
    expect(Object.keys(items)).not.toContain('aside:counts');
  });

  it('opens all weeks once an update can read the counts that were set aside', async () => {
    const aside = { day: TODAY + 21, value: { version: 1, weeks: {} } };
    const unread = { day: TODAY + 21, value: { version: 2, weeks: {} } };
    const items: Items = { ...(await started()), 'aside:counts': unread };
    await at(items, NOW + 28 * DAY_MS).prune();
    expect(items['aside:counts']).toEqual(unread);
    items['aside:counts'] = aside; // as if the extension now were that version
    expect(await at(items, NOW + 35 * DAY_MS).familyOpen(PIN)).toMatchObject({
      ...{ since: TODAY, weeks: { length: 4 } },
    });
  });

  it('that is wrong opens nothing, and waiting grows and survives a restart', async () => {
    const items = await started();
    for (let tries = 0; tries < 3; tries += 1) {
      expect(await at(items).familyOpen(WRONG)).toEqual({ ok: false, why: 'wrong', waitMs: 0 });
    }
    expect(await at(items).familyOpen(WRONG)).toEqual({ ok: false, why: 'wrong', waitMs: 30_000 });
    expect(await at(items).familyOpen(PIN)).toEqual({ ok: false, why: 'wait', waitMs: 30_000 });
    expect(await at(items, NOW + 29_000).familyOpen(PIN)).toEqual({ ok: false, why: 'wait', waitMs: 1_000 });
    expect(await at(items, NOW + 30_000).familyOpen(WRONG)).toMatchObject({ waitMs: 60_000 });
    expect(await at(items, NOW + 90_000).familyOpen(PIN)).toMatchObject({ ok: true });
    expect(await at(items, NOW + 90_000).familyOpen(WRONG)).toMatchObject({ waitMs: 0 });
  });

  it('opens after the wait though the wrong tries were made with the clock years ahead', async () => {
    const items = await started();
    const ahead = NOW + 3_650 * DAY_MS;
    for (let tries = 0; tries < 4; tries += 1) await at(items, ahead).familyOpen(WRONG);
    expect(await at(items).familyOpen(PIN)).toEqual({ ok: false, why: 'wait', waitMs: 30_000 });
    expect(await at(items, NOW + 29_000).familyOpen(PIN)).toEqual({ ok: false, why: 'wait', waitMs: 1_000 });
    expect(await at(items, NOW + 30_000).familyOpen(PIN)).toMatchObject({ ok: true });
  });

  it('can’t be guessed by asking many times at once, by any door', async () => {
    const storage = at(await started());
    const doors = [storage.familyOpen, storage.acknowledge, storage.familyOff];
    const guesses = Array.from({ length: 30 }, (_, index) => {
      const door = doors[index % doors.length] ?? storage.familyOpen;
      return door(String(100_000 + index));
    });
    const answers = await Promise.all([...guesses, storage.setPin(WRONG, '999999')]);
    expect(answers.filter((answer) => !answer.ok && answer.why === 'wrong')).toHaveLength(4);
    expect(answers.filter((answer) => !answer.ok && answer.why === 'wait')).toHaveLength(27);
  });

  it('counts a try though the worker is killed while it hashes', async () => {
    const items = await started();
    for (let tries = 0; tries < 4; tries += 1) {
      const dying = createFakeArea(items);
      let wrote = false;
      dying.before = (call) => {
        if (wrote) throw new Error('killed');
        if (call === 'set') wrote = true;
      };
      await over(dying)
        .familyOpen(PIN)
        .catch(() => {});
    }
    expect(await at(items).familyOpen(PIN)).toMatchObject({ ok: false, why: 'wait' });
  });

  it('is changed with the old one alone', async () => {
    const items = await started();
    expect(await at(items).setPin('271828', null)).toMatchObject({ ok: false, why: 'wrong' });
    expect(await at(items).setPin('271828', WRONG)).toMatchObject({ ok: false, why: 'wrong' });
    expect(await at(items).setPin('271828', PIN)).toEqual({ ok: true });
    expect(await at(items).familyOpen(PIN)).toMatchObject({ ok: false });
    expect(await at(items).familyOpen('271828')).toMatchObject({ ok: true });
  });

  it('that was changed meanwhile opens nothing', async () => {
    const items = await started();
    const area = createFakeArea(items);
    const storage = over(area);
    const opening = storage.familyOpen(PIN);
    const reset = storage.resetFamily(); // runs while the hash is made
    expect(await reset).toMatchObject({ hasPin: false });
    expect(await opening).toMatchObject({ ok: false, why: 'no-pin' });
  });

  it('that gave way to another while it was hashed opens nothing', async () => {
    const area = createFakeArea(await started());
    const storage = over(area);
    let opening: ReturnType<typeof storage.familyOpen> | null = null;
    area.before = () => {
      opening ??= storage.familyOpen(PIN); // its try is counted before the new PIN is kept, and answered after
    };
    expect(await storage.setPin('271828', PIN)).toEqual({ ok: true });
    expect(await opening).toEqual({ ok: false, why: 'no-pin', waitMs: 0 });
    expect(await storage.familyOpen('271828')).toMatchObject({ ok: true });
  });

  it('is needed to switch off, and everything goes with it', async () => {
    const items = await started();
    await at(items).warned(CHAT, danger);
    for (const kind of ['family', 'pin', 'pending', 'counts'])
      items[`aside:${kind}`] = { day: TODAY, value: 'garbage' };
    expect(await at(items).familyOff(WRONG)).toMatchObject({ ok: false });
    expect(await at(items).familyOff(PIN)).toEqual({ ok: true });
    expect(Object.keys(items).sort()).toEqual([`contact:${CHAT}`, 'settings']);
    expect(await at(items).familyOpen(PIN)).toEqual({ ok: false, why: 'off', waitMs: 0 });
  });
});

describe('a lost PIN', () => {
  it('is deleted together with all that it would have opened, and the view stays on', async () => {
    const items = await started();
    await at(items).warned(CHAT, danger);
    const later = NOW + 30 * DAY_MS;
    expect(await at(items, later).resetFamily()).toMatchObject({
      on: true,
      hasPin: false,
      pending: false,
      since: TODAY + 30,
    });
    expect(items.counts).toBeUndefined();
    expect(await at(items, later).setPin('271828', null)).toEqual({ ok: true });
    expect(await at(items, later).familyOpen('271828')).toMatchObject({ ok: true, weeks: [] });
  });

  it('that was damaged opens nothing of what was counted under it', async () => {
    const items = await started();
    await at(items).warned(CHAT, danger);
    items.pin = 'garbage';
    const later = NOW + 30 * DAY_MS;
    expect(await at(items, later).familyOpen(PIN)).toMatchObject({ ok: false, why: 'no-pin' });
    await at(items, later).setPin('271828', null);
    expect(await at(items, later).familyOpen('271828')).toMatchObject({ ok: true, weeks: [] });
  });

  it('of a view that is off starts nothing', async () => {
    const items: Items = {};
    expect(await at(items).resetFamily()).toMatchObject({ on: false });
    expect(await at(items).setPin(PIN, null)).toMatchObject({ ok: false, why: 'off' });
    expect(items).toEqual({});
  });
});

describe('what waits for a parent', () => {
  it('is set by a danger card alone, and tells nothing of it', async () => {
    const items = await started();
    expect(await at(items).warned(CHAT, caution)).toBe(false);
    expect(items.pending).toBeUndefined();
    expect(await at(items).warned(CHAT, danger)).toBe(true);
    expect(items.pending).toEqual({ version: 1, pending: true });
    expect(await at(items).familyStatus()).toMatchObject({ pending: true });
  });

  it('stays until the PIN acknowledges it', async () => {
    const items = await started();
    await at(items).warned(CHAT, danger);
    expect(await at(items).acknowledge(WRONG)).toMatchObject({ ok: false });
    await at(items).forget();
    expect(await at(items).familyStatus()).toMatchObject({ pending: true });
    expect(await at(items).acknowledge(PIN)).toEqual({ ok: true });
    expect(await at(items).familyStatus()).toMatchObject({ pending: false });
  });

  it('does not come back with the same card of the same day, nor with what an update can read of it', async () => {
    const items = await started();
    await at(items).warned(CHAT, danger);
    items['aside:pending'] = { day: TODAY, value: { version: 2, pending: true } };
    expect(await at(items).acknowledge(PIN)).toEqual({ ok: true });
    expect(await at(items).warned(CHAT, danger)).toBe(false);
    expect(Object.keys(items).filter((key) => key.endsWith('pending'))).toEqual([]);
  });

  it('is set also where the PIN was reset, and a new one acknowledges it', async () => {
    const items = await started();
    await at(items).resetFamily();
    expect(await at(items).warned(CHAT, danger)).toBe(true);
    expect(await at(items).familyStatus()).toMatchObject({ hasPin: false, pending: true });
    await at(items).setPin(PIN, null);
    expect(await at(items).familyStatus()).toMatchObject({ hasPin: true, pending: false });
  });

  it.each(['together', 'teen', 'school', null] as const)('is never set for %s', async (audience) => {
    const items: Items =
      audience === 'together' ? await started('together') : { settings: { ...DEFAULT_SETTINGS, audience } };
    expect(await at(items).warned(CHAT, danger)).toBe(false);
    expect(items.pending).toBeUndefined();
  });

  it('is not set where the family view is off', async () => {
    const items: Items = { settings: { ...DEFAULT_SETTINGS, audience: 'parent' } };
    expect(await at(items).warned(CHAT, danger)).toBe(false);
    expect(items.pending).toBeUndefined();
  });
});

describe('a worker that dies on the way', () => {
  const OPERATIONS = {
    'switching on': {
      before: async () => ({}) as Items,
      run: (items: ReturnType<typeof createFakeArea>) => over(items).finishWelcome('parent', { pin: PIN }),
      opens: PIN,
    },
    'a new PIN': {
      before: () => started(),
      run: (items: ReturnType<typeof createFakeArea>) => over(items).setPin('271828', PIN),
      opens: '271828',
    },
    'a PIN after a reset': {
      before: async () => {
        const items = await started();
        await at(items).resetFamily();
        return items;
      },
      run: (items: ReturnType<typeof createFakeArea>) => over(items).setPin('271828', null),
      opens: '271828',
    },
  };
  const CASES = Object.keys(OPERATIONS).flatMap((name) =>
    Array.from({ length: 9 }, (_, step) => [name as keyof typeof OPERATIONS, step] as const),
  );

  it.each(CASES)('%s, before step %i: said again, it is done', async (name, step) => {
    const { before, run, opens } = OPERATIONS[name];
    const items = await before();
    const dying = createFakeArea(items);
    dying.before = (_, index) => {
      if (index >= step) throw new Error('the worker died');
    };
    await run(dying).catch(() => {});
    await run(createFakeArea(items)); // where it was done already, this answers that the old PIN is wrong
    expect(await at(items).familyOpen(opens)).toMatchObject({ ok: true, weeks: [] });
  });

  it('while it switches off leaves a view that is on or off, never one without its PIN', async () => {
    for (let step = 0; step < 9; step += 1) {
      const items = await started();
      const dying = createFakeArea(items);
      dying.before = (_, index) => {
        if (index >= step) throw new Error('the worker died');
      };
      await over(dying)
        .familyOff(PIN)
        .catch(() => {});
      const { on, hasPin } = await at(items).familyStatus();
      expect(hasPin).toBe(on);
    }
  });
});
