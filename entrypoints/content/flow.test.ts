// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://web.telegram.org/k/#777" }
import { afterEach, describe, expect, it, vi } from 'vitest';
import { preparePacks } from '../../engine/prepare';
import type { PreparedPack } from '../../engine/rules';
import type { Arrival } from '../../page/watch-types';
import { breakStorage, createFlow, type Flow, keepTime, pass, start } from './flow-harness';
import { conversationOf, DAY } from './flow-page';
import { ADAPTER, RULES } from './flow-stand-ins';

const MARKER = 'zanzibar';
const FAMILY_ON = { version: 1, on: true, since: 20_000 };

keepTime();
afterEach(() => {
  vi.unstubAllEnvs();
});

/** Two signs that make a tip. */
async function tip(flow: Flow, pane = 0) {
  flow.say('be quiet about this', {}, false, pane);
  flow.say('one picture please', {}, false, pane);
  await pass();
}

describe('a chat that turns bad', () => {
  it('goes from silence to a tip to a warning, and the lamp and the popup say so', async () => {
    const flow = await start();
    flow.open();
    flow.say('hello there');
    await pass();
    expect(flow.host.state.shown).toEqual([]);
    flow.say('be quiet about this');
    flow.say('one picture please');
    await pass();
    expect(flow.host.state.shown).toEqual(['caution']);
    flow.say('or everyone will see');
    await pass();
    expect(flow.host.state.shown).toEqual(['caution', 'danger']);
    expect(flow.badges.map(({ lamp }) => lamp)).toEqual(expect.arrayContaining(['dot', 'mark']));
    expect(await flow.report()).toMatchObject({
      ...{ state: 'reading', level: 'danger', past: false, crisis: false, memoryFailed: false },
      adapter: { id: 'telegram-k', name: 'Telegram Web K', seenLive: null },
      seen: [
        { signal: 'threat.publish', count: 1 },
        { signal: 'media.more' },
        { signal: 'secrecy.dont-tell' },
      ],
    });
  });

  it.each([
    ['Asia/Phnom_Penh', 20, '2026-11-26'],
    ['America/Los_Angeles', 26, '2026-11-25'],
  ])('tells of today, as the clock on the wall in %s does', async (zone, hour, today) => {
    vi.stubEnv('TZ', zone);
    const flow = await start();
    flow.background.state.now = Date.UTC(2026, 10, 25, hour);
    await play(flow);
    const { seen } = await flow.report();
    const days = seen.map(({ lastDay }) => new Date(lastDay * DAY).toISOString().slice(0, 10));
    expect(new Set(days)).toEqual(new Set([today]));
  });

  it('counts one card a level, though the page is loaded again', async () => {
    const flow = await start({ items: { family: FAMILY_ON } });
    await play(flow);
    const reloaded = await start({ items: flow.items });
    await play(reloaded);
    expect(reloaded.host.state.open).toBe('folded');
    // What was said a minute ago is no older message for having been read before.
    expect(await reloaded.report()).toMatchObject({ level: 'danger', past: false });
    expect(flow.items.counts).toEqual({
      version: 1,
      weeks: { '2026-W48': { notice: 0, caution: 1, danger: 1 } },
    });
  });

  it('is warned of once, though the threats go on', async () => {
    const flow = await played();
    flow.say('I mean it, everyone will see');
    await pass();
    expect(flow.host.state.shown).toEqual(['caution', 'danger']);
  });

  it('is warned of once more where it goes on the next day', async () => {
    const { items } = await played();
    const nextDay = await start({ items });
    nextDay.world.now += DAY;
    nextDay.open({ peer: '55500' });
    await pass();
    nextDay.say('everyone will see');
    await pass();
    expect(nextDay.host.state.open).toBe('danger');
  });

  it('is remembered over weeks, and not more than once', async () => {
    const flow = await start();
    flow.open();
    flow.say('be quiet about this');
    await pass(1_500);
    const later = await start({ items: flow.items });
    later.world.now += 7 * DAY;
    later.open();
    await pass();
    later.say('one picture please');
    await pass();
    expect((await later.report()).seen.map(({ signal }) => signal)).toEqual([
      'media.more',
      'secrecy.dont-tell',
    ]);
  });

  it('is remembered also where the memory comes late, and what was read meanwhile counts once', async () => {
    const flow = await start();
    flow.open();
    flow.say('be quiet about this');
    await pass(1_500);
    const later = await start({ items: flow.items });
    later.world.openTakes = 3_000;
    later.open();
    later.say('be quiet about this');
    later.say('one picture please');
    await pass(2_500);
    later.say('picture please, another');
    await pass(1_000);
    expect((await later.report()).seen).toMatchObject([
      { signal: 'media.more', count: 2 },
      { signal: 'secrecy.dont-tell', count: 1 },
    ]);
    await pass(1_500);
    const old = await start({ items: later.items });
    old.world.openTakes = 3_000;
    old.open();
    old.say('hello');
    await pass(4_000);
    expect((await old.report()).seen).toHaveLength(2);
  });

  it('is told in the past tense where all of it is history', async () => {
    const flow = await start();
    flow.open();
    flow.sayEarlier('everyone will see');
    await pass();
    expect(await flow.report()).toMatchObject({ level: 'danger', past: true });
    expect(flow.host.state.shown).toEqual(['danger']);
  });

  it('is told anew, of the present, where a threat comes after the card on older ones', async () => {
    const flow = await start();
    flow.open();
    flow.sayEarlier('everyone will see');
    await pass();
    flow.say('hello');
    await pass();
    expect(flow.cards()).toEqual(['danger threat-alone past']);
    flow.say('everyone will see it now');
    await pass();
    expect(await flow.report()).toMatchObject({ level: 'danger', past: false });
    expect(flow.cards()).toEqual(['danger threat-alone past', 'danger threat-alone']);
    expect(flow.host.state.shown).toEqual(['danger', 'danger']);
  });

  it('does not spill over into the next chat', async () => {
    const flow = await start();
    await play(flow);
    flow.open({ peer: '5550002222' });
    flow.say('hello there');
    await pass();
    expect(flow.host.state.open).toBeNull();
    expect(await flow.report()).toMatchObject({ level: 'calm', seen: [] });
  });
});

