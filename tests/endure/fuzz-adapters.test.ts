// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterAll, beforeAll, test, vi } from 'vitest';
import type { Adapter } from '../../page/adapter';
import { adapters } from '../../platforms/index';
import { createTrial, type Trial } from '../../scripts/endure/trial';
import { chatPages } from '../platforms/fixture-pages';
import { showPage } from '../platforms/page';
import { FUZZ_TIMEOUT, fuzzOptions } from './fuzz-options';

/** Longest text that is read from a row (page/read-text.ts). */
const LONGEST = 10_000;

/** One thing done to a page: to the element at `at` (a share of all), with a value out of the page's own or out of nowhere. */
type Blow = { readonly kind: string; readonly at: number; readonly to: number; readonly value: string };

const BLOWS: Readonly<Record<string, (element: Element, other: Element, value: string) => void>> = {
  remove: (element) => element.remove(),
  empty: (element) => element.replaceChildren(),
  unwrap: (element) => element.replaceWith(...element.childNodes),
  copy: (element) => void element.after(element.cloneNode(true)),
  move: (element, other) => {
    if (!element.contains(other)) other.append(element);
  },
  unname: (element) => {
    for (const { name } of [...element.attributes]) element.removeAttribute(name);
  },
  spoil: (element, _, value) => {
    for (const { name } of [...element.attributes]) if (name !== 'class') element.setAttribute(name, value);
  },
  dress: (element, other) => {
    for (const { name, value } of [...other.attributes]) element.setAttribute(name, value);
  },
  say: (element, _, value) => void element.append(value),
};

const anyBlow = (): fc.Arbitrary<Blow> =>
  fc.record({
    kind: fc.constantFrom(...Object.keys(BLOWS)),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    to: fc.double({ min: 0, max: 0.999, noNaN: true }),
    value: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '',
        '0',
        '-1',
        '1e999',
        'NaN',
        '%',
        '__proto__',
        '5550001111',
        '99999999999999999999',
        '25:61',
        '٣',
        '3 months ago',
      ),
      fc.constant('x'.repeat(50_000)),
    ),
  });

/** Addresses that a page can give itself without being loaded anew. */
const HASHES = [
  '',
  '#',
  '#%',
  '#%E0%A4%A',
  '#?p=',
  '#@a',
  '#-',
  '#1_2',
  '#__proto__',
  `#${'9'.repeat(400)}`,
  '#/im?p=u1',
];

/** The real one, before the timers are false. */
const realImmediate = setImmediate;
/**
 * What the imitation of a DOM holds by weak references is let go of at the end of a turn alone, and some minutes of pages in
 * one turn are more than memory holds.
 */
const endTurn = () => new Promise<void>((resolve) => realImmediate(() => resolve()));

beforeAll(() => {
  vi.useFakeTimers({ now: new Date(2026, 10, 25, 12) });
});
afterAll(() => {
  vi.useRealTimers();
});

const pages = chatPages();

test('no page, however mangled, makes an adapter throw or say what cannot be', {
  timeout: FUZZ_TIMEOUT,
}, async () => {
  const trial = createTrial('fuzz-adapters');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...pages),
      fc.array(anyBlow(), { minLength: 1, maxLength: 8 }),
      fc.option(fc.constantFrom(...HASHES)),
      async ({ html, expected }, blows, hash) => {
        await endTurn();
        trial.input();
        showPage(html);
        for (const blow of blows) strike(blow);
        const url = new URL(expected.url);
        if (hash !== null) url.hash = hash;
        for (const adapter of adapters) readAll(trial, adapter, url);
      },
    ),
    fuzzOptions({ short: 250, full: 2_500 }),
  );
  document.body.replaceChildren();
  trial.end();
});

function strike({ kind, at, to, value }: Blow): void {
  const all = [...document.body.querySelectorAll('*')];
  const [element, other] = [all[Math.floor(at * all.length)], all[Math.floor(to * all.length)]];
  if (element && other) BLOWS[kind]?.(element, other, value);
}

/** Everything that the watcher asks of an adapter. */
function readAll(trial: Trial, adapter: Adapter, url: URL): void {
  const asks = <T>(step: string, call: () => T): T | null => {
    try {
      return call();
    } catch (error) {
      trial.holds(
        false,
        `${adapter.id}: ${step} throws ${error instanceof Error ? error.name : 'something'}`,
      );
      return null;
    }
  };
  const covers = asks('covers', () => adapter.covers(url));
  asks('expectsConversation', () => adapter.expectsConversation(url, document));
  if (!covers) return;
  asks('requests', () => adapter.requests?.(document, url));
  const conversation = asks('open', () => adapter.open(document, url));
  if (!conversation) return;
  trial.holds(conversation.peer !== '', `${adapter.id}: a conversation with nobody`);
  asks('facts', () => adapter.facts?.(document, conversation));
  for (const row of [...conversation.list.querySelectorAll(adapter.row)].slice(0, 50)) {
    const reading = asks('read', () => adapter.read(row, conversation));
    if (!reading) continue;
    const { id, text, speaker, at } = reading;
    trial.holds(id !== '' && id.length <= LONGEST, `${adapter.id}: a row without an id`);
    trial.holds(text.length <= LONGEST, `${adapter.id}: a text without end`);
    trial.holds(['self', 'other', 'unknown'].includes(speaker), `${adapter.id}: a strange speaker`);
    trial.holds(at === null || Number.isFinite(at), `${adapter.id}: a time that is no number`);
  }
}
