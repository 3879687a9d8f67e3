import fc from 'fast-check';
import { test } from 'vitest';
import { createRouter, type Sender } from '../../entrypoints/background/router';
import { createTrial, type Trial } from '../../scripts/endure/trial';
import type { ToBackground } from '../../utils/messages';
import type { FromPages } from '../../utils/page-messages';
import { FUZZ_TIMEOUT, fuzzOptions } from './fuzz-options';

const KEY = '0123456789abcdef0123456789abcdef';
const SENTENCE = 'meet me at the mall tonight';
const PAGES = 'chrome-extension://ours/';

/** Good messages of both kinds, to be mangled. */
const TO_BACKGROUND: readonly ToBackground[] = [
  { type: 'hello', service: 'telegram' },
  { type: 'packs' },
  { type: 'open', conversation: KEY },
  {
    type: 'seen',
    conversation: KEY,
    memory: { version: 1, signals: { 'a.b': [[1, 20_000]] }, days: { 20000: 1 }, lastSeen: 20_000 },
    weak: false,
  },
  { type: 'state', state: 'reading', level: 'danger' },
  { type: 'warned', conversation: KEY, level: 'danger', card: 'danger threat', stages: ['threat'] },
  { type: 'snooze', conversation: KEY, on: true },
  { type: 'open-help', place: 'threat' },
];
const FROM_PAGES: readonly FromPages[] = [
  { type: 'get-settings' },
  { type: 'set-settings', change: { country: 'KH' } },
  { type: 'import-settings', text: '{}' },
  { type: 'forget', everything: true },
  { type: 'get-trusted-adult' },
  { type: 'set-trusted-adult', adult: { name: 'Aunt', number: '1' } },
  { type: 'finish-welcome', audience: 'parent', family: { pin: '314159' } },
  { type: 'family-open', pin: '314159' },
  { type: 'reset-family' },
];

const SENDERS: readonly (readonly [string, Sender])[] = [
  ['tab', { id: 'ours', url: 'https://web.telegram.org/k/#1', frameId: 0, tab: { id: 5 } }],
  ['page', { id: 'ours', url: `${PAGES}popup.html` }],
  ['stranger', { id: 'theirs', url: 'https://web.telegram.org/k/', frameId: 0, tab: { id: 5 } }],
  ['stranger', { id: 'theirs', url: `${PAGES}popup.html` }],
  ['stranger', { id: 'ours', url: 'https://web.telegram.org.evil.example/k/', frameId: 0, tab: { id: 5 } }],
  ['stranger', { id: 'ours', url: 'https://web.telegram.org/k/', frameId: 7, tab: { id: 5 } }],
  ['stranger', { id: 'ours', url: 'chrome-extension://ours.evil/popup.html' }],
  ['stranger', {}],
];

/** A good message with one thing in it made bad: a value, a field too many, one too few. */
const mangled = (message: object): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.constantFrom(...Object.keys(message), 'text', 'title', '__proto__', 'constructor'),
      fc.oneof(fc.jsonValue(), fc.constantFrom(SENTENCE, [SENTENCE], { [SENTENCE]: SENTENCE }, undefined)),
    )
    .map(([name, value]) =>
      Object.fromEntries([...Object.entries(message), [name, value]].filter(([, one]) => one !== undefined)),
    );

const anyMessage = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, maxDepth: 3 }),
    fc.constantFrom<unknown>(...TO_BACKGROUND, ...FROM_PAGES),
    ...[...TO_BACKGROUND, ...FROM_PAGES].map(mangled),
  );

test('whatever is sent: only the right senders are answered, and no sentence gets in', {
  timeout: FUZZ_TIMEOUT,
}, async () => {
  const trial = createTrial('fuzz-messages');
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...SENDERS), anyMessage(), ([who, sender], message) =>
      knock(trial, who, sender, message),
    ),
    fuzzOptions({ short: 4_000, full: 40_000 }),
  );
  trial.end();
});

async function knock(trial: Trial, who: string, sender: Sender, message: unknown): Promise<void> {
  trial.input();
  const taken: { from: string; message: unknown }[] = [];
  let refused = 0;
  const route = createRouter({
    extensionId: 'ours',
    ownPages: PAGES,
    serviceOf: ({ hostname }, inFrame) => (hostname === 'web.telegram.org' && !inFrame ? 'telegram' : null),
    fromTab: async (got) => void taken.push({ from: 'tab', message: got }),
    fromPage: async (got) => void taken.push({ from: 'page', message: got }),
    onRefused: () => {
      refused += 1;
    },
  });
  const answer = route(message, sender);
  await answer;
  trial.holds(taken.length + refused === 1, 'neither taken nor refused, or both');
  trial.holds((answer === undefined) === (refused === 1), 'a refused message was answered');
  if (who === 'stranger') trial.holds(taken.length === 0, 'a stranger was let in');
  for (const { from, message: got } of taken) {
    trial.holds(from === who, `a message of a ${who} was taken as one of a ${from}`);
    // What a person types on our own pages may be a sentence; what a tab sends never.
    if (from === 'tab') trial.holds(!JSON.stringify(got).includes(SENTENCE), 'a sentence got in');
  }
  trial.holds(!('polluted' in {}) && Object.keys(Object.prototype).length === 0, 'a prototype was polluted');
}