async function play(flow: Flow, marker = '') {
  flow.open({ peer: `55500${marker}`, title: `Dara ${marker}` });
  flow.say(`${marker} be quiet about this`, { author: `peer ${marker}` });
  flow.say(`one picture please ${marker}`);
  await pass();
  flow.say(`everyone will see ${marker}`);
  flow.say(`${marker} what do you mean`, { speaker: 'self', author: 'me' });
  await pass(1_500);
}

async function played(): Promise<Flow> {
  const flow = await start();
  await play(flow);
  return flow;
}

describe('the child’s own despair', () => {
  it('has a card of its own: folding it folds no warning of the contact', async () => {
    const flow = await start();
    flow.open();
    flow.say('I cannot go on', { speaker: 'self', author: 'me' });
    await pass();
    const { id } = flow.host.state;
    flow.host.state.open = 'folded';
    flow.say('everyone will see');
    await pass();
    expect(flow.host.state).toMatchObject({ shown: ['crisis', 'danger'], open: 'danger' });
    expect(flow.host.state.id).not.toBe(id); // what is folded is remembered by it
  });

  it('brings the card up again after half an hour, and not before', async () => {
    const flow = await start();
    flow.open();
    const say = async (minutes: number) => {
      flow.world.now += minutes * 60_000;
      flow.say('I cannot go on', { speaker: 'self', author: 'me' });
      await pass();
      return flow.host.state.shown;
    };
    expect(await say(0)).toEqual(['crisis']);
    expect(await say(29)).toEqual(['crisis']);
    expect(await say(1)).toEqual(['crisis', 'crisis']);
  });
});

describe('of whom the popup may speak', () => {
  it.each([
    ['person', {}, {}],
    ['someone', { group: true }, {}],
    ['someone', {}, { speaker: 'unknown' }],
    ['unknown', {}, { speaker: 'unknown', author: '' }],
  ] as const)('is %s, as on the card, in %j where the threat is by %j', async (who, chat, writer) => {
    const flow = await start();
    flow.open(chat);
    flow.say('everyone will see', writer);
    await pass();
    expect(await flow.report()).toMatchObject({ level: 'danger', who });
  });
});

it.each([
  ['nobody knows who', 'unknown', { speaker: 'unknown', author: '' }, {}],
  ['the person', 'person', {}, { speaker: 'unknown' }],
] as const)(
  'where %s threatened, the popup speaks of that, whoever writes next',
  async (_, who, threat, next) => {
    const flow = await start();
    flow.open();
    flow.say('everyone will see', threat);
    await pass();
    flow.say('hello', next);
    await pass();
    expect(await flow.report()).toMatchObject({ level: 'danger', who });
  },
);

it('the child’s own despair brings the card up again though the clock was set back meanwhile', async () => {
  const flow = await start();
  flow.open();
  for (const hours of [0, -5]) {
    flow.world.now += hours * 60 * 60_000;
    flow.say('I cannot go on', { speaker: 'self', author: 'me' });
    await pass();
  }
  expect(flow.host.state.shown).toEqual(['crisis', 'crisis']);
});

