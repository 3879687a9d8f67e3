// A short story that touches every kind of item in storage: a chat that turns bad, a tap on its card, settings, a reload,
// a calm chat, the popup. Told to a test's browser (entrypoints/content/flow-harness.ts); `vi.useFakeTimers()` first.
import { vi } from 'vitest';
import { createFlow, type Flow } from '../../entrypoints/content/flow-harness';
import type { FromPages } from '../../utils/page-messages';

/** A fixed secret: the items of two stories can be compared key by key. */
export const SECRET = { version: 1, key: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=' };
const BAD = '5550001111';
const CALM = '5550002222';
/** Time for all that a step sets off, tries again included, in milliseconds. */
const STEP_MS = 4_000;

export const pass = (ms = STEP_MS): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

export type Told = {
  /** Level of the bad chat before and after the reload, and of the calm one. */
  readonly levels: readonly string[];
  readonly shown: readonly string[];
  readonly items: Record<string, unknown>;
  /** Whether the popup said at the end that memory could not be kept. */
  readonly memoryFailed: boolean;
};

/** Asks as a page of ours does: a person who gets no answer taps again. */
async function tap(flow: Flow, message: FromPages): Promise<void> {
  const ask = () =>
    flow.fromPopup(message).then(
      () => true,
      () => false,
    );
  for (let tries = 0; tries < 3; tries += 1) {
    const answer = ask();
    await pass();
    if (await answer) return;
  }
}

/** The bad chat, as the page shows it. */
export async function turnBad(flow: Flow): Promise<void> {
  flow.open({ peer: BAD }, [{ fact: 'not-a-contact' }]);
  flow.say('be quiet about this', { id: 'a' });
  await pass();
  flow.say('one picture please', { id: 'b' });
  await pass();
  flow.say('or everyone will see', { id: 'c' });
  await pass();
}

/** Tells the whole story. `begin` is called with the browser before anything happens. */
export async function tell(begin: (flow: Flow) => void = () => {}, items = newItems()): Promise<Told> {
  const flow = createFlow(items);
  begin(flow);
  await pass();
  await flow.ready();
  await tap(flow, { type: 'finish-welcome', audience: 'teen', family: null });
  await turnBad(flow);
  const before = (await flow.report()).level;
  flow.host.act({ type: 'i-know', card: 'any' });
  await pass();
  await flow.ask({ type: 'unsnooze' });
  await pass();
  await tap(flow, { type: 'set-settings', change: { country: 'KH' } });
  await tap(flow, { type: 'set-trusted-adult', adult: { name: 'Aunt', number: '012 345 678' } });
  await tap(flow, { type: 'stored-overview' });
  flow.stop.abort();
  await pass();
  const again = createFlow({}, { beside: flow });
  await pass();
  await again.ready();
  await turnBad(again);
  const after = (await again.report()).level;
  again.open({ peer: CALM });
  again.say('did you finish the homework', { id: 'd' });
  await pass();
  const { level, memoryFailed } = await again.report();
  again.stop.abort();
  await pass();
  const { pruned: _, ...kept } = flow.items;
  const shown = [...flow.host.state.shown, ...again.host.state.shown];
  return { levels: [before, after, level], shown, items: kept, memoryFailed };
}

/** The family view is on, or nothing would be counted. */
export const newItems = (): Record<string, unknown> => ({
  secret: structuredClone(SECRET),
  family: { version: 1, on: true, since: 20_000 },
});
