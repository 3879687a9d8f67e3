// @vitest-environment happy-dom
// The note as it is wired: what is copied, printed and saved says no more than the form shows.
import { act } from 'preact/test-utils';
import { afterAll, expect, it, vi } from 'vitest';
import { openPage } from '../../components/open-page';
import { DEFAULT_SETTINGS } from '../../utils/settings';

const { ask } = vi.hoisted(() => ({ ask: vi.fn() }));
vi.mock('../../utils/ask', () => ({ ask, askTab: vi.fn(), PATIENCE_UNSEEN_MS: 30_000 }));
vi.mock('wxt/browser', () => ({
  browser: { tabs: { query: async () => [] }, runtime: { onMessage: { addListener: () => {} } } },
}));
// Files share what was loaded: what stands in here must not stay for the next one.
afterAll(() => {
  vi.doUnmock('../../utils/ask');
  vi.doUnmock('wxt/browser');
});

it('a country that was corrected stands in the note no longer', async () => {
  const answers: Record<string, unknown> = {
    'get-settings': { ...DEFAULT_SETTINGS, language: 'en', country: 'US' },
    'family-status': { on: false },
  };
  ask.mockImplementation(async ({ type }: { type: string }) => answers[type]);
  const app = await openPage(() => import('./main'), 'input[name="country"]');
  const box = () => app.querySelector('input[name="country"]') as HTMLInputElement;
  await act(async () => box().click());
  const sheet = () => app.querySelector('.sheet-page')?.textContent ?? '';
  await vi.waitFor(() => expect(sheet()).toContain('United States'));

  const choices = [...app.querySelectorAll('select')];
  const country = choices.find(({ options }) => [...options].some(({ value }) => value === 'KH'));
  await act(async () => {
    if (country) country.value = 'KH';
    country?.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await vi.waitFor(() => expect(box().closest('label')?.textContent).toContain('Cambodia'));
  expect(box().checked).toBe(false);
  expect(sheet()).not.toContain('United States');
});