describe('a group', () => {
  it('is warned of, and nothing of it is remembered', async () => {
    const flow = await start();
    flow.open({ group: true });
    flow.say('everyone will see');
    await pass(1_500);
    expect(flow.host.state.shown).toEqual(['danger']);
    expect(flow.sentOf('seen')).toEqual([]);
    expect(flow.memoryKeys()).toEqual([]);
  });
});

describe('the way to the help page', () => {
  it('is asked of the background, since a card can not open it', async () => {
    const flow = await start();
    flow.host.act({ type: 'open-help', place: 'threat' });
    await pass();
    expect(flow.opened).toEqual(['/help.html']);
  });
});

describe('what leaves the content script', () => {
  it('is ids, numbers and HMACs: no word of a chat, no name, no address, in no message and not in storage', async () => {
    const flow = await start();
    await play(flow, MARKER);
    flow.say(`${MARKER} I cannot go on`, { speaker: 'self', author: `me ${MARKER}` });
    flow.page().onRequests([requestOf(MARKER)], ADAPTER);
    flow.host.press('i-know');
    await pass(1_500);
    const outside = JSON.stringify([flow.sent, flow.items, flow.badges, await flow.report()]);
    expect(flow.sent.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['hello', 'open', 'seen', 'state', 'warned', 'snooze']),
    );
    expect(outside.toLowerCase()).not.toContain(MARKER);
    expect(outside).not.toContain('Dara');
    expect(outside).not.toContain('5550');
    expect(outside).not.toContain('web.telegram.org');
  });

  it('says nothing of the child’s own words of despair', async () => {
    const before = await start();
    await play(before);
    const say = async (text: string) => {
      const flow = await start({ items: structuredClone(before.items) });
      flow.open();
      flow.say(text, { speaker: 'self', author: 'me' });
      await pass(1_500);
      return flow;
    };
    const [quiet, flow] = [await say('good night'), await say('I cannot go on')];
    expect(flow.host.state.shown).toEqual(['crisis']);
    expect(flow.sent).toEqual(quiet.sent);
    expect(flow.items).toEqual(quiet.items);
    expect(JSON.stringify(flow.items)).not.toContain('crisis');
  });
});

const requestOf = (name: string) =>
  ({ id: `id ${name}`, name, element: document.body, facts: [{ fact: 'no-mutual-friends' }] }) as const;

describe('facts', () => {
  it('raise a quiet notice for somebody who is no contact', async () => {
    const flow = await start();
    flow.open({}, [{ fact: 'not-a-contact' }]);
    flow.say('hello there');
    await pass();
    expect(flow.host.state.shown).toEqual(['notice']);
    expect(await flow.report()).toMatchObject({
      level: 'notice',
      seen: [],
      facts: [{ fact: 'not-a-contact' }],
    });
  });

  it('raise it too where no row was read yet', async () => {
    const flow = await start();
    flow.open({}, [{ fact: 'message-request' }]);
    await pass(1_000);
    expect(flow.host.state.shown).toEqual(['notice']);
  });

  it('raise it too where the page shows them late', async () => {
    const flow = await start();
    const chat = conversationOf();
    flow.page().onConversation(chat, ADAPTER, [], 0);
    await pass(1_500);
    expect(flow.host.state.shown).toEqual([]);
    flow.page().onUpdate?.(chat, ADAPTER, [{ fact: 'not-a-contact' }], 0);
    await pass();
    expect(flow.host.state.shown).toEqual(['notice']);
  });

  it('give way to what the rows say', async () => {
    const flow = await start();
    flow.open({}, [{ fact: 'not-a-contact' }]);
    await pass(100);
    flow.say('everyone will see');
    await pass(1_000);
    expect(flow.host.state.shown).toEqual(['danger']);
  });

  it('raise none that only say what could not be seen', async () => {
    const flow = await start();
    flow.open({}, [{ fact: 'unseen', what: 'country' }]);
    flow.say('hello there');
    await pass();
    expect(flow.host.state.shown).toEqual([]);
  });

  it('of a request stand beside it and light the lamp', async () => {
    const flow = await start();
    flow.page().onRequests([requestOf('Dara'), { ...requestOf('Sok'), facts: [] }], ADAPTER);
    await pass();
    expect(flow.host.state.requests).toBe(1);
    expect(flow.badges.at(-1)?.lamp).toBe('dot');
    expect((await flow.report()).requests).toBe(1);
  });
});

