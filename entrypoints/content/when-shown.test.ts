// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { whenShown } from './when-shown';

const begin = vi.fn();
const go = (signal = new AbortController().signal) => whenShown(document, begin, signal);
const set = (prerendering: unknown) =>
  Object.defineProperty(document, 'prerendering', { value: prerendering, configurable: true });
const tell = () => document.dispatchEvent(new Event('prerenderingchange'));

afterEach(() => {
  begin.mockReset();
  Reflect.deleteProperty(document, 'prerendering');
});

describe('a page that is drawn ahead', () => {
  it('is begun with once it is shown, and once', () => {
    set(true);
    go();
    tell(); // made up by the page
    expect(begin).not.toHaveBeenCalled();
    set(false);
    tell();
    tell();
    expect(begin).toHaveBeenCalledOnce();
  });

  it('is not begun with where the extension went away meanwhile', () => {
    const stop = new AbortController();
    set(true);
    go(stop.signal);
    stop.abort();
    set(false);
    tell();
    expect(begin).not.toHaveBeenCalled();
  });
});

it.each([undefined, false, {}])('begins at once where the page is shown: %s', (prerendering) => {
  if (prerendering !== undefined) set(prerendering);
  go();
  expect(begin).toHaveBeenCalledOnce();
});
