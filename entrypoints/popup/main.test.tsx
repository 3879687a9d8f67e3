// @vitest-environment happy-dom
// The popup as it asks: what answers is drawn, whatever does not; and what could not be kept takes nothing away.
import { act } from 'preact/test-utils';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openPage } from '../../components/open-page';
import english from '../../locales/en.json';
import { createTranslator } from '../../utils/i18n';
import { DEFAULT_SETTINGS } from '../../utils/settings';
import type { TabReport } from '../../utils/tab-messages';

const { ask, askTab } = vi.hoisted(() => ({ ask: vi.fn(), askTab: vi.fn() }));
vi.mock('../../utils/ask', () => ({ ask, askTab, PATIENCE_WITH_DEEDS_MS: 5_000 }));
vi.mock('wxt/browser', () => ({
  browser: { tabs: { query: async () => [{ id: 5 }] }, permissions: { contains: async () => true } },
}));
// Files share what was loaded: what stands in here must not stay for the next one.
afterAll(() => {
  vi.doUnmock('../../utils/ask');
  vi.doUnmock('wxt/browser');
});

const t = createTranslator(english, 'en');
const REPORT: TabReport = {
  ...{ state: 'reading', why: null, level: 'danger', who: 'person', past: false, crisis: false },
  adapter: { id: 'telegram-k', name: 'Telegram Web K', seenLive: null },
  seen: [{ signal: 'threat.publish', stage: 'threat', count: 1, lastDay: 20_781 }],
  ...{ facts: [], requests: 0 },
  ...{ snoozedUntil: null, failedPacks: [], memoryFailed: false },
};
const SETTINGS = { ...DEFAULT_SETTINGS, language: 'en', country: 'KH' } as const;
const never = () => new Promise<never>(() => {});

/** What the background answers, by the message; undefined stands for no answer in time, a promise for one to come. */
let answers: Record<string, unknown>;
let opened = 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  answers = { 'get-settings': SETTINGS };
  ask.mockReset().mockImplementation(async ({ type }: { type: string }) => answers[type]);
  askTab.mockReset().mockResolvedValue(REPORT);
});
afterEach(() => void vi.useRealTimers());

/** A popup of its own each time: nothing of the last one is left. */
function open(): Promise<HTMLElement> {
  opened += 1;
  return openPage(() => import(/* @vite-ignore */ `./main?${opened}`), 'h1');
}

it('draws the tab as soon as it answers, beside a background that says nothing more', async () => {
  for (const type of ['get-policy', 'family-status', 'storage-health']) answers[type] = never();
  const app = await open();
  await vi.waitFor(() => expect(app.textContent).toContain(t('card.danger.images.heading')));
});

it('keeps the choices and the country where a change is not kept, and says so', async () => {
  const app = await open();
  const country = () => app.querySelector('select') as HTMLSelectElement;
  expect(country().value).toBe('KH');
  answers['set-settings'] = undefined;
  await act(async () => {
    country().value = 'VN';
    country().dispatchEvent(new Event('change', { bubbles: true }));
  });
  await vi.waitFor(() => expect(app.textContent).toContain(t('page.not-saved')));
  expect(country().value).toBe('KH');
  expect(app.textContent).toContain(t('help.title-in', { country: 'Cambodia' }));
  expect(app.textContent).not.toContain(t('popup.notes.settings'));
});

it('takes over what was kept', async () => {
  const app = await open();
  const country = app.querySelector('select') as HTMLSelectElement;
  answers['set-settings'] = { ...SETTINGS, country: 'VN' };
  await act(async () => {
    country.value = 'VN';
    country.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await vi.waitFor(() => expect(app.textContent).toContain(t('help.title-in', { country: 'Vietnam' })));
  expect(app.textContent).not.toContain(t('page.not-saved'));
});

it('saves no choice of sites where only the pause is ended', async () => {
  answers['get-settings'] = { ...SETTINGS, paused: true, offServices: ['discord'] };
  answers['set-settings'] = SETTINGS;
  askTab.mockResolvedValue({ ...REPORT, state: 'paused', level: 'calm', seen: [] });
  const app = await open();
  const button = () =>
    [...app.querySelectorAll('button')].find(({ textContent }) => textContent === t('popup.paused.resume'));
  await vi.waitFor(() => expect(button()).toBeDefined());
  await act(async () => button()?.click());
  await vi.waitFor(() =>
    expect(ask).toHaveBeenCalledWith({ type: 'set-settings', change: { paused: false } }),
  );
});
