// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://web.telegram.org/k/#777" }
// What holds in a tab while storage fails, and what of it is taken back once storage answers.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { breakStorage, createFlow, type Flow } from './flow-harness';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Time for all that a step sets off, tries again included, in milliseconds. */
const pass = (ms = 4_000) => vi.advanceTimersByTimeAsync(ms);

/** A tab in a browser that remembers one threat. */
async function threatened(): Promise<Flow> {
  const flow = createFlow();
  await pass();
  flow.open();
  flow.say('or everyone will see');
  await pass();
  return flow;
}

const CLOSE = { type: 'close', card: 'any' } as const;

describe('a tab whose first words meet a storage that fails', () => {
  /** A second tab of that browser; storage fails from before its first word until `mend`. */
  async function beginBroken(change = {}) {
    const first = await threatened();
    await first.fromPopup({ type: 'set-settings', change });
    first.stop.abort();
    await pass();
    const mend = breakStorage(first);
    const flow = createFlow({}, { beside: first });
    await pass(300);
    return { flow, mend };
  }

  it('reads all the same, says that memory fails, and asks again until it is told what holds', async () => {
    const { flow, mend } = await beginBroken();
    expect((await flow.report()).memoryFailed).toBe(true);
    flow.open();
    flow.say('one picture please');
    await pass(20_000);
    expect(await flow.report()).toMatchObject({ state: 'reading', memoryFailed: true });
    mend();
    await pass(30_000);
    const asked = flow.sentOf('hello').length;
    flow.open();
    await pass();
    expect(await flow.report()).toMatchObject({ level: 'danger', memoryFailed: false });
    await pass(120_000);
    expect(flow.sentOf('hello')).toHaveLength(asked);
    flow.stop.abort();
  });

  it('writes nothing under a key that nobody will have again', async () => {
    const { flow, mend } = await beginBroken();
    const before = Object.keys(flow.items);
    flow.open();
    mend(); // before it asks again
    flow.say('or everyone will see');
    flow.host.press('i-know');
    await pass(600);
    flow.say('one picture please');
    await pass(600_000);
    expect(Object.keys(flow.items).sort()).toEqual(before.sort());
    expect((await flow.report()).memoryFailed).toBe(false);
    flow.stop.abort();
  });

  it('reads no site that is off for longer than that', async () => {
    const { flow, mend } = await beginBroken({ offServices: ['telegram'] });
    mend();
    await pass();
    expect((await flow.report()).state).toBe('paused');
    expect(flow.isReading()).toBe(false);
    flow.stop.abort();
  });

  it.each([
    ['folded where it was put away', CLOSE, '42', 'folded'],
    ['folded where it was put away and another chat is open', CLOSE, '1', 'folded'],
    ['open where it stands open', { type: 'open-help', place: 'threat' }, '42', 'danger'],
  ] as const)('shows the card that it showed meanwhile %s, and tells of it', async (_, act, next, stands) => {
    const { flow, mend } = await beginBroken();
    const warnings = () =>
      Object.values(flow.items).filter((item) => JSON.stringify(item).includes('danger threat')).length;
    const before = warnings();
    const threaten = (peer: string) => {
      flow.open({ peer });
      flow.say('or everyone will see', { id: 'threat' });
    };
    threaten('42');
    await pass();
    expect(flow.host.state.open).toBe('danger');
    flow.host.act(act);
    if (next !== '42') flow.open({ peer: next });
    mend();
    await pass(40_000);
    if (next !== '42') flow.open({ peer: next });
    threaten('42');
    await pass();
    expect(await flow.report()).toMatchObject({ level: 'danger', memoryFailed: false });
    expect(flow.host.state.open).toBe(stands);
    expect(warnings()).toBe(before + 1);
    flow.stop.abort();
  });

  it('follows a policy that comes meanwhile, and begins no new reading for each new made-up key', async () => {
    const { flow } = await beginBroken();
    flow.open();
    flow.say('or everyone will see');
    await pass(60_000);
    expect((await flow.report()).level).toBe('danger');
    const { policy } = flow.background.state;
    flow.background.state.policy = { ...policy, values: { offServices: ['telegram'] } };
    await pass(60_000);
    expect((await flow.report()).state).toBe('paused');
    flow.stop.abort();
  });
});

it('a tab whose settings alone could not be read says that memory works again once they can', async () => {
  const flow = await threatened();
  flow.stop.abort();
  const { get } = flow.area;
  flow.area.get = async (keys) => {
    if (keys?.includes('settings')) throw new Error('IO error');
    return get(keys);
  };
  const again = createFlow({}, { beside: flow });
  await pass(300);
  expect((await again.report()).memoryFailed).toBe(true);
  flow.area.get = get;
  await pass();
  expect((await again.report()).memoryFailed).toBe(false);
  again.open();
  await pass();
  expect((await again.report()).level).toBe('danger');
  again.stop.abort();
});

describe('a tab that asks again while storage fails', () => {
  it('leaves a site off that was off', async () => {
    const flow = await threatened();
    await flow.fromPopup({ type: 'set-settings', change: { offServices: ['telegram'] } });
    const mend = breakStorage(flow);
    void flow.background.tellTabs();
    await pass();
    expect((await flow.report()).state).toBe('paused');
    mend();
    await pass(60_000);
    expect((await flow.report()).state).toBe('paused');
    flow.stop.abort();
  });

  it('loses nothing that still waits to be remembered', async () => {
    const flow = createFlow();
    await pass();
    flow.open();
    await pass();
    const mend = breakStorage(flow);
    flow.say('or everyone will see');
    await pass();
    void flow.background.tellTabs();
    await pass();
    expect(flow.memoryKeys()).toEqual([]);
    mend();
    await pass(600_000);
    expect(flow.memoryKeys()).toHaveLength(1);
    expect(await flow.report()).toMatchObject({ level: 'danger', memoryFailed: false });
    flow.stop.abort();
  });
});

/** Everything was deleted while a save was under way, a minute ago. */
async function forgottenWhileSaving(): Promise<Flow> {
  const flow = await threatened();
  flow.area.before = () => new Promise((resolve) => setTimeout(resolve, 5)); // the tab hears of it late
  flow.say('one picture please');
  await pass(970);
  void flow.fromPopup({ type: 'forget', everything: true });
  await pass(60_000);
  return flow;
}

it('a save that is under way while everything is deleted says nothing of the memory after it', async () => {
  const flow = await forgottenWhileSaving();
  expect((await flow.report()).memoryFailed).toBe(false);
  flow.stop.abort();
});

it('a save that is under way while everything is deleted does not bring it back', async () => {
  const flow = await forgottenWhileSaving();
  expect(flow.sentOf('seen').length).toBeGreaterThan(1);
  expect(Object.keys(flow.items).sort()).toEqual(['pruned', 'secret']);
  flow.stop.abort();
});
