// @vitest-environment happy-dom
// When a shown card is placed anew: after the page was laid out, and only where something may have changed.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followPage, type PageFollower } from './follow-page';

/** Stands in for the browser's own: answers each new observation once the page is laid out. */
class Sizes {
  static all: Sizes[] = [];
  watched: Element[] = [];
  isDue = false;
  readonly #heard: () => void;
  constructor(heard: () => void) {
    this.#heard = heard;
    Sizes.all.push(this);
  }
  observe(element: Element): void {
    this.watched.push(element);
    this.isDue = true;
  }
  disconnect(): void {
    this.watched = [];
    this.isDue = false;
  }
  static layOut(): void {
    for (const sizes of Sizes.all.filter(({ isDue }) => isDue)) {
      sizes.isDue = false;
      sizes.#heard();
    }
  }
}

let follower: PageFollower;
const onResize = vi.fn();
const onScroll = vi.fn();
const pane = document.createElement('main');
const surface = document.createElement('div');

beforeEach(() => {
  Sizes.all = [];
  vi.stubGlobal('ResizeObserver', Sizes);
  follower = followPage({ document, surface, onResize, onScroll });
});

afterEach(() => {
  follower.stop();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

test('what is asked for many times is done once, when the page is laid out', () => {
  for (let time = 0; time < 5; time += 1) follower.placeSoon();
  expect(onResize).not.toHaveBeenCalled();
  Sizes.layOut();
  expect(onResize).toHaveBeenCalledTimes(1);
  Sizes.layOut();
  expect(onResize).toHaveBeenCalledTimes(1);
});

test('elements that are followed already are not observed anew', () => {
  follower.watch([pane, null]);
  Sizes.layOut();
  expect(onResize).toHaveBeenCalledTimes(1);
  follower.watch([pane, null]);
  Sizes.layOut();
  expect(onResize).toHaveBeenCalledTimes(1);
  follower.watch([pane, surface]);
  Sizes.layOut();
  expect(onResize).toHaveBeenCalledTimes(2);
});

test('a change of size asks for no other observation: the page would be told of it as an error', () => {
  follower.watch([pane]);
  Sizes.layOut();
  expect(Sizes.all.filter(({ isDue }) => isDue)).toEqual([]);
});

test('a scroll is heard once a frame', () => {
  document.dispatchEvent(new Event('scroll'));
  document.dispatchEvent(new Event('scroll'));
  Sizes.layOut();
  expect(onScroll).toHaveBeenCalledTimes(1);
  expect(onResize).not.toHaveBeenCalled();
});

test('nothing happens after the end', () => {
  follower.placeSoon();
  follower.stop();
  Sizes.layOut();
  follower.placeSoon();
  Sizes.layOut();
  expect(onResize).not.toHaveBeenCalled();
});
