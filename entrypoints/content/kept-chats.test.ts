// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://web.telegram.org/k/#777" }
import { describe, expect, it } from 'vitest';
import type { ConversationMemory } from '../../engine/types';
import type { OpenConversation } from '../../page/adapter';
import { createSeenShelf } from '../../page/seen';
import type { TabReport } from '../../utils/tab-messages';
import { breakStorage, type Flow, keepTime, pass, start } from './flow-harness';
import { conversationOf, DAY } from './flow-page';
import { createKeptChats, type KeptChat, knowsMore } from './kept-chats';

keepTime();

/** The chat that a test is about. */
type Where = { readonly chat?: Partial<OpenConversation>; readonly incognito?: boolean };

/** As the page does it: rows that were read are not handed over again. */
async function goElsewhereAndBack(flow: Flow, chat: Partial<OpenConversation> = {}) {
  flow.open({ peer: '1' });
  flow.say('hello there');
  await pass(3_000);
  expect(await flow.report()).toMatchObject({ level: 'calm', seen: [] });
  flow.open(chat);
  await pass(3_000);
}

describe('a dangerous chat that is gone back to', () => {
  it.each<[string, Where & { readonly isFull?: boolean }]>([
    ['in a group', { chat: { group: true } }],
    ['in a private window', { incognito: true }],
    ['while storage can not be written', { isFull: true }],
    ['in an ordinary window', {}],
  ])('%s is dangerous still, and its card is not shown anew', async (_, { chat, incognito, isFull }) => {
    const flow = await start({ incognito });
    if (isFull) breakStorage(flow, 'set');
    flow.open(chat);
    flow.say('everyone will see');
    await pass(3_000);
    await goElsewhereAndBack(flow, chat);
    expect(await flow.report()).toMatchObject({ level: 'danger', past: false });
    expect(flow.host.state).toMatchObject({ open: 'folded', shown: ['danger', 'danger'] });
  });

  it('goes on where it was: what is said then adds up with what was said before', async () => {
    const flow = await start({ incognito: true });
    flow.open();
    flow.say('be quiet about this');
    await pass(1_000);
    await goElsewhereAndBack(flow);
    flow.say('one picture please');
    await pass();
    expect(await flow.report()).toMatchObject({ level: 'caution' });
    expect(flow.host.state.shown).toEqual(['caution']);
  });

  it.each<[string, Where, Partial<TabReport>]>([
    ['in an ordinary window, is told of in the past tense', {}, { level: 'danger', past: true }],
    [
      'in a private window, is told of in the past tense',
      { incognito: true },
      { level: 'danger', past: true },
    ],
    [
      'where it is a group, is told of in the past tense',
      { chat: { group: true } },
      { level: 'danger', past: true },
    ],
  ])('on another day %s, and a new threat opens a card of the present', async (_, where, expected) => {
    const { chat, incognito } = where;
    const flow = await start({ incognito });
    flow.open(chat);
    flow.say('everyone will see');
    await pass(3_000);
    flow.open({ peer: '1' });
    flow.world.now += DAY;
    flow.open(chat);
    await pass(3_000);
    expect(await flow.report()).toMatchObject(expected);
    flow.host.press('close');
    flow.say('everyone will see it now');
    await pass(3_000);
    expect(await flow.report()).toMatchObject({ level: 'danger', past: false });
    expect(flow.host.state.open).toBe('danger');
  });

  it('is known though it was gone back to and left at once, before anything was heard of it', async () => {
    const flow = await start({ incognito: true });
    flow.open();
    flow.say('everyone will see');
    await pass(3_000);
    flow.world.openTakes = 1_000;
    await goElsewhereAndBack(flow);
    flow.open({ peer: '1' });
    flow.open();
    flow.open({ peer: '1' });
    await goElsewhereAndBack(flow);
    expect(await flow.report()).toMatchObject({ level: 'danger', past: false });
  });

  it('is known though it was left before its memory came', async () => {
    const flow = await start();
    await pass(500);
    flow.world.openTakes = 1_000;
    flow.open();
    flow.say('everyone will see');
    await pass(100);
    expect(flow.host.state.shown).toEqual([]);
    await goElsewhereAndBack(flow);
    expect((await flow.report()).level).toBe('danger');
    expect(flow.host.state.shown).toEqual(['danger']);
  });

  it('knows what another tab saw of it meanwhile, further up', async () => {
    const flow = await start();
    flow.open();
    flow.say('be quiet about this');
    await pass(2_000);
    flow.open({ peer: '1' });
    const other = await start({ beside: flow });
    other.open();
    await pass();
    other.sayEarlier('everyone will see');
    await pass(2_000);
    flow.open();
    await pass(1_000);
    expect((await flow.report()).seen.map(({ signal }) => signal)).toEqual([
      'threat.publish',
      'secrecy.dont-tell',
    ]);
  });

  it('takes the memory that could not be read before', async () => {
    const before = await start();
    before.open();
    before.say('be quiet about this');
    await pass(2_000);
    const flow = await start({ beside: before });
    await pass(500);
    const mend = breakStorage(before);
    flow.open();
    flow.say('hello');
    await pass(3_000);
    expect((await flow.report()).seen).toEqual([]);
    mend();
    await goElsewhereAndBack(flow);
    expect((await flow.report()).seen).toHaveLength(1);
  });

  it('is forgotten with everything else', async () => {
    const flow = await start();
    flow.open({ group: true });
    flow.say('everyone will see');
    await pass(1_500);
    flow.open({ peer: '1' });
    await flow.fromPopup({ type: 'forget', everything: true });
    await pass();
    flow.open({ group: true });
    await pass(1_000);
    expect(await flow.report()).toMatchObject({ level: 'calm', seen: [] });
  });
});