describe('what a request showed', () => {
  it.each([
    ['of the chat itself', { peer: 'dara' }],
    ['of the person whom the chat names', { peer: '900', person: 'dara' }],
  ])('is said in the chat that follows, under the id %s', async (_, chat) => {
    const flow = await start();
    flow
      .page()
      .onRequests([{ ...requestOf('Dara'), id: 'dara', facts: [{ fact: 'no-mutual-friends' }] }], ADAPTER);
    await pass();
    flow.open(chat);
    await pass(1_000);
    expect((await flow.report()).facts).toEqual([{ fact: 'at-request', what: 'no-mutual-friends' }]);
    expect(flow.host.state.shown).toEqual(['notice']);
  });

  it('is said in that chat also where storage was away as it was opened', async () => {
    const flow = await start();
    flow.page().onRequests([{ ...requestOf('Dara'), id: 'dara' }], ADAPTER);
    await pass();
    const mend = breakStorage(flow);
    flow.open({ peer: '900', person: 'dara' });
    await pass(4_000);
    mend();
    await pass(20_000);
    expect((await flow.report()).facts).toEqual([{ fact: 'at-request', what: 'no-mutual-friends' }]);
  });
});

describe('what a request showed, of a person whom the page names later', () => {
  it('is kept from a chat that was a request itself, of one person alone', async () => {
    const facts = [{ fact: 'message-request' }, { fact: 'other-account-name' }] as const;
    const flow = await start();
    flow.open({ peer: '77', request: true, group: true }, facts);
    flow.open({ request: true }, facts);
    await pass();
    const kept = JSON.stringify(flow.items).split('other-account-name').length - 1;
    expect(kept).toBe(1);
    flow.open({ peer: '77' });
    flow.open();
    await pass();
    expect((await flow.report()).facts).toEqual([{ fact: 'at-request', what: 'other-account-name' }]);
  });

  it('is kept from the chat of a stranger, who is a contact later', async () => {
    const month = { fact: 'new-account', month: '2026-11' } as const;
    const flow = await start();
    flow.open({ peer: '77' }, [{ fact: 'not-a-contact' }, month]);
    flow.open({ peer: '78' }, [month]);
    await pass();
    for (const [peer, facts] of [
      ['77', [{ fact: 'at-request', what: 'new-account' }]],
      ['78', []],
    ] as const) {
      flow.open({ peer });
      await pass();
      expect((await flow.report()).facts).toEqual(facts);
    }
  });

  it('is said where the memory of the chat comes later than that', async () => {
    const flow = await start();
    flow.page().onRequests([{ ...requestOf('Dara'), id: 'dara' }], ADAPTER);
    await pass();
    flow.world.openTakes = 1_000;
    flow.open({ peer: '900' });
    await pass(500);
    flow.world.openTakes = 0;
    flow.page().onUpdate?.({ ...conversationOf({ peer: '900' }), person: 'dara' }, ADAPTER, [], 0);
    await pass(2_000);
    expect((await flow.report()).facts).toEqual([{ fact: 'at-request', what: 'no-mutual-friends' }]);
  });

  it('is said as soon as the chat tells who it is', async () => {
    const flow = await start();
    flow.page().onRequests([{ ...requestOf('Dara'), id: 'dara' }], ADAPTER);
    await pass();
    flow.open({ peer: '900' });
    flow.say('hello there');
    await pass(1_000);
    expect((await flow.report()).facts).toEqual([]);
    flow.page().onUpdate?.({ ...conversationOf({ peer: '900' }), person: 'dara' }, ADAPTER, [], 0);
    await pass(1_000);
    expect((await flow.report()).facts).toEqual([{ fact: 'at-request', what: 'no-mutual-friends' }]);
    expect(flow.host.state.shown).toEqual(['notice']);
  });
});

describe('chats side by side', () => {
  it('are read each for itself, and the loudest is shown and reported', async () => {
    const flow = await start();
    flow.open({ peer: 'one' }, [], 0);
    flow.open({ peer: 'two' }, [], 1);
    flow.say('be quiet about this', {}, false, 0);
    flow.say('one picture please', {}, false, 1);
    await pass();
    expect(flow.host.state.shown).toEqual([]); // the two signs are of two people
    flow.say('everyone will see', {}, false, 1);
    await pass();
    expect(flow.host.state.shown).toEqual(['danger']);
    flow.open({ peer: 'three' }, [], 0);
    flow.say('hello there', {}, false, 0);
    await pass();
    expect(flow.host.state.open).toBe('danger');
    expect((await flow.report()).level).toBe('danger');
    flow.leave(1);
    await pass();
    expect(flow.host.state.open).toBeNull();
    expect((await flow.report()).level).toBe('calm');
  });
});

