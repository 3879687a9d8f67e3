// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://web.telegram.org/k/#777" }
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createFlow } from '../../entrypoints/content/flow-harness';
import { createTrial } from '../../scripts/endure/trial';
import { createRandom } from '../../scripts/evaluation/evasions';
import { createStorage } from '../../utils/storage';
import { shippedRules } from '../shipped-rules';
import { SECRET } from './flow-story';
import { planYear, VISIT_MS, yearSize } from './year-plan';

const START = Date.UTC(2026, 0, 5, 12);
/** What a year with 400 contacts may take of the 10 MB that Chrome gives, in bytes of JSON. */
const STORAGE_BOUND = 2_000_000;
/** What the second half may add to the heap of the test, in bytes: of so many messages, nothing that grows. */
const HEAP_BOUND = 15_000_000;
const SLICE = 64;
/** When a slice's memory is on its way to storage (memory-writer.ts). */
const SAVED_AFTER_MS = 1_001;

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeAll(() => {
  setFlagsFromString('--expose-gc');
  vi.useFakeTimers({ now: START });
});
afterAll(() => {
  vi.useRealTimers();
});

type Lived = {
  /** The level that each contact was last seen at. */
  readonly levels: ReadonlyMap<number, string>;
  readonly items: Record<string, unknown>;
  /** Bytes of heap at the middle and at the end. */
  readonly heap: readonly [number, number];
  readonly deaths: number;
  readonly messages: number;
  /** Bytes of JSON at the most. */
  readonly stored: number;
};

/** Lives through the year. `deaths` is the chance of one at each of three moments of a visit. */
async function live(deaths: number): Promise<Lived> {
  vi.setSystemTime(START);
  const random = createRandom(2);
  const levels = new Map<number, string>();
  const heap: number[] = [];
  let flow = createFlow({ secret: SECRET }, { rules: shippedRules });
  let [died, messages, stored, visits] = [0, 0, 0, 0];
  /** In the middle of whatever is under way: the message before has been sent, its answer has not come. */
  const mayDie = () => {
    if (random() >= deaths) return;
    died += 1;
    flow.background.kill();
  };
  const size = yearSize();
  for (const visit of planYear(START, size)) {
    vi.setSystemTime(visit.at);
    flow.world.now = visit.at;
    if (visit.reload) {
      flow.stop.abort();
      flow = createFlow({}, { rules: shippedRules, beside: flow });
      mayDie();
      await flow.ready();
    }
    flow.open({ peer: visit.peer, group: visit.group });
    mayDie();
    const rows = [...visit.again, ...visit.fresh];
    for (let at = 0; at < rows.length; at += SLICE) {
      flow.page().onMessages(rows.slice(at, at + SLICE), 0);
      await pass(SAVED_AFTER_MS);
      if (at === 0) mayDie();
      await pass(VISIT_MS / Math.ceil(rows.length / SLICE));
    }
    messages += visit.fresh.length;
    levels.set(visit.contact, (await flow.report()).level);
    for (const list of [flow.sent, flow.badges, flow.area.calls, flow.host.state.shown]) list.length = 0;
    visits += 1;
    if (visits % 100 === 0) stored = Math.max(stored, JSON.stringify(flow.items).length);
    if (visits === size.visits / 2 || visits === size.visits) heap.push(heapUsed());
  }
  flow.stop.abort();
  await pass(VISIT_MS);
  const [middle = 0, end = 0] = heap;
  return { levels, items: flow.items, heap: [middle, end], deaths: died, messages, stored };
}

function heapUsed(): number {
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

test('a year with hundreds of dead workers ends as one without', { timeout: 3_600_000 }, async () => {
  const trial = createTrial('year');
  const size = yearSize();
  const calm = await live(0);
  const rough = await live(size.deaths);
  trial.fault(rough.deaths);
  trial.holds(rough.deaths >= 200, `only ${rough.deaths} workers died`);
  trial.holds(rough.messages === size.messages, `${rough.messages} messages`);
  for (const [contact, level] of calm.levels)
    trial.holds(
      rough.levels.get(contact) === level,
      `contact ${contact}: ${rough.levels.get(contact)}, not ${level}`,
    );
  for (const [key, value] of Object.entries(calm.items))
    trial.keeps(
      JSON.stringify(sorted(rough.items[key])) === JSON.stringify(sorted(value)),
      key.split(':')[0] ?? key,
    );
  trial.holds(
    Object.keys(rough.items).length === Object.keys(calm.items).length,
    'other items than undisturbed',
  );
  trial.holds(rough.stored <= STORAGE_BOUND, `${rough.stored} bytes stored`);
  const grown = rough.heap[1] - rough.heap[0];
  trial.holds(grown <= HEAP_BOUND, `the heap grew by ${grown} bytes in the second half`);
  // No measure of false alarms: lines of ordinary talk are drawn one by one, out of their chats (docs/accuracy.md has those).
  const warned = [...rough.levels.values()].filter((level) => level !== 'calm').length;
  trial.holds(
    warned >= size.risky / 4,
    `only ${warned} contacts were warned of: the year is too calm to prove anything`,
  );
  trial.load(
    [
      `${size.contacts} contacts, ${rough.messages.toLocaleString('en')} messages`,
      `${size.visits.toLocaleString('en')} chats opened, ${rough.deaths} workers died`,
    ].join(', '),
  );
  trial.load(`${Math.round(rough.stored / 1000)} KB stored at the most (bound: ${STORAGE_BOUND / 1e6} MB)`);
  trial.load(`heap ${grown < 0 ? '−' : '+'}${(Math.abs(grown) / 1e6).toFixed(1)} MB in the second half`);
  const health = await createStorage(createFlow(rough.items).area, () => START + 365 * 86_400_000).health();
  expect(health.setAside).toEqual([]);
  trial.end();
});

/** The same value whatever the order in which its keys were written. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