describe('"I know this person" in a private window', () => {
  async function snoozed() {
    const flow = await start({ incognito: true });
    flow.open();
    await pass();
    flow.host.press('i-know');
    await pass();
    return { flow, until: flow.world.now + 30 * DAY };
  }

  it('holds until the page is loaded again, though another chat was open', async () => {
    const { flow, until } = await snoozed();
    await goElsewhereAndBack(flow);
    flow.say('be quiet about this');
    flow.say('one picture please');
    await pass();
    expect((await flow.report()).snoozedUntil).toBe(until);
    expect(flow.host.state.shown).toEqual([]);
  });

  it('stays ended where it was ended', async () => {
    const { flow } = await snoozed();
    await flow.ask({ type: 'unsnooze' });
    await pass();
    await goElsewhereAndBack(flow);
    expect((await flow.report()).snoozedUntil).toBeNull();
  });
});

it('a snooze that was ended elsewhere while another chat was open is ended here', async () => {
  const flow = await start();
  flow.open();
  await pass();
  flow.host.press('i-know');
  await pass();
  flow.leave();
  await flow.fromPopup({ type: 'end-snoozes' });
  flow.open();
  await pass();
  expect((await flow.report()).snoozedUntil).toBeNull();
});

it('a snooze is ended where another tab ends it, though nobody told this one that it is kept', async () => {
  const flow = await start();
  flow.open();
  await pass();
  const tabs = [...flow.background.tabs];
  flow.background.tabs.clear();
  flow.host.press('i-know');
  await pass();
  for (const tab of tabs) flow.background.tabs.add(tab);
  await flow.fromPopup({ type: 'end-snoozes' });
  await pass();
  expect((await flow.report()).snoozedUntil).toBeNull();
});

describe('the chats that are kept', () => {
  const left = { who: 'person' } as KeptChat;
  const chat = (peer: number, group = false) => conversationOf({ peer: String(peer), group });

  it('are eight with the open one, and the one longest unused goes first', () => {
    const kept = createKeptChats();
    for (let peer = 1; peer <= 8; peer += 1) kept.leave(chat(peer), left);
    expect(kept.open(chat(1))).toBe(left);
    expect(kept.open(chat(9))).toBeNull();
    kept.leave(chat(1), left);
    expect(kept.open(chat(1))).toBe(left);
    expect(kept.open(chat(2))).toBeNull();
    expect(kept.open(chat(4))).toBe(left);
  });

  it('are those whose rows the page knows, also beside a chat that stays open', () => {
    const kept = createKeptChats();
    const shelf = createSeenShelf();
    const look = (...peers: number[]) => peers.map((peer) => shelf.of(`${peer}`));
    kept.open(chat(0));
    for (let peer = 1; peer <= 8; peer += 1) {
      kept.open(chat(peer));
      look(0, peer)[1]?.see('row', 'hello');
      look(0, peer); // as often as the page is looked at
      kept.leave(chat(peer), left);
    }
    const areRowsKnown = (peer: number) => look(peer)[0]?.has('row');
    expect([kept.open(chat(8)), areRowsKnown(8)]).toEqual([left, true]);
    expect([kept.open(chat(1)), areRowsKnown(1)]).toEqual([null, false]);
  });

  it('take no place for one that was left before anything was known of it', () => {
    const kept = createKeptChats();
    for (let peer = 1; peer <= 7; peer += 1) kept.leave(chat(peer), left);
    for (let peer = 10; peer <= 20; peer += 1) {
      expect(kept.open(chat(peer))).toBeNull();
      kept.leave(chat(peer), null);
    }
    expect(kept.open(chat(1))).toBe(left);
  });

  it('are told apart by person and group', () => {
    const kept = createKeptChats();
    kept.leave(chat(1), left);
    expect(kept.open(chat(1, true))).toBeNull();
    expect(kept.open(chat(1))).toBe(left);
  });
});

describe('storage knows more than the page', () => {
  const signals = { 'threat.publish': { stage: 'threat', weight: 6 } } as const;
  const memory = (change: Partial<ConversationMemory> = {}): ConversationMemory => ({
    ...{ version: 1, signals: { 'threat.publish': [[7, 20_800]] }, days: { 20800: 5 }, lastSeen: 20_800 },
    ...change,
  });
  it.each([
    ['the same', memory(), false],
    ['less', memory({ signals: {}, days: {} }), false],
    ['a sign', memory({ signals: { 'threat.publish': [[8, 20_800]] } }), true],
    ['a sign without weight', memory({ signals: { 'lighter-threat.publish': [[7, 20_800]] } }), true],
    ['more talk', memory({ days: { 20800: 6 } }), true],
    ['how signs stood before', memory({ signals: { 'together.threat': [[0, 20_800]] } }), false],
  ])('where it holds %s', (_, stored, expected) => {
    expect(knowsMore(stored, memory(), signals)).toBe(expected);
  });
});
