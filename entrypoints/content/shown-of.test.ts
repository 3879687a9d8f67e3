// @vitest-environment happy-dom
// What a row shows is measured by its words and pictures; boxes are given, since nothing is laid out here.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Rect } from './rect';
import { shownOf } from './shown-of';

const boxes = new Map<Node, Rect>();
const ROW: Rect = { left: 300, top: 500, width: 900, height: 60 };
const domRect = (rect: Rect = { left: 0, top: 0, width: 0, height: 0 }) => rect as DOMRect;

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return domRect(boxes.get(this));
  });
  vi.spyOn(Range.prototype, 'getBoundingClientRect').mockImplementation(function (this: Range) {
    return domRect(boxes.get(this.startContainer));
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  boxes.clear();
  document.body.replaceChildren();
});

function row(html: string): HTMLElement {
  const element = document.createElement('div');
  element.innerHTML = html;
  boxes.set(element, ROW);
  return document.body.appendChild(element);
}

/** Gives the words in the elements of a selector, or a picture, a box. */
function put(within: ParentNode, selector: string, box: Rect): void {
  const element = within.querySelector(selector) as Element;
  boxes.set(element.firstChild ?? element, box);
}

it('is the box around words and pictures with the padding of a bubble, never more than the row', () => {
  const one = row('<div><p>words</p> <img><span>12:00</span></div>');
  put(one, 'p', { left: 320, top: 502, width: 200, height: 20 });
  put(one, 'img', { left: 360, top: 524, width: 40, height: 30 });
  put(one, 'span', { left: 540, top: 530, width: 30, height: 12 });
  expect(shownOf(one)).toEqual({ left: 312, top: 500, width: 266, height: 60 });
});

it('leaves out what has no box', () => {
  const one = row('<p>words</p><span>hidden</span>');
  put(one, 'p', { left: 320, top: 510, width: 200, height: 20 });
  expect(shownOf(one)).toEqual({ left: 312, top: 502, width: 216, height: 36 });
});

it('leaves out words for screen readers alone', () => {
  const one = row('<p>words</p><h5>You sent</h5>');
  put(one, 'p', { left: 900, top: 510, width: 200, height: 20 });
  put(one, 'h5', { left: 300, top: 510, width: 60, height: 20 });
  boxes.set(one.querySelector('h5') as Element, { left: 300, top: 510, width: 1, height: 1 });
  expect(shownOf(one)).toEqual({ left: 892, top: 502, width: 216, height: 36 });
});

it('finds words in an open shadow root', () => {
  const one = row('');
  const root = one.attachShadow({ mode: 'open' });
  root.innerHTML = '<p>words</p>';
  put(root, 'p', { left: 320, top: 510, width: 200, height: 20 });
  expect(shownOf(one)).toEqual({ left: 312, top: 502, width: 216, height: 36 });
});

it.each([
  ['nothing that is known to be seen', '<svg></svg>'],
  ['more than is measured', '<p>words</p>'.repeat(300)],
])('is the whole row where it holds %s', (_, html) => {
  const one = row(html);
  if (one.querySelector('p')) put(one, 'p', { left: 320, top: 510, width: 200, height: 20 });
  expect(shownOf(one)).toEqual(ROW);
});

it('is nothing where there is no row, or it has left the page', () => {
  const one = row('<p>words</p>');
  one.remove();
  expect(shownOf(one)).toBeNull();
  expect(shownOf(null)).toBeNull();
});

it('measures on where a form in the row hides its functions by the names of its fields', () => {
  const one = row('<form><p>words</p></form>');
  for (const name of ['matches', 'nodeType', 'getBoundingClientRect'])
    Object.defineProperty(one.firstChild, name, { value: document.createElement('input') });
  put(one, 'p', { left: 320, top: 502, width: 200, height: 20 });
  expect(shownOf(one)).toEqual({ left: 312, top: 500, width: 216, height: 30 });
});
