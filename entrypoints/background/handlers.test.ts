import { beforeEach, describe, expect, it, vi } from 'vitest';
import { packPacks } from '../../engine/packed';
import { preparePacks } from '../../engine/prepare';
import { testLine } from '../../help/test-line';
import type { HelpData, HelpLine } from '../../help/types';
import { createFakeArea } from '../../utils/fake-area';
import { keyFromBase64, keyId, serviceKey } from '../../utils/keys';
import type { Answers, ToBackground } from '../../utils/messages';
import type { FromPages } from '../../utils/page-messages';
import { DEFAULT_SETTINGS } from '../../utils/settings';
import { createStorage } from '../../utils/storage';
import { createHandlers, type HandlerOptions } from './handlers';
import { NO_POLICY, parsePolicy } from './policy-parse';

const NOW = Date.UTC(2026, 10, 25);
const CHAT = '0123456789abcdef0123456789abcdef';
const SECRET = { secret: { version: 1, key: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=' } };
const idOf = (key: string) => keyId(keyFromBase64(key) ?? new Uint8Array());
/** Of the key that `hello` gives Telegram where `SECRET` is stored. */
const KEY_ID = keyId(serviceKey(keyFromBase64(SECRET.secret.key) ?? new Uint8Array(), 'telegram'));
/** A conversation as a content script names it there. */
const NAMED = { conversation: CHAT, keyId: KEY_ID };
const MEMORY = {
  version: 1,
  signals: { 'threat.publish': [[7, 20_782]] },
  days: { 20782: 3 },
  lastSeen: 20_782,
} as const;
const CATALOGUE = { card: { name: 'x' }, common: { badge: { danger: 'Look' } }, popup: { title: 'y' } };

const line = (id: string, kind: HelpLine['kind']) => testLine({ id, kind, forWhom: 'child' });
const country = (name: string, lines: readonly HelpLine[]) => ({
  country: name,
  first: lines[0]?.id ?? null,
  members: [],
  lines,
});
const HELP: HelpData = {
  countries: [country('KH', [line('kh-hotline', 'report')]), country('TH', [line('th-hotline', 'report')])],
  international: country('INT', [line('int-form', 'report'), line('int-crisis', 'crisis')]),
  europe: country('EU', []),
  routes: [],
};

const showBadge = vi.fn(async () => {});
const showMark = vi.fn(async () => {});
const tellTabs = vi.fn(async () => {});
const openPage = vi.fn(async () => {});

function handlersOver(items: Record<string, unknown>, change: Partial<HandlerOptions> = {}) {
  return createHandlers({
    storage: createStorage(createFakeArea(items), () => NOW, { pinCost: { N: 2, r: 1, p: 1 } }),
    rules: { signals: {}, escalations: [], count: 0, packs: packPacks(preparePacks([], {})) },
    help: HELP,
    services: ['discord', 'facebook', 'telegram'],
    browserLanguages: () => ['en-US'],
    suggestedCountry: () => 'TH',
    loadCatalogue: async () => CATALOGUE,
    policy: () => NO_POLICY,
    showBadge,
    showMark,
    tellTabs,
    openPage,
    refused: () => 4,
    ...change,
  });
}

const fromTelegram = { tab: 5, incognito: false, service: 'telegram' };
const hello = (handlers: ReturnType<typeof handlersOver>, service = 'telegram') =>
  handlers.fromTab({ type: 'hello', service }, { ...fromTelegram, service }) as Promise<Answers['hello']>;

beforeEach(() => {
  vi.clearAllMocks();
});

describe('hello', () => {
  it('gives each service its own key, and the same one after a restart', async () => {
    const items = {};
    const first = await hello(handlersOver(items));
    expect((await hello(handlersOver(items))).key).toBe(first.key);
    expect((await hello(handlersOver(items), 'facebook')).key).not.toBe(first.key);
    expect(JSON.stringify(first)).not.toContain((items as { secret: { key: string } }).secret.key);
  });

  it('sends the sections that cards need, and no other', async () => {
    expect(Object.keys((await hello(handlersOver({}))).catalogue)).toEqual(['card', 'common']);
  });

  it('leaves the packs to a message of their own', async () => {
    const handlers = handlersOver({});
    expect(await hello(handlers)).toMatchObject({ rules: { signals: {}, escalations: [] }, packs: 0 });
    expect(await handlers.fromTab({ type: 'packs' }, fromTelegram)).toEqual(packPacks(preparePacks([], {})));
  });

  it('gives the help of the chosen country', async () => {
    const answer = await hello(handlersOver({ settings: { ...DEFAULT_SETTINGS, country: 'KH' } }));
    expect([answer.help.hotline.id, answer.countryGuessed]).toEqual(['kh-hotline', false]);
  });

  it('tells a site of the settings only what its reading follows', async () => {
    const settings = { ...DEFAULT_SETTINGS, audience: 'parent', offServices: ['facebook'], retentionDays: 7 };
    expect((await hello(handlersOver({ settings }))).settings).toEqual({ sensitivity: 'standard' });
  });

  it('says so where the country is a guess', async () => {
    const answer = await hello(handlersOver({}));
    expect([answer.help.hotline.id, answer.countryGuessed]).toEqual(['th-hotline', true]);
  });

  it('guesses the country by the language that was chosen here', async () => {
    const suggestedCountry = vi.fn(() => 'KH');
    const settings = { ...DEFAULT_SETTINGS, language: 'km' };
    const answer = await hello(handlersOver({ settings }, { suggestedCountry }));
    expect(suggestedCountry).toHaveBeenCalledWith('km');
    expect([answer.help.hotline.id, answer.countryGuessed]).toEqual(['kh-hotline', true]);
  });

  it('falls back to the international routes where nothing points to a country', async () => {
    const answer = await hello(handlersOver({}, { suggestedCountry: () => null }));
    expect([answer.help.hotline.id, answer.countryGuessed]).toEqual(['int-form', false]);
  });

  it.each([
    [{ paused: true }, true],
    [{ offServices: ['telegram'] }, true],
    [{ offServices: ['facebook'] }, false],
  ])('with settings %j is paused: %s', async (change, paused) => {
    const answer = await hello(handlersOver({ settings: { ...DEFAULT_SETTINGS, ...change } }));
    expect(answer.paused).toBe(paused);
  });

  it('is answered even where storage does not work at all', async () => {
    const area = createFakeArea();
    area.before = () => {
      throw new Error('corrupt');
    };
    const handlers = handlersOver({}, { storage: createStorage(area, () => NOW) });
    expect(await hello(handlers)).toMatchObject({
      settings: { sensitivity: DEFAULT_SETTINGS.sensitivity },
      makeshift: true,
    });
    await expect(handlers.fromPage({ type: 'storage-health' })).resolves.toEqual({
      setAside: [],
      conversations: 0,
      working: false,
      refused: 4,
    });
  });
});

describe('an answer that storage had no part in', () => {
  /** Storage that fails at what only the settings, or only the secret, is read with. */
  const without = (item: string) => {
    const area = createFakeArea({ ...SECRET });
    const { get } = area;
    area.get = async (keys) => {
      if (keys?.includes(item)) throw new Error('IO error');
      return get(keys);
    };
    return handlersOver({}, { storage: createStorage(area, () => NOW) });
  };

  it.each(['settings', 'secret'])(
    'says so where the %s could not be read, and not otherwise',
    async (item) => {
      expect((await hello(without(item))).makeshift).toBe(true);
      expect(await hello(handlersOver({ ...SECRET }))).not.toHaveProperty('makeshift');
    },
  );
});

describe('a tab that names a conversation', () => {
  const seen = { type: 'seen', conversation: CHAT, memory: MEMORY, weak: false } as const;

  it('is heard under the key that its service was given, and no other', async () => {
    const items = {};
    const handlers = handlersOver(items);
    const id = idOf((await hello(handlers)).key);
    for (const keyId of [undefined, '00000000', idOf((await hello(handlers, 'facebook')).key)])
      await expect(handlers.fromTab({ ...seen, keyId }, fromTelegram)).rejects.toThrow('does not hold');
    expect(items).not.toHaveProperty(`memory:${CHAT}`);
    await expect(handlers.fromTab({ ...seen, keyId: id }, fromTelegram)).resolves.toBeNull();
    expect(items).toHaveProperty(`memory:${CHAT}`);
  });

  it.each<ToBackground>([
    seen,
    { type: 'warned', conversation: CHAT, level: 'danger', card: 'danger threat', stages: ['threat'] },
    { type: 'snooze', conversation: CHAT, on: true },
    { type: 'requested', conversation: CHAT, flags: ['new-account'] },
  ])('brings nothing back that was deleted: $type', async (message) => {
    const items = {};
    const handlers = handlersOver(items);
    const keyId = idOf((await hello(handlers)).key);
    const deleted = handlers.fromPage({ type: 'forget', everything: true });
    const late = handlers.fromTab({ ...message, keyId } as ToBackground, fromTelegram);
    await expect(late).rejects.toThrow('does not hold');
    await deleted;
    expect(items).toEqual({});
  });
});

describe('the lamp', () => {
  it('is drawn for the tab that spoke, with words for a screen reader', async () => {
    await handlersOver({}).fromTab({ type: 'state', state: 'reading', level: 'danger' }, fromTelegram);
    expect(showBadge).toHaveBeenCalledWith(5, { lamp: 'mark', title: 'danger', text: '!' }, 'Look');
  });

  it('has a plain name where the words are missing', async () => {
    await handlersOver({}).fromTab({ type: 'state', state: 'reading', level: 'calm' }, fromTelegram);
    expect(showBadge).toHaveBeenCalledWith(5, expect.anything(), 'Porchlight');
  });

  it('does not mind a tab that is gone', async () => {
    showBadge.mockRejectedValueOnce(new Error('No tab with id 5'));
    const answer = handlersOver({}).fromTab({ type: 'state', state: 'idle', level: 'calm' }, fromTelegram);
    await expect(answer).resolves.toBeNull();
  });
});

describe('our own pages', () => {
  it('change settings, and every tab hears of it', async () => {
    const items = {};
    const answer = await handlersOver(items).fromPage({ type: 'set-settings', change: { language: 'km' } });
    expect(answer).toEqual({ ...DEFAULT_SETTINGS, language: 'km' });
    expect(tellTabs).toHaveBeenCalledOnce();
    await expect(handlersOver(items).fromPage({ type: 'get-settings' })).resolves.toEqual(answer);
  });

  it('show the policy where the person chose nothing, and never write it down', async () => {
    const items = {};
    const policy = () => ({ ...NO_POLICY, language: 'km', country: 'KH' }) as const;
    const handlers = handlersOver(items, { policy });
    await handlers.fromPage({ type: 'set-settings', change: { country: 'TH' } });
    const settings = { ...DEFAULT_SETTINGS, country: 'TH' };
    await expect(handlers.fromPage({ type: 'get-settings' })).resolves.toEqual({
      ...settings,
      language: 'km',
    });
    expect(items).toEqual({ settings });
  });
});

describe('fewer days of memory', () => {
  const settings = { ...DEFAULT_SETTINGS, retentionDays: 7 };
  const text = JSON.stringify({ for: 'porchlight', version: 1, settings: { retentionDays: 7 } });
  const old = () => ({
    [`memory:${CHAT}`]: { version: 1, weak: false, memory: { ...MEMORY, lastSeen: MEMORY.lastSeen - 30 } },
    pruned: MEMORY.lastSeen, // cleaned up today already
  });

  it.each<FromPages>([
    { type: 'set-settings', change: { retentionDays: 7 } },
    { type: 'import-settings', text },
  ])('delete what is older at once: $type', async (message) => {
    const items = old();
    await handlersOver(items).fromPage(message);
    await vi.waitFor(() => expect(items).toEqual({ settings, pruned: MEMORY.lastSeen }));
  });

  it('are saved without waiting for a policy that is slow to come', async () => {
    const policyKnown = new Promise<void>(() => {});
    const storage = createStorage(createFakeArea(old()), () => NOW, { policyKnown });
    const message = { type: 'set-settings', change: { retentionDays: 7 } } as const;
    await expect(handlersOver({}, { storage }).fromPage(message)).resolves.toEqual(settings);
  });

  it('are the person’s choice also where nothing can be deleted now', async () => {
    const area = createFakeArea(old());
    area.before = (call) => {
      if (call === 'remove') throw new Error('IO error');
    };
    const handlers = handlersOver({}, { storage: createStorage(area, () => NOW) });
    const message = { type: 'set-settings', change: { retentionDays: 7 } } as const;
    await expect(handlers.fromPage(message)).resolves.toEqual(settings);
  });
});

describe('a school’s policy', () => {
  const LOCKED = { sitesOff: ['facebook'], retentionDays: 7, locks: { sitesOff: true, retentionDays: true } };
  const under = (items: Record<string, unknown>) =>
    handlersOver(items, { policy: () => parsePolicy(LOCKED, ['facebook', 'telegram'], ['KH']) });

  it('holds in the page, whatever was chosen', async () => {
    const handlers = under({
      settings: { ...DEFAULT_SETTINGS, offServices: ['telegram'], retentionDays: 90 },
    });
    expect((await hello(handlers, 'facebook')).paused).toBe(true);
    expect((await hello(handlers)).paused).toBe(false);
    await expect(handlers.fromPage({ type: 'get-settings' })).resolves.toMatchObject({ retentionDays: 7 });
  });

  it('is not written over, by a control or by a file, and the rest is', async () => {
    const items = {};
    const change = { retentionDays: 90, country: 'TH', paused: true };
    await under(items).fromPage({ type: 'set-settings', change });
    expect(items).toEqual({ settings: { ...DEFAULT_SETTINGS, country: 'TH', paused: true } });
    const settings = { offServices: [], sensitivity: 'more', loud: 1 };
    const text = JSON.stringify({ for: 'porchlight', version: 1, settings });
    const report = await under(items).fromPage({ type: 'import-settings', text });
    expect(report).toMatchObject({
      applied: ['sensitivity'],
      problems: [
        { field: 'offServices', why: 'locked' },
        { field: 'loud', why: 'unknown' },
      ],
      settings: { offServices: ['facebook'], sensitivity: 'more' },
    });
  });

  it('is told to our pages', async () => {
    await expect(under({}).fromPage({ type: 'get-policy' })).resolves.toMatchObject({
      managed: true,
      locked: ['offServices', 'retentionDays'],
    });
  });
});

describe('the quiet mark for a parent', () => {
  it('is named anew where another language is chosen', async () => {
    const items = { family: { version: 1, on: true, since: 1 }, pending: { version: 1, pending: true } };
    await handlersOver(items).fromPage({ type: 'set-settings', change: { country: 'KH' } });
    expect(showMark).not.toHaveBeenCalled();
    await handlersOver(items).fromPage({ type: 'set-settings', change: { language: 'km' } });
    expect(showMark).toHaveBeenCalledOnce();
  });

  const warned = (handlers: ReturnType<typeof handlersOver>, card = 'danger threat') =>
    handlers.fromTab({ type: 'warned', ...NAMED, level: 'danger', card, stages: ['threat'] }, fromTelegram);
  const WORDS = {
    common: { badge: { calm: 'On', pending: '{state}. Look.' } },
  };
  const over = (items: Record<string, unknown>) => handlersOver(items, { loadCatalogue: async () => WORDS });

  it('comes with a danger card, is said on every lamp, and goes with the PIN', async () => {
    const items = { ...SECRET };
    await over(items).fromPage({ type: 'finish-welcome', audience: 'parent', family: { pin: '314159' } });
    await warned(over(items));
    expect(showMark).toHaveBeenLastCalledWith(true, 'Porchlight. Look.');
    await over(items).fromTab({ type: 'state', state: 'reading', level: 'calm' }, fromTelegram);
    expect(showBadge).toHaveBeenLastCalledWith(5, expect.anything(), 'On. Look.');
    await over(items).fromPage({ type: 'acknowledge', pin: '000000' });
    expect(showMark).toHaveBeenLastCalledWith(true, 'Porchlight. Look.');
    tellTabs.mockClear();
    await over(items).fromPage({ type: 'acknowledge', pin: '314159' });
    expect(showMark).toHaveBeenLastCalledWith(false, 'Porchlight');
    expect(tellTabs).toHaveBeenCalledOnce(); // the lamp of each tab said that it waits
  });

  it('goes with a PIN that was lost and is set anew', async () => {
    const items: Record<string, unknown> = { ...SECRET };
    await over(items).fromPage({ type: 'finish-welcome', audience: 'parent', family: { pin: '314159' } });
    await warned(over(items));
    items.pin = 'damaged';
    await over(items).fromPage({ type: 'set-pin', pin: '271828', old: null });
    await expect(over(items).fromPage({ type: 'family-status' })).resolves.toMatchObject({ pending: false });
    expect(showMark).toHaveBeenLastCalledWith(false, 'Porchlight');
  });

  it.each([{ type: 'family-off', pin: '314159' }, { type: 'reset-family' }] as const)(
    'goes at once with the view: $type',
    async (message) => {
      const items = { ...SECRET };
      await over(items).fromPage({ type: 'finish-welcome', audience: 'parent', family: { pin: '314159' } });
      await warned(over(items));
      expect(showMark).toHaveBeenLastCalledWith(true, 'Porchlight. Look.');
      await over(items).fromPage(message);
      expect(showMark).toHaveBeenLastCalledWith(false, 'Porchlight');
    },
  );

  it('is drawn anew when the browser starts, and fails quietly', async () => {
    await over({}).refreshMark();
    expect(showMark).toHaveBeenLastCalledWith(false, 'Porchlight');
    showMark.mockRejectedValueOnce(new Error('no action'));
    await expect(over({}).refreshMark()).resolves.toBeUndefined();
  });

  it('does not come for a teen', async () => {
    const items = { ...SECRET };
    await over(items).fromPage({ type: 'finish-welcome', audience: 'teen', family: null });
    await warned(over(items));
    expect(showMark).not.toHaveBeenCalled();
  });
});

describe('a tab in a private window', () => {
  const fromPrivate = { ...fromTelegram, incognito: true };
  const card = { level: 'danger', card: 'danger threat', stages: ['threat'] } as const;
  const MESSAGES: { readonly [T in ToBackground['type']]: Extract<ToBackground, { type: T }> } = {
    hello: { type: 'hello', service: 'telegram' },
    packs: { type: 'packs' },
    open: { type: 'open', ...NAMED },
    requested: { type: 'requested', ...NAMED, flags: ['new-account'] },
    seen: { type: 'seen', ...NAMED, memory: MEMORY, weak: false },
    state: { type: 'state', state: 'reading', level: 'danger' },
    warned: { type: 'warned', ...NAMED, ...card },
    snooze: { type: 'snooze', ...NAMED, on: true },
    'open-help': { type: 'open-help', place: 'threat' },
  };
  /** Set up for a child under 13, and cleaned up today, which `hello` would note. */
  const setUp = async (): Promise<Record<string, unknown>> => {
    const items = { ...SECRET, pruned: MEMORY.lastSeen };
    const handlers = handlersOver(items);
    await handlers.fromPage({ type: 'finish-welcome', audience: 'parent', family: { pin: '314159' } });
    await hello(handlers);
    return items;
  };

  it.each(Object.values(MESSAGES))('writes nothing: %j', async (message) => {
    const items = await setUp();
    const before = structuredClone(items);
    await handlersOver(items).fromTab(message, fromPrivate);
    expect(items).toEqual(before);
    expect(showMark).not.toHaveBeenCalledWith(true, expect.anything());
  });

  it('ends no snooze that is kept, nor changes what else is', async () => {
    const items = await setUp();
    for (const message of [MESSAGES.snooze, MESSAGES.requested, MESSAGES.seen, MESSAGES.warned])
      await handlersOver(items).fromTab(message, fromTelegram);
    const before = structuredClone(items);
    const later = { ...MEMORY, lastSeen: MEMORY.lastSeen + 1 };
    const more: readonly ToBackground[] = [
      { ...MESSAGES.snooze, on: false },
      { ...MESSAGES.requested, flags: ['no-mutual-friends'] },
      { ...MESSAGES.seen, memory: later },
      { ...MESSAGES.warned, card: 'danger money' },
    ];
    for (const message of more) await handlersOver(items).fromTab(message, fromPrivate);
    expect(items).toEqual(before);
  });

  it('is answered as any other', async () => {
    const items = await setUp();
    for (const message of [MESSAGES.snooze, MESSAGES.requested, MESSAGES.seen, MESSAGES.warned])
      await handlersOver(items).fromTab(message, fromTelegram);
    for (const message of Object.values(MESSAGES)) {
      const usual = await handlersOver(items).fromTab(message, fromTelegram);
      expect(await handlersOver(items).fromTab(message, fromPrivate)).toEqual(usual);
    }
    expect(openPage).toHaveBeenCalledWith('/help.html', 5);
  });

  it('says how long the page itself is quiet', async () => {
    const answer = await handlersOver(await setUp()).fromTab(MESSAGES.snooze, fromPrivate);
    expect(answer).toEqual({ snoozedUntil: NOW + 30 * 86_400_000 });
  });
});

describe('settings as a file', () => {
  it('go out, come in, and every tab hears of it', async () => {
    const theirs = handlersOver({ settings: { ...DEFAULT_SETTINGS, country: 'KH', audience: 'parent' } });
    const { text } = (await theirs.fromPage({ type: 'export-settings' })) as { text: string };
    const items = {};
    const answer = await handlersOver(items).fromPage({ type: 'import-settings', text });
    expect(answer).toMatchObject({ problems: [], settings: { country: 'KH', audience: null } });
    expect(items).toMatchObject({ settings: { ...DEFAULT_SETTINGS, country: 'KH' } });
    expect(tellTabs).toHaveBeenCalledOnce();
  });

  it('with a country that help knows nothing of keep the own one, and say so', async () => {
    const items = { settings: { ...DEFAULT_SETTINGS, country: 'KH' } };
    const settings = { country: 'UK', sensitivity: 'more' };
    const text = JSON.stringify({ for: 'porchlight', version: 1, settings });
    const answer = await handlersOver(items).fromPage({ type: 'import-settings', text });
    expect(answer).toMatchObject({
      applied: ['sensitivity'],
      problems: [{ field: 'country', why: 'bad-value' }],
      settings: { country: 'KH', sensitivity: 'more' },
    });
    expect(items.settings).toMatchObject({ country: 'KH', sensitivity: 'more' });
  });

  it('leave in force what a school begins with, where nobody chose otherwise', async () => {
    const items = {};
    const policy = parsePolicy({ sitesOff: ['discord'], sensitivity: 'more' }, ['discord', 'telegram'], []);
    const handlers = handlersOver(items, { policy: () => policy });
    const { text } = (await handlers.fromPage({ type: 'export-settings' })) as { text: string };
    const answer = await handlers.fromPage({ type: 'import-settings', text });
    expect(answer).toMatchObject({ settings: { offServices: ['discord'], sensitivity: 'more' } });
    expect((answer as { applied: string[] }).applied).not.toContain('sensitivity');
    expect(items).not.toHaveProperty('settings.chosen');
  });

  it('bring a default where something else was chosen', async () => {
    const items = { settings: { ...DEFAULT_SETTINGS, sensitivity: 'more' } };
    const { text } = (await handlersOver({}).fromPage({ type: 'export-settings' })) as { text: string };
    const answer = await handlersOver(items).fromPage({ type: 'import-settings', text });
    expect(answer).toMatchObject({ settings: { sensitivity: 'standard' } });
    expect((answer as { applied: string[] }).applied).toContain('sensitivity');
  });

  it('that are none change nothing', async () => {
    const items = { settings: { ...DEFAULT_SETTINGS, country: 'KH' } };
    const before = structuredClone(items);
    const answer = await handlersOver(items).fromPage({ type: 'import-settings', text: '{}' });
    expect(answer).toMatchObject({ problems: [{ why: 'not-settings' }], settings: before.settings });
    expect(items).toEqual(before);
    expect(tellTabs).not.toHaveBeenCalled();
  });

  it('never carry a preset of the policy', async () => {
    const handlers = handlersOver({}, { policy: () => ({ ...NO_POLICY, language: 'km', country: 'KH' }) });
    const { text } = (await handlers.fromPage({ type: 'export-settings' })) as { text: string };
    expect(JSON.parse(text).settings).toMatchObject({ language: null, country: null });
  });
});

describe('what is stored, for the options page', () => {
  it('is what may be kept still, though no site was opened for long', async () => {
    const memory = { ...MEMORY, lastSeen: MEMORY.lastSeen - 400 };
    const items = { ...SECRET, [`memory:${CHAT}`]: { version: 1, memory, weak: false } };
    const overview = await handlersOver(items).fromPage({ type: 'stored-overview' });
    expect(overview).toMatchObject({ counts: { secret: 1 } });
    expect(items).not.toHaveProperty([`memory:${CHAT}`]);
  });

  it('is counted, and deleted on request', async () => {
    const items = { ...SECRET };
    await handlersOver(items).fromPage({ type: 'set-trusted-adult', adult: { name: 'Aunt', number: '' } });
    await handlersOver(items).fromTab({ type: 'snooze', ...NAMED, on: true }, fromTelegram);
    expect(await handlersOver(items).fromPage({ type: 'snoozes' })).toEqual({ count: 1 });
    expect(await handlersOver(items).fromPage({ type: 'end-snoozes' })).toEqual({ count: 0 });
    expect(await handlersOver(items).fromPage({ type: 'get-trusted-adult' })).toMatchObject({ name: 'Aunt' });
    expect(await handlersOver(items).fromPage({ type: 'stored-overview' })).toMatchObject({
      counts: { 'trusted-adult': 1, contact: 1 },
    });
    await handlersOver(items).fromPage({ type: 'forget' });
    expect(items).toEqual({});
    expect(tellTabs).toHaveBeenCalledTimes(4);
  });

  it('leaves what was chosen and the family view where what was seen is deleted, unless all of it is to go', async () => {
    const items = { ...SECRET };
    await handlersOver(items).fromPage({ type: 'set-settings', change: { country: 'KH' } });
    await handlersOver(items).fromPage({
      ...{ type: 'finish-welcome', audience: 'parent', family: { pin: '314159' } },
    });
    const status = () => handlersOver(items).fromPage({ type: 'family-status' });
    await handlersOver(items).fromPage({ type: 'forget' });
    expect(await handlersOver(items).fromPage({ type: 'get-settings' })).toMatchObject({ country: 'KH' });
    expect(await status()).toMatchObject({ on: true, hasPin: true });
    await handlersOver(items).fromPage({ type: 'forget', everything: true });
    expect(items).toEqual({});
  });

  it.each<FromPages>([
    { type: 'stored-overview' },
    { type: 'snoozes' },
    { type: 'get-trusted-adult' },
    { type: 'family-status' },
    { type: 'forget' },
  ])('is not made up where storage fails: %j', async (message) => {
    const area = createFakeArea();
    area.before = () => {
      throw new Error('corrupt');
    };
    const handlers = handlersOver({}, { storage: createStorage(area, () => NOW) });
    await expect(handlers.fromPage(message)).rejects.toThrow('corrupt');
  });
});

describe('the help page', () => {
  it('is opened beside the tab that asked, and told its place on asking, not in the address', async () => {
    const handlers = handlersOver({});
    await handlers.fromTab({ type: 'open-help', place: 'threat' }, fromTelegram);
    expect(openPage).toHaveBeenCalledExactlyOnceWith('/help.html', 5);
    expect(await handlers.fromPage({ type: 'take-help-place' })).toBe('threat');
    expect(await handlers.fromPage({ type: 'take-help-place' })).toBeNull();
  });
});

describe('a worker that dies between any two messages', () => {
  const SCRIPT: readonly (ToBackground | FromPages)[] = [
    { type: 'set-settings', change: { country: 'KH' } },
    { type: 'hello', service: 'telegram' },
    { type: 'open', ...NAMED },
    { type: 'seen', ...NAMED, memory: MEMORY, weak: false },
    { type: 'state', state: 'reading', level: 'danger' },
    { type: 'warned', ...NAMED, level: 'danger', card: 'danger threat', stages: ['threat'] },
    { type: 'snooze', ...NAMED, on: true },
    { type: 'set-trusted-adult', adult: { name: 'Aunt', number: '' } },
    { type: 'stored-overview' },
    { type: 'finish-welcome', audience: 'teen', family: null },
    { type: 'family-status' },
    { type: 'open', ...NAMED },
    { type: 'end-snoozes' },
    { type: 'open', ...NAMED },
  ];
  const OF_PAGES = ['set-settings', 'set-trusted-adult', 'stored-overview', 'finish-welcome'].concat([
    'family-status',
    'end-snoozes',
  ]);

  async function play(items: Record<string, unknown>, diesBefore: number | null) {
    let handlers = handlersOver(items);
    const answers: unknown[] = [];
    for (const [index, message] of SCRIPT.entries()) {
      if (index === diesBefore) handlers = handlersOver(items);
      const isPage = OF_PAGES.includes(message.type);
      answers.push(
        await (isPage
          ? handlers.fromPage(message as FromPages)
          : handlers.fromTab(message as ToBackground, fromTelegram)),
      );
    }
    return { items, answers };
  }

  it.each(SCRIPT.map((message, index) => [index, message.type] as const))(
    'before message %i (%s)',
    async (index) => {
      const undisturbed = await play(structuredClone(SECRET), null);
      expect(await play(structuredClone(SECRET), index)).toEqual(undisturbed);
      expect(undisturbed.answers.at(-1)).toMatchObject({
        memory: MEMORY,
        shown: { cards: { 'danger threat': 1 } },
      });
    },
  );
});
