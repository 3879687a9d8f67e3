// @vitest-environment happy-dom
// The family page as it asks: what a PIN opened is drawn no longer than it stands, and no site is said to be read that is not.
import { act } from 'preact/test-utils';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { openPage } from '../../components/open-page';
import english from '../../locales/en.json';
import { allMatches } from '../../platforms/index';
import { createTranslator } from '../../utils/i18n';
import { DEFAULT_SETTINGS } from '../../utils/settings';

type Listener = (message: unknown) => void;
const { ask, listeners, contains } = vi.hoisted(() => ({
  ask: vi.fn(),
  listeners: [] as Listener[],
  contains: vi.fn(),
}));
vi.mock('../../utils/ask', () => ({ ask, PATIENCE_UNSEEN_MS: 30_000 }));
vi.mock('wxt/browser', () => ({
  browser: {
    permissions: { contains },
    extension: { isAllowedIncognitoAccess: async () => false },
    runtime: { onMessage: { addListener: (listener: Listener) => listeners.push(listener) } },
  },
}));
// Files share what was loaded: what stands in here must not stay for the next one.
afterAll(() => {
  vi.doUnmock('../../utils/ask');
  vi.doUnmock('wxt/browser');
});

const t = createTranslator(english, 'en');
const SINCE = 20_780;
const STATUS = { on: true, since: SINCE, hasPin: true, pending: false, audience: 'together' };
const WEEK = { week: '2026-W48', monday: SINCE, amounts: { notice: 'few', caution: 'none', danger: 'few' } };
let answers: Record<string, unknown>;
let opened = 0;

beforeEach(() => {
  listeners.length = 0;
  contains.mockReset().mockResolvedValue(true);
  answers = {
    'get-settings': { ...DEFAULT_SETTINGS, language: 'en' },
    'family-status': STATUS,
    'family-open': { ok: true, weeks: [WEEK], since: SINCE },
  };
  ask.mockReset().mockImplementation(async ({ type }: { type: string }) => answers[type]);
});

function open(): Promise<HTMLElement> {
  opened += 1;
  return openPage(() => import(/* @vite-ignore */ `./main?${opened}`), '#covers-title');
}

async function enterPin(app: HTMLElement): Promise<void> {
  const field = app.querySelector('#open-pin') as HTMLInputElement;
  await act(async () => {
    field.value = '314159';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(async () => {
    field.closest('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
  await vi.waitFor(() => expect(isLocked(app)).toBe(false));
}

const isLocked = (app: HTMLElement) => app.querySelector('#open-pin') !== null;

const tellOfChange = () =>
  act(async () => {
    for (const listener of listeners) listener({ type: 'settings-changed' });
  });

it('draws weeks no longer that were deleted in another tab', async () => {
  const app = await open();
  await enterPin(app);
  await tellOfChange();
  expect(isLocked(app)).toBe(false);
  answers['family-status'] = { ...STATUS, since: SINCE + 60 };
  await tellOfChange();
  await vi.waitFor(() => expect(isLocked(app)).toBe(true));
});

it('asks the browser for all sites at once, and for single ones only where it bars some', async () => {
  await open();
  const asked = new Set(contains.mock.calls.map(([{ origins }]) => origins));
  expect([...asked]).toEqual([allMatches]);
});

it('names the sites that the browser keeps it away from', async () => {
  contains.mockImplementation(async ({ origins }: { origins: string[] }) => !/discord/.test(origins.join()));
  const covers = (await open()).querySelector('#covers-title')?.parentElement?.textContent;
  expect(covers).toContain(t('family.covers.barred', { sites: 'Discord' }));
  expect(covers?.split('Discord')).toHaveLength(2);
});
