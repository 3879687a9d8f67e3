// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://web.telegram.org/k/#777" }
import { afterEach, beforeEach, test, vi } from 'vitest';
import { createFlow } from '../../entrypoints/content/flow-harness';
import { createTrial, type Trial } from '../../scripts/endure/trial';
import { DEFAULT_SETTINGS } from '../../utils/settings';
import { makeFaulty } from './faulty-area';
import { newItems, pass, turnBad } from './flow-story';

/** A storage that is full, one that answers nothing, one that can't be read. */
const BREAKDOWNS = [
  ['set', 'QUOTA_BYTES quota exceeded'],
  ['all', 'IO error'],
  ['remove', 'IO error'],
] as const;
/** The family view is on. */
const FAMILY = { version: 1, on: true, since: 20_000 };
/** Longest pause between two tries of the memory writer, in milliseconds (entrypoints/content/memory-writer.ts). */
const RETRY_LONGEST_MS = 300_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a storage that is full or gone: warned all the same, said in the popup, written when it is back', async () => {
  const trial = createTrial('quota');
  for (const [call, why] of BREAKDOWNS) await breakDown(trial, call, why);
  await startsBroken(trial);
  trial.end();
});

async function breakDown(trial: Trial, call: 'set' | 'all' | 'remove', why: string): Promise<void> {
  const items: Record<string, unknown> = {
    ...newItems(),
    settings: { ...DEFAULT_SETTINGS, audience: 'parent' },
    family: FAMILY,
  };
  const flow = createFlow(items);
  await pass();
  await flow.fromPopup({ type: 'set-settings', change: { country: 'KH' } });
  await pass();
  const before = structuredClone(items);
  const area = makeFaulty(flow.background);
  area.breakDown(call, why);
  await turnBad(flow);
  const during = await flow.report();
  trial.holds(during.level === 'danger' && during.state === 'reading', `${call}: ${during.level}`);
  trial.holds(flow.host.state.open === 'danger', `${call}: no card`);
  if (call !== 'remove') trial.holds(during.memoryFailed, `${call}: the popup does not say so`);
  for (const [key, value] of Object.entries(before))
    trial.keeps(JSON.stringify(items[key]) === JSON.stringify(value), `${call}: ${key}`);
  if (call === 'all') {
    const asked = flow.fromPopup({ type: 'storage-health' });
    await pass();
    const health = (await asked) as { working: boolean };
    trial.holds(!health.working, 'the popup takes a storage for working that is not');
  }
  area.heal();
  await pass(RETRY_LONGEST_MS);
  trial.holds(!(await flow.report()).memoryFailed, `${call}: the popup still says so afterwards`);
  trial.keeps(
    Object.keys(items).some((key) => key.startsWith('memory:')),
    `${call}: the memory of the time without storage`,
  );
  const { pending, counts } = items;
  trial.keeps(pending !== undefined, `${call}: the note for a parent`);
  trial.keeps(
    /"danger":1/.test(JSON.stringify(counts)),
    `${call}: the week's count: ${JSON.stringify(counts)}`,
  );
  trial.fault(area.struck);
  flow.stop.abort();
}

/** The first message of all meets a dead storage: read with defaults, and nothing of what is stored is overwritten. */
async function startsBroken(trial: Trial): Promise<void> {
  const items: Record<string, unknown> = { ...newItems(), settings: 'kept as it is' };
  const before = structuredClone(items);
  const flow = createFlow(items);
  const area = makeFaulty(flow.background);
  area.breakDown('all', 'IO error');
  await pass();
  await turnBad(flow);
  trial.holds(flow.host.state.open === 'danger', 'started without storage: no card');
  trial.holds((await flow.report()).memoryFailed, 'started without storage: the popup does not say so');
  trial.keeps(JSON.stringify(items) === JSON.stringify(before), 'what was stored before');
  trial.fault(area.struck);
  flow.stop.abort();
}