describe('the popup, where chats stand side by side', () => {
  const opened = async () => {
    const flow = await start();
    flow.open({ peer: 'one' }, [], 0);
    flow.open({ peer: 'two' }, [], 1);
    await pass();
    await tip(flow);
    return flow;
  };

  it('opens the card of the chat that it speaks of', async () => {
    const flow = await opened();
    flow.say('everyone will see', {}, false, 1);
    await pass();
    flow.host.press('close');
    expect(flow.host.state.open).toBe('caution'); // the next in line came up
    expect((await flow.report()).level).toBe('danger');
    await flow.ask({ type: 'show-card' });
    expect(flow.host.state.open).toBe('danger');
  });

  it('ends the snooze of the chat that it speaks of', async () => {
    const flow = await opened();
    flow.host.press('i-know');
    await pass();
    flow.host.press('close');
    await tip(flow, 1);
    expect((await flow.report()).snoozedUntil).not.toBeNull();
    await flow.ask({ type: 'unsnooze' });
    await pass();
    expect((await flow.report()).snoozedUntil).toBeNull();
  });
});

describe('"I know this person"', () => {
  it('leaves the card, which says what it means, until the person is done with it', async () => {
    const flow = await start();
    flow.open();
    await tip(flow);
    flow.host.press('i-know');
    await pass();
    expect((await flow.report()).snoozedUntil).not.toBeNull();
    expect(flow.host.state.open).toBe('caution');
    flow.host.press('close');
    expect(flow.host.state.open).toBeNull();
  });

  it('keeps tips away, but never a serious warning', async () => {
    const flow = await start();
    flow.open();
    await pass();
    flow.host.press('i-know');
    await tip(flow);
    expect(flow.host.state.shown).toEqual([]);
    expect((await flow.report()).snoozedUntil).toBe(flow.world.now + 30 * DAY);
    flow.say('everyone will see');
    await pass();
    expect(flow.host.state.shown).toEqual(['danger']);
  });

  it('does not hold for years where the clock that it was said by went ahead', async () => {
    const flow = await start();
    flow.open();
    await pass();
    flow.host.press('i-know');
    await pass();
    flow.world.now -= 2 * 365 * DAY; // somebody sets the clock right
    await tip(flow);
    expect(flow.host.state.shown).toEqual(['caution']);
    expect((await flow.report()).snoozedUntil).toBeNull();
  });

  it('keeps the pause before a picture away too, until there is danger', async () => {
    const flow = await start();
    const pane = document.body.appendChild(document.createElement('main'));
    const paste = () => {
      const event = new Event('paste', { bubbles: true, composed: true });
      const clipboardData = { items: [{ kind: 'file', type: 'image/png' }] };
      for (const [name, value] of Object.entries({ clipboardData, isTrusted: true }))
        Object.defineProperty(event, name, { value });
      pane.dispatchEvent(event);
      return flow.host.state.pause;
    };
    flow.open({ pane });
    await pass();
    flow.host.press('i-know');
    await tip(flow);
    expect(await flow.report()).toMatchObject({ level: 'caution' });
    expect(paste()).toBe(false);
    flow.say('everyone will see');
    await pass();
    expect(paste()).toBe(true);
    pane.remove();
  });

  it('is taken back from the popup', async () => {
    const flow = await start();
    flow.open();
    flow.host.press('i-know');
    await pass();
    await flow.ask({ type: 'unsnooze' });
    await pass();
    expect((await flow.report()).snoozedUntil).toBeNull();
    const reloaded = await start({ items: flow.items });
    reloaded.open();
    await pass();
    expect((await reloaded.report()).snoozedUntil).toBeNull();
  });
});

describe('"I know this person" in two tabs', () => {
  async function twoTabs() {
    const one = await start();
    const two = await start({ beside: one });
    for (const tab of [one, two]) tab.open();
    await pass();
    one.host.press('i-know');
    await pass();
    return { one, two };
  }

  it('keeps tips away in both', async () => {
    const { two } = await twoTabs();
    await tip(two);
    expect(two.host.state.shown).toEqual([]);
    expect((await two.report()).snoozedUntil).toBe(two.world.now + 30 * DAY);
  });

  it('is ended in both, from the popup of either or from the page of choices', async () => {
    for (const end of [
      (tab: Flow) => tab.ask({ type: 'unsnooze' }),
      (tab: Flow) => tab.fromPopup({ type: 'end-snoozes' }),
    ]) {
      const { one, two } = await twoTabs();
      await end(two);
      await pass();
      expect((await one.report()).snoozedUntil).toBeNull();
      await tip(one);
      expect(one.host.state.shown).toEqual(['caution']);
    }
  });

  it('holds in a private window, where nothing of it is kept, whatever else is changed', async () => {
    const flow = await start({ incognito: true });
    flow.open();
    await pass();
    flow.host.press('i-know');
    await pass();
    await flow.fromPopup({ type: 'set-settings', change: { country: 'KH' } });
    await pass();
    expect((await flow.report()).snoozedUntil).toBe(flow.world.now + 30 * DAY);
  });
});

