// @vitest-environment happy-dom
// The welcome as it asks: what is chosen in its first step decides what its third one offers.
import { act } from 'preact/test-utils';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { openPage } from '../../components/open-page';
import { DEFAULT_SETTINGS } from '../../utils/settings';

const ask = vi.hoisted(() => vi.fn());
vi.mock('../../utils/ask', () => ({ ask, PATIENCE_UNSEEN_MS: 30_000 }));
vi.mock('../../utils/on-settings-changed', () => ({ followSettings() {}, onSettingsChanged() {} }));
vi.mock('wxt/browser', () => ({ browser: {} }));
// Files share what was loaded: what stands in here must not stay for the next one.
afterAll(() => {
  for (const path of ['../../utils/ask', '../../utils/on-settings-changed', 'wxt/browser']) vi.doUnmock(path);
});
afterEach(() => void vi.restoreAllMocks());

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
    'family-status': { on: false, since: null, hasPin: false, pending: false, audience: null },
    'set-settings': DEFAULT_SETTINGS,
  };
  ask.mockImplementation(async ({ type }: { type: string }) => answers[type]);
  const app = await openPage(() => import('./main'), 'select');
  const select = () => app.querySelector('select') as HTMLSelectElement;
  const next = () =>
    act(async () => {
      app.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
      await new Promise((resolve) => setTimeout(resolve));
    });

  await act(async () => {
    select().value = 'km';
    select().dispatchEvent(new Event('change', { bubbles: true }));
  });
  await vi.waitFor(() => expect(document.documentElement.lang).toBe('km'));
  await next();
  await next();
  expect(select().value).toBe('KH');
  await next();
  expect(ask).toHaveBeenCalledWith({ type: 'set-settings', change: { country: 'KH' } });
});
