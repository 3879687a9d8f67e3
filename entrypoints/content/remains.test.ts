// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { createHostFrame } from './host-frame';
import { clearRemains } from './remains';

/** As Firefox shows closed roots to an extension; every other browser knows no such property. */
function lookInto(element: Element, root: ShadowRoot): void {
  Object.assign(element, { openOrClosedShadowRoot: root });
}

const end = new AbortController();
const frame = createHostFrame({
  ...{ document, language: 'en', direction: 'ltr', signal: end.signal },
  ...{ onEscape: () => {}, onEvicted: () => {} },
});
const theirs = document.createElement('div');

afterEach(() => {
  end.abort();
  frame.close(); // or it would put its element back
  theirs.remove();
});

it('takes away the card of a script that ended, and nothing of the page', () => {
  const mount = frame.open();
  const ours = document.documentElement.lastElementChild;
  lookInto(theirs, theirs.attachShadow({ mode: 'closed' }));
  document.documentElement.append(theirs);
  if (mount === null || ours === null) throw new Error('nothing was put up');

  clearRemains(document);
  expect(ours.isConnected).toBe(true); // a browser that shows no closed roots

  lookInto(ours, mount.root);
  clearRemains(document);
  expect(ours.isConnected).toBe(false);
  expect([...document.documentElement.children]).toEqual([document.head, document.body, theirs]);
});