describe('settings', () => {
  it('copy how the page is built, with the words that come with the question', async () => {
    const flow = await start();
    await play(flow);
    document.body.id = 'chat-maria';
    expect((await flow.askForStructure())?.html).toContain('<body id="chat-name1">');
    document.body.removeAttribute('id');
  });

  it('pause and resume at once', async () => {
    const flow = await start();
    await play(flow);
    await flow.fromPopup({ type: 'set-settings', change: { paused: true } });
    await pass();
    expect(flow.isReading()).toBe(false);
    expect(flow.host.state.open).toBeNull();
    expect((await flow.report()).state).toBe('paused');
    expect(await flow.askForStructure()).toBeNull();
    await flow.fromPopup({ type: 'set-settings', change: { paused: false } });
    await pass();
    expect(flow.isReading()).toBe(true);
  });

  it('change the country without a new start', async () => {
    const flow = await start();
    const page = flow.page();
    await flow.fromPopup({ type: 'set-settings', change: { country: 'KH' } });
    await pass();
    expect(flow.page()).toBe(page);
    await play(flow);
    expect(flow.host.state.number).toBe('111');
  });

  it('change the country on a card that stands open: its number is one that can be called', async () => {
    const flow = await start({ items: { family: FAMILY_ON } });
    await play(flow);
    const { state } = flow.host;
    expect(state).toMatchObject({ open: 'danger', number: '000' });
    const shown = state.shown.length;
    await flow.fromPopup({ type: 'set-settings', change: { country: 'KH' } });
    await pass();
    expect(state).toMatchObject({ open: 'danger', number: '111' });
    await flow.fromPopup({ type: 'set-settings', change: { sensitivity: 'more' } });
    await pass();
    expect(state.shown.length).toBe(shown + 1);
    await flow.fromPopup({ type: 'set-settings', change: { paused: true } });
    await flow.fromPopup({ type: 'set-settings', change: { country: 'ZZ' } });
    await pass();
    expect(state.open).toBeNull(); // what was put away is not brought back by it
    expect(state.shown.length).toBe(shown + 1);
    expect(flow.items.counts).toMatchObject({ weeks: { '2026-W48': { caution: 1, danger: 1 } } });
  });

  it('that need a new start show a card again that stood open, and count nothing', async () => {
    const flow = await start({ items: { family: FAMILY_ON } });
    await play(flow);
    await flow.fromPopup({ type: 'set-settings', change: { sensitivity: 'more' } });
    await pass();
    await play(flow);
    expect(flow.host.state.open).toBe('danger');
    expect(flow.items.counts).toMatchObject({ weeks: { '2026-W48': { caution: 1, danger: 1 } } });
  });

  it.each([
    ['', {}, null],
    // Of a group nothing is remembered.
    [', though the rows read first are harmless', { group: true }, 'hello there'],
  ] as const)('that need a new start show a folded tip as the lamp again%s', async (_, chat, first) => {
    const flow = await start();
    const read = async () => {
      flow.open(chat);
      if (first !== null) {
        flow.say(first);
        await pass();
      }
      await tip(flow);
    };
    await read();
    expect(flow.host.state.open).toBe('caution');
    flow.host.state.open = 'folded';
    await flow.fromPopup({ type: 'set-settings', change: { language: 'km' } });
    await pass();
    expect(flow.host.state.open).toBeNull();
    await read();
    expect(flow.host.state.open).toBe('folded');
  });

  it('forget everything, and read on under new keys', async () => {
    const flow = await start();
    await play(flow);
    const before = flow.memoryKeys();
    flow.say('and one thing more'); // not handed over yet
    await flow.fromPopup({ type: 'forget' });
    await pass();
    expect(flow.memoryKeys()).toEqual([]);
    await play(flow);
    const after = flow.memoryKeys();
    expect(before).toHaveLength(1);
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
  });

  it('forget everything: what still waits to be handed over is given up, and not tried again', async () => {
    const flow = await played();
    flow.say('and one thing more'); // not handed over yet
    await flow.fromPopup({ type: 'forget' });
    const before = flow.sentOf('seen').length;
    await pass(10 * 60_000);
    expect(flow.sentOf('seen')).toHaveLength(before);
  });
});

describe('a page that was left and is come back to', () => {
  const comeBack = (change: { readonly persisted: boolean; readonly isTrusted: boolean }) => {
    const event = new Event('pageshow');
    for (const [name, value] of Object.entries(change)) Object.defineProperty(event, name, { value });
    window.dispatchEvent(event);
  };
  it.each([
    ['asks anew what holds', { persisted: true, isTrusted: true }, 2],
    ['does nothing where it was just loaded', { persisted: false, isTrusted: true }, 1],
    ['does nothing where the page made it up', { persisted: true, isTrusted: false }, 1],
  ])('%s', async (_, event, expected) => {
    const flow = await start();
    comeBack(event);
    await pass(500);
    expect(flow.sentOf('hello')).toHaveLength(expected);
    flow.stop.abort();
  });
});

