// @vitest-environment happy-dom
// "Help fix a site" as a page: what is heard of a file that was saved.
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { contextIn } from '../help/testing';
import { FixSite } from './fix-site';
import type { FixSiteActions } from './fix-site-types';

const context = contextIn('en');
const SAVED = context.t('fix-site.save.saved');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function draw(save: FixSiteActions['save']): HTMLElement {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  const actions = { find: vi.fn(), make: vi.fn(), discard: vi.fn(), leave: vi.fn(), save };
  const copy = { adapter: 'discord', html: '<p>xxx</p>', cut: false };
  act(() => render(<FixSite {...{ pages: [], copy, familyOn: false, context, actions }} />, root));
  return root;
}

const said = (root: Element) => root.querySelector('[aria-labelledby=look-title] [role=status]')?.textContent;
const press = (root: Element) =>
  act(async () => root.querySelector<HTMLElement>('[aria-labelledby=look-title] .button-main')?.click());
const wait = () => act(async () => void (await vi.advanceTimersByTimeAsync(1_000)));

it('says of every copy that is saved that it was, the second one too', async () => {
  const root = draw(() => true);
  await press(root);
  await wait();
  expect(said(root)).toBe(SAVED);
  await press(root);
  expect(said(root)).toBe(''); // what says the same without a gap is not read out
  await wait();
  expect(said(root)).toBe(SAVED);
});

it('says that nothing was saved where there was nothing to save', async () => {
  const root = draw(() => false);
  await press(root);
  await wait();
  expect(said(root)).toBe(context.t('page.not-done'));
});
