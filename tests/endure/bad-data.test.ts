// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://web.telegram.org/k/#777" }
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, test, vi } from 'vitest';
import { createFlow } from '../../entrypoints/content/flow-harness';
import { createTrial, type Trial } from '../../scripts/endure/trial';
import { createFakeArea } from '../../utils/fake-area';
import { createStorage } from '../../utils/storage';
import { pass, tell, turnBad } from './flow-story';
import { FUZZ_TIMEOUT, fuzzOptions } from './fuzz-options';

const NOW = Date.UTC(2026, 10, 25, 20);

/** What an attacker, a bug, another product or a later version may leave under a key. */
const HANDMADE: readonly (readonly [string, unknown])[] = [
  ['corrupt: a cut-off text', '{"version":1,"mem'],
  ['corrupt: a number', -1],
  ['corrupt: a list in a list', [[[]]]],
  ['corrupt: null', null],
  ['foreign: another product’s record', { user: 'a', tokens: ['x'], v: '3.1' }],
  ['foreign: a prototype', JSON.parse('{"version":1,"__proto__":{"polluted":true},"constructor":{"a":1}}')],
  ['foreign: as large as a book', { version: 1, text: 'x'.repeat(200_000) }],
  ['future: version 2 of anything', { version: 2, memory: { version: 2, more: [1] }, key: 'a', weeks: {} }],
  ['future: a version that is no number', { version: 'next' }],
];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('corrupt, foreign and future data under every key: set aside, warned all the same', {
  timeout: FUZZ_TIMEOUT,
}, async () => {
  const trial = createTrial('bad-data');
  const { items } = await tell();
  for (const key of Object.keys(items))
    for (const [name, value] of HANDMADE)
      await meets(trial, items, key, value, `${key.split(':')[0]}, ${name}`);
  await anything(trial, items);
  trial.holds(!('polluted' in {}), 'a prototype was polluted');
  trial.end();
});

/** A browser that finds `value` under `key`: nothing else changes, the value is kept, and a threat is warned of. */
async function meets(
  trial: Trial,
  good: Record<string, unknown>,
  key: string,
  value: unknown,
  name: string,
): Promise<void> {
  trial.input();
  const items = { ...structuredClone(good), [key]: structuredClone(value) };
  const flow = createFlow(items);
  await pass();
  await turnBad(flow);
  const { level, memoryFailed } = await flow.report();
  trial.holds(level === 'danger', `${name}: ${level}`);
  trial.holds(!memoryFailed, `${name}: memory fails`);
  const overview = flow.fromPopup({ type: 'stored-overview' });
  const adult = flow.fromPopup({ type: 'get-trusted-adult' });
  await pass();
  await Promise.all([overview, adult]);
  flow.stop.abort();
  const aside = items[`aside:${key}`] as { value?: unknown } | undefined;
  // A secret that is lost gives every conversation a new key: what stood under the old ones stays where it was.
  trial.keeps(
    isDeepStrictEqual(aside?.value, value) || isDeepStrictEqual(items[key], value),
    `${name}: the value itself`,
  );
  for (const other of ['settings', 'trusted-adult', 'secret'])
    if (other !== key) trial.keeps(isDeepStrictEqual(items[other], good[other]), `${name}: ${other}`);
}

/** Whatever JSON can say, under every key at once: no operation throws, and what could be read before still can. */
async function anything(trial: Trial, good: Record<string, unknown>): Promise<void> {
  const keys = Object.keys(good);
  const [chat = ''] = keys.filter((key) => key.startsWith('memory:'));
  const conversation = chat.slice('memory:'.length);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 4 }), async (key, value) => {
      trial.input();
      const items = { ...structuredClone(good), [key]: value };
      const storage = createStorage(createFakeArea(items), () => NOW, { pinCost: { N: 2, r: 1, p: 1 } });
      await storage.settings();
      await storage.open(conversation);
      await storage.counts();
      await storage.trustedAdult();
      await storage.familyStatus();
      await storage.overview();
      await storage.health();
      await storage.pruneDaily();
      await storage.warned(conversation, { level: 'danger', card: 'danger threat', stages: ['threat'] });
      for (const other of ['settings', 'trusted-adult'])
        if (other !== key)
          trial.keeps(isDeepStrictEqual(items[other], good[other]), `${other}, beside a bad ${key}`);
    }),
    fuzzOptions({ short: 300, full: 3_000 }),
  );
}