it('a page that is come back to while reading is off says nothing of before to the lamp', async () => {
  const flow = await start();
  await play(flow);
  flow.background.tabs.clear(); // it hears nothing while it is away
  await flow.fromPopup({ type: 'set-settings', change: { paused: true } });
  const before = flow.badges.length;
  flow.area.before = () => new Promise((resolve) => setTimeout(resolve, 20)); // no answer comes at once
  const event = new Event('pageshow');
  for (const name of ['persisted', 'isTrusted']) Object.defineProperty(event, name, { value: true });
  window.dispatchEvent(event);
  await pass(500);
  expect(new Set(flow.badges.slice(before).map(({ title }) => title))).toEqual(new Set(['paused']));
  flow.stop.abort();
});

it('a chat that is left while its rows are still read remembers all of them', async () => {
  const flow = await start();
  flow.open();
  await pass(500);
  let clock = performance.now();
  const slow = vi.spyOn(performance, 'now').mockImplementation(() => {
    clock += 3;
    return clock;
  });
  const rows = Array.from({ length: 30 }, (_, row): Arrival => {
    const message = { id: `row ${row}`, author: 'peer', text: `hello ${row}`, at: flow.world.now };
    return { message: { ...message, speaker: 'other' }, history: false };
  });
  flow.page().onMessages(rows, 0);
  flow.leave();
  slow.mockRestore();
  await pass(2_000);
  const counts = flow
    .memoryKeys()
    .flatMap((key) => Object.values((flow.items[key] as { memory: { days: object } }).memory.days));
  expect(counts).toEqual([30]);
});

