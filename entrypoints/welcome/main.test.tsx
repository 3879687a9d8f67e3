// @vitest-environment happy-dom
// The welcome as it asks: what is chosen in its first step decides what its third one offers.
import { act } from 'preact/test-utils';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { openPage } from '../../components/open-page';
import { DEFAULT_SETTINGS } from '../../utils/settings';

const { ask, listeners } = vi.hoisted(() => ({ ask: vi.fn(), listeners: [] as (() => void)[] }));
vi.mock('../../utils/ask', () => ({ ask, PATIENCE_UNSEEN_MS: 30_000 }));
vi.mock('../../utils/on-settings-changed', () => ({
  followSettings() {},
  onSettingsChanged: (listener: () => void) => listeners.push(listener),
}));
vi.mock('wxt/browser', () => ({ browser: {} }));
// Files share what was loaded: what stands in here must not stay for the next one.
afterAll(() => {
  for (const path of ['../../utils/ask', '../../utils/on-settings-changed', 'wxt/browser']) vi.doUnmock(path);
});
afterEach(() => {
  vi.restoreAllMocks();
  history.replaceState(null, '', location.pathname);
});

const NEW = { on: false, since: null, hasPin: false, pending: false, audience: null };
const submit = (app: HTMLElement) =>
  act(async () => {
    app.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve));
  });

it('offers the country of the language that was just chosen, where the clock is a neighbour’s too', async () => {
  const { resolvedOptions } = Intl.DateTimeFormat.prototype;
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockImplementation(function (
    this: Intl.DateTimeFormat,
  ) {
    return { ...resolvedOptions.call(this), timeZone: 'Asia/Bangkok' };
  });
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-US', 'en']);
  const answers: Record<string, unknown> = {
    'get-settings': { ...DEFAULT_SETTINGS, audience: 'teen' },
    'family-status': NEW,
    'set-settings': DEFAULT_SETTINGS,
  };
  ask.mockImplementation(async ({ type }: { type: string }) => answers[type]);
  const app = await openPage(() => import('./main'), 'select');
  const select = () => app.querySelector('select') as HTMLSelectElement;
  await act(async () => {
    select().value = 'km';
    select().dispatchEvent(new Event('change', { bubbles: true }));
  });
  await vi.waitFor(() => expect(document.documentElement.lang).toBe('km'));
  await submit(app);
  await submit(app);
  expect(select().value).toBe('KH');
  await submit(app);
  expect(ask).toHaveBeenCalledWith({ type: 'set-settings', change: { country: 'KH' } });
});

it('asks for no PIN any more once another welcome has switched the family view on', async () => {
  const answers: Record<string, unknown> = {
    'get-settings': { ...DEFAULT_SETTINGS, audience: 'parent' },
    'family-status': NEW,
  };
  ask.mockImplementation(async ({ type }: { type: string }) => answers[type]);
  const second = './main?second';
  const app = await openPage(() => import(/* @vite-ignore */ second), 'form');
  const offers = () => app.querySelector('input[name="family"]') !== null;
  for (let step = 0; step < 3; step += 1) await submit(app);
  expect(offers()).toBe(true);
  answers['family-status'] = { ...NEW, on: true, hasPin: true, audience: 'parent' };
  await act(async () => listeners.at(-1)?.());
  await vi.waitFor(() => expect(offers()).toBe(false));
  expect(document.activeElement?.id).toBe('step-title');
});

it('stays at its step where the way to the content is taken, and on the way back', async () => {
  ask.mockImplementation(
    async ({ type }: { type: string }) =>
      ({ 'get-settings': { ...DEFAULT_SETTINGS, audience: 'teen' }, 'family-status': NEW })[type],
  );
  const third = './main?third';
  const app = await openPage(() => import(/* @vite-ignore */ third), 'form');
  await submit(app);
  const title = app.querySelector('#step-title')?.textContent;
  // As a browser does at a press of the link.
  history.pushState(null, '', '#content');
  await act(async () => {
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
    dispatchEvent(new Event('hashchange'));
  });
  expect(app.querySelector('#step-title')?.textContent).toBe(title);
  expect(history.state).toHaveProperty('step');
});
