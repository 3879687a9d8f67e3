// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://web.telegram.org/k/#777" }
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, test, vi } from 'vitest';
import { NO_POLICY } from '../../entrypoints/background/policy-parse';
import { createFlow, type Flow } from '../../entrypoints/content/flow-harness';
import { createTrial, type Trial } from '../../scripts/endure/trial';
import { DAY_MS } from '../../utils/memory';
import { newItems, pass, turnBad } from './flow-story';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const UPHEAVALS: Readonly<Record<string, (trial: Trial) => Promise<void>>> = {
  'an update in the middle of a conversation': updated,
  'data of a later version, found in the middle of a conversation': downgraded,
  'two tabs of one conversation': twoTabs,
  'the clock set back a year, and right again': (trial) => clock(trial, -365),
  'the clock set back to 1970, and right again': (trial) => clock(trial, -20_000),
  'the clock a month ahead, and right again': (trial) => clock(trial, 30),
  'a policy that changes while a warning is open': policy,
};

test('what happens around a conversation takes nothing from it', { timeout: 60_000 }, async () => {
  const trial = createTrial('upheaval');
  for (const play of Object.values(UPHEAVALS)) await play(trial);
  trial.load(`${Object.keys(UPHEAVALS).length} kinds of upheaval`);
  trial.end();
});

async function start(items = newItems(), beside?: Flow): Promise<Flow> {
  const flow = createFlow(items, beside ? { beside } : {});
  await pass();
  await flow.ready();
  return flow;
}

/** What is remembered of each conversation. */
const memoryOf = ({ items }: Flow) => Object.entries(items).filter(([key]) => key.startsWith('memory:'));

/** The old script must stop by itself and take its card away; the new one knows what the old one saw. */
async function updated(trial: Trial): Promise<void> {
  const old = await start();
  old.open();
  old.say('be quiet about this');
  old.say('one picture please');
  await pass();
  old.world.alive = false;
  trial.fault();
  old.say('hello again');
  await pass();
  trial.holds(!old.isReading() && old.host.state.open === null, 'update: the stale script goes on');
  const sent = old.sent.length;
  old.say('or everyone will see');
  await pass();
  trial.holds(old.sent.length === sent, 'update: the stale script still sends');
  const fresh = await start({}, old);
  fresh.open();
  await pass();
  trial.keeps((await fresh.report()).level === 'caution', 'update: what the old script saw');
  fresh.say('or everyone will see');
  await pass();
  trial.holds(fresh.host.state.open === 'danger', 'update: the new script does not warn');
  fresh.stop.abort();
}

/** A later version wrote, then the earlier one is back: what it can't read waits aside, and comes back with that version. */
async function downgraded(trial: Trial): Promise<void> {
  const flow = await start();
  await turnBad(flow);
  const [[key, good] = ['', null]] = memoryOf(flow);
  const later = { version: 2, of: good };
  flow.items[key] = later;
  trial.fault();
  flow.say('hello again');
  await pass();
  trial.holds((await flow.report()).level === 'danger', 'later data: the level sank');
  trial.holds(!(await flow.report()).memoryFailed, 'later data: memory fails');
  const aside = flow.items[`aside:${key}`] as { value?: unknown } | undefined;
  trial.keeps(isDeepStrictEqual(aside?.value, later), 'later data: the later version’s memory');
  trial.keeps(key in flow.items, 'later data: the memory of this conversation');
  flow.stop.abort();
}

/** Two tabs show the same rows: everything counts once, and both warn. */
async function twoTabs(trial: Trial): Promise<void> {
  const alone = await start();
  await turnBad(alone);
  alone.stop.abort();
  await pass();
  const one = await start();
  const two = await start({}, one);
  trial.fault();
  for (const tab of [one, two]) tab.open({ peer: '5550001111' }, [{ fact: 'not-a-contact' }]);
  for (const [id, text] of [
    ['a', 'be quiet about this'],
    ['b', 'one picture please'],
    ['c', 'or everyone will see'],
  ] as const) {
    for (const tab of [one, two]) tab.say(text, { id });
    await pass();
  }
  for (const tab of [one, two])
    trial.holds((await tab.report()).level === 'danger', 'two tabs: one does not warn');
  trial.keeps(isDeepStrictEqual(memoryOf(one), memoryOf(alone)), 'two tabs: memory as of one tab');
  trial.keeps(isDeepStrictEqual(one.items.counts, alone.items.counts), 'two tabs: counts as of one tab');
  one.stop.abort();
  two.stop.abort();
}

/** A clock that is wrong for a while must not make memory expire, nor last for ever, nor lose a choice. */
async function clock(trial: Trial, days: number): Promise<void> {
  const flow = await start();
  const right = flow.world.now;
  await turnBad(flow);
  flow.host.act({ type: 'i-know', card: 'any' });
  await pass();
  trial.fault();
  flow.world.now = right + days * DAY_MS;
  flow.say('hello again', { id: 'e' });
  await pass();
  trial.holds((await flow.report()).level === 'danger', `clock ${days}: the level sank`);
  flow.stop.abort();
  const wrong = await start({}, flow);
  wrong.open({ peer: '5550001111' });
  await pass();
  wrong.stop.abort();
  flow.world.now = right + DAY_MS;
  const again = await start({}, flow);
  again.open({ peer: '5550001111' });
  await pass();
  trial.keeps((await again.report()).level === 'danger', `clock ${days}: memory`);
  again.stop.abort();
  flow.world.now = right + 1_000 * DAY_MS;
  const late = await start({}, flow);
  late.open({ peer: '5550001111' });
  await pass();
  trial.holds((await late.report()).level === 'calm', `clock ${days}: memory that never ends`);
  late.stop.abort();
}

/** The card stays, says the same, and is counted once; a folded one stays folded. */
async function policy(trial: Trial): Promise<void> {
  for (const change of [
    { ...NO_POLICY, country: 'KH' },
    { ...NO_POLICY, language: 'km' as const },
    { ...NO_POLICY, values: { sensitivity: 'fewer' as const }, locked: ['sensitivity' as const] },
  ]) {
    const flow = await start();
    await turnBad(flow);
    const counts = structuredClone(flow.items.counts);
    trial.fault();
    flow.background.state.policy = change;
    await flow.background.tellTabs();
    await pass();
    if (!flow.host.state.open) await turnBad(flow); // a new language starts anew, and the page's rows are read again
    trial.holds(flow.host.state.open === 'danger', `policy: the card is ${flow.host.state.open}`);
    trial.holds((await flow.report()).level === 'danger', 'policy: the level sank');
    trial.keeps(isDeepStrictEqual(flow.items.counts, counts), 'policy: the counts');
    flow.stop.abort();
  }
}
