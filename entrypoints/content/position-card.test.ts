// @vitest-environment happy-dom
// What is measured to place a card; where it then stands is in place-card.test.ts, and in a real browser in tests/e2e.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { positionCard } from './position-card';

const boxes = new Map<Element, { left: number; top: number; width: number; height: number }>();
const NONE = { left: 0, top: 0, width: 0, height: 0 };

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return (boxes.get(this) ?? NONE) as DOMRect;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  boxes.clear();
  document.body.replaceChildren();
});

it.each([
  ['in view are measured', 300, true],
  ['below the window are not measured', 4_000, false],
  ['above it are not measured', -900, false],
])('the words of a newest row %s', (_title, top, measured) => {
  document.body.innerHTML = '<main><p>words</p></main><div></div>';
  const [pane, row, host] = ['main', 'p', 'div'].map((name) => document.querySelector(name) as Element);
  if (!pane || !row || !host) throw new Error('nothing to measure');
  boxes.set(pane, { left: 200, top: -2_000, width: 800, height: 8_000 });
  boxes.set(row, { left: 200, top, width: 800, height: 40 });
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<div class="dock"><div class="card"></div></div>';
  const words = vi.spyOn(Range.prototype, 'getBoundingClientRect').mockReturnValue(NONE as DOMRect);
  positionCard(root, { pane, composer: null, newestRow: row, others: [] });
  expect(words.mock.calls.length > 0).toBe(measured);
});