describe('faults', () => {
  it('a background that cannot be reached: reading goes on, the popup says so, memory is written later', async () => {
    const flow = await start();
    flow.open({ peer: 'first' });
    await pass();
    flow.world.reachable = false;
    flow.open();
    flow.say('everyone will see');
    await pass(4_000);
    expect(flow.host.state.shown).toEqual(['danger']);
    expect((await flow.report()).memoryFailed).toBe(true);
    flow.world.reachable = true;
    await pass(15_000);
    expect((await flow.report()).memoryFailed).toBe(false);
    expect(flow.memoryKeys()).not.toEqual([]);
  });

  it('a storage that is away while a chat is opened: the popup says so until its memory was read', async () => {
    const before = await start();
    before.open();
    before.sayEarlier('everyone will see');
    await pass(1_500);
    const flow = await start({ beside: before });
    await pass(500);
    const mend = breakStorage(before);
    flow.open();
    flow.say('hello');
    await pass(4_000);
    expect(await flow.report()).toMatchObject({ level: 'calm', memoryFailed: true });
    mend();
    flow.say('hello again');
    await pass(15_000);
    expect(await flow.report()).toMatchObject({ level: 'danger', memoryFailed: false });
  });

  it('memory that can be written but not read: the popup says so', async () => {
    const flow = await start();
    flow.open({ peer: 'first' });
    await pass();
    flow.world.openTakes = 60_000;
    flow.world.reachable = false;
    flow.open();
    flow.say('hello');
    await pass(2_500);
    flow.world.reachable = true;
    await pass(10_000);
    expect(flow.sent.map(({ type }) => type)).toContain('seen');
    expect((await flow.report()).memoryFailed).toBe(true);
  });

  it('a memory that comes after hundreds of rows is joined with what they left', async () => {
    const before = await start();
    before.open();
    before.say('be quiet about this');
    await pass(1_500);
    const flow = await start({ beside: before });
    await pass(500);
    breakStorage(before, 'set');
    flow.world.openTakes = 5_000;
    flow.open();
    flow.say('one picture please');
    for (let row = 0; row < 600; row += 1) flow.say(`hello ${row}`);
    await pass(6_000);
    const { seen } = await flow.report();
    expect(seen.map(({ signal }) => signal)).toEqual(['media.more', 'secrecy.dont-tell']);
  });

  it('a background that is away as the first chat opens: says so, and warns of what was said as soon as it is back', async () => {
    const flow = await start();
    flow.world.reachable = false;
    flow.open();
    flow.say('everyone will see');
    await pass(4_000);
    expect(flow.host.state.shown).toEqual([]);
    expect(await flow.report()).toMatchObject({ state: 'broken', why: 'no-background' });
    flow.world.reachable = true;
    await pass(15_000);
    expect(flow.host.state.shown).toEqual(['danger']);
    expect(await flow.report()).toMatchObject({ state: 'reading', why: null });
  });

  it('a background that is away: nothing the page shows meanwhile hides that, and what it showed last is said then', async () => {
    const flow = await start();
    flow.world.reachable = false;
    flow.open();
    await pass(4_000);
    flow.leave();
    flow.page().onHealth({ state: 'idle' }, ADAPTER);
    expect(await flow.report()).toMatchObject({ state: 'broken', why: 'no-background' });
    flow.world.reachable = true;
    await pass(15_000);
    expect(await flow.report()).toMatchObject({ state: 'idle', why: null });
  });

  it('a lamp that was not told of a danger: it is told with the next change of anything', async () => {
    const flow = await start();
    flow.open();
    flow.say('hello');
    await pass();
    flow.world.reachable = false;
    flow.say('everyone will see');
    await pass(4_000);
    flow.world.reachable = true;
    flow.page().onHealth({ state: 'reading', rows: 2 }, ADAPTER);
    await pass(2_000);
    expect(flow.badges.at(-1)).toMatchObject({ title: 'danger' });
  });

  it('a page without a chat: no pack is asked for', async () => {
    const flow = await start();
    await pass();
    expect(flow.sentOf('packs')).toEqual([]);
    flow.open();
    await pass();
    expect(flow.sentOf('packs')).toHaveLength(1);
  });

  it('a storage that refuses to write: the same', async () => {
    const flow = await start();
    breakStorage(flow, 'set');
    flow.open();
    flow.say('everyone will see');
    await pass(4_000);
    expect(flow.host.state.shown).toEqual(['danger']);
    expect((await flow.report()).memoryFailed).toBe(true);
  });

  it('an extension that was updated: stops quietly, and leaves an open warning of danger', async () => {
    const flow = await start();
    await play(flow);
    flow.world.alive = false;
    flow.say('hello again');
    await pass();
    expect(flow.isReading()).toBe(false);
    expect(flow.host.state.open).toBe('danger');
    expect(flow.stop.signal.aborted).toBe(true);
  });

  it('an extension that was updated: takes a milder card away', async () => {
    const flow = await start();
    flow.open();
    await tip(flow);
    expect(flow.host.state.open).toBe('caution');
    flow.world.alive = false;
    flow.say('hello again');
    await pass();
    expect(flow.host.state.open).toBeNull();
  });

  it('a background that answers only at the third call: the popup says why, and then it reads', async () => {
    const flow = createFlow({}, { reachable: false });
    await pass(2_500);
    expect(await flow.report()).toMatchObject({ state: 'broken', why: 'no-background' });
    flow.world.reachable = true;
    await pass(5_000);
    expect(flow.isReading()).toBe(true);
    expect(await flow.report()).toMatchObject({ state: 'idle', why: null });
  });

  it('a malformed pack: the others are read, and the popup names it', async () => {
    const broken = { language: 'km', signals: 'garbage' } as unknown as PreparedPack;
    const packs = { ...RULES.packs, packs: [broken, ...RULES.packs.packs] };
    const flow = await start({ rules: { ...RULES, packs } });
    flow.open();
    flow.say('everyone will see');
    await pass();
    expect(await flow.report()).toMatchObject({ failedPacks: ['km'], level: 'danger', state: 'reading' });
  });

  it('no usable pack at all: says so and reads nothing', async () => {
    const flow = createFlow({}, { rules: { ...RULES, packs: preparePacks([], {}) } });
    await vi.waitFor(async () => expect((await flow.report()).state).toBe('broken'), { timeout: 30_000 });
    expect(flow.isReading()).toBe(false);
    expect((await flow.report()).why).toBe('no-packs');
  });

  it('garbage as the memory of a chat: that memory is set aside, and the chat is read', async () => {
    const flow = await start();
    await play(flow);
    const [key = ''] = flow.memoryKeys();
    const reloaded = await start({ items: { ...flow.items, [key]: 'garbage' } });
    await play(reloaded);
    expect(reloaded.items[`aside:${key}`]).toMatchObject({ value: 'garbage' });
    expect(await reloaded.report()).toMatchObject({ level: 'danger', memoryFailed: false });
  });

  it('a page that cannot be read: the popup says why and the lamp is crossed', async () => {
    const flow = await start();
    flow.page().onHealth({ state: 'unreadable', why: 'no-rows' }, ADAPTER);
    await pass();
    expect(await flow.report()).toMatchObject({ state: 'unreadable', why: 'no-rows' });
    expect(flow.badges.at(-1)?.lamp).toBe('crossed');
  });
});

it('answers nothing that is not for a tab', async () => {
  const flow = await start();
  for (const message of [null, 'report', { type: 'hello' }, { type: 7 }]) {
    expect(await flow.ask(message as never)).toBeNull();
  }
});
