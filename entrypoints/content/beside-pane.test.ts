// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { isPartBeside } from './beside-pane';

const VIEWPORT = { width: 1280, height: 720 };
const RECT = { left: 380, top: 0, width: 500, height: 720 };
const prototype = Document.prototype as { elementsFromPoint?: unknown };
const own = prototype.elementsFromPoint;

afterEach(() => {
  prototype.elementsFromPoint = own;
});

/** What a look at any point beside the pane meets, from front to back, by its id. */
function look(hits: string, { rtl = false } = {}): boolean {
  document.body.innerHTML =
    '<div id="site"><main id="pane"><p id="row"></p></main><aside id="details"></aside></div><i id="host"></i>';
  const element = (id: string) => document.getElementById(id) as HTMLElement;
  prototype.elementsFromPoint = () => hits.split(' ').map(element);
  return isPartBeside(element('pane'), RECT, { viewport: VIEWPORT, rtl, host: element('host') });
}

it('is a part that the pane does not stand in', () => {
  expect(look('details site')).toBe(true);
  expect(look('host details site'), 'below our own card').toBe(true);
});

it('is no margin of what the pane stands in', () => {
  expect(look('site')).toBe(false);
  expect(look('host site')).toBe(false);
});

it('is looked for at the outer side alone, within the window', () => {
  const asked: number[] = [];
  look('site');
  prototype.elementsFromPoint = (x: number) => {
    asked.push(x);
    return [];
  };
  const pane = document.getElementById('pane') as HTMLElement;
  const at = (rect: typeof RECT, rtl: boolean) =>
    isPartBeside(pane, rect, { viewport: VIEWPORT, rtl, host: document.body });
  at(RECT, false);
  at(RECT, true);
  expect([...new Set(asked)]).toEqual([1048, 212]);
  asked.length = 0;
  at({ ...RECT, width: 900 }, false);
  expect(asked).toEqual([]);
});

it('is looked for in the pane’s own shadow root', () => {
  document.body.innerHTML = '<div id="outer"></div>';
  const outer = document.getElementById('outer') as HTMLElement;
  const root = outer.attachShadow({ mode: 'open' });
  root.innerHTML = '<main></main><aside></aside>';
  const [pane, details] = [...root.children] as [Element, Element];
  const shadow = ShadowRoot.prototype as unknown as { elementsFromPoint?: unknown };
  const before = shadow.elementsFromPoint;
  let hits: Element[] = [outer];
  shadow.elementsFromPoint = () => hits;
  const isPart = () => isPartBeside(pane, RECT, { viewport: VIEWPORT, rtl: false, host: document.body });
  expect(isPart()).toBe(false);
  hits = [details, outer];
  expect(isPart()).toBe(true);
  shadow.elementsFromPoint = before;
});
