// Which language a page of ours is written in, also where the background is dead and storage with it.
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Language } from './settings';
import { SETTINGS } from './storage-kinds';
import { pageLanguage } from './storage-language';

const { get } = vi.hoisted(() => ({ get: vi.fn() }));
vi.mock('wxt/browser', () => ({ browser: { storage: { local: { get } } } }));
// Files share what was loaded: what stands in here must not stay for the next one.
afterAll(() => void vi.doUnmock('wxt/browser'));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { languages: ['en-US'] });
  get.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const holding = (settings: unknown) => get.mockResolvedValue({ [SETTINGS.key]: settings });

it('is what the background answers, and then storage is not looked at', async () => {
  holding({ ...DEFAULT_SETTINGS, language: 'en' });
  expect(await pageLanguage({ language: 'km' })).toBe('km');
  expect(await pageLanguage({ language: null })).toBe('en');
  expect(get).not.toHaveBeenCalled();
});

it('is what was chosen where the background gives no answer, and nothing else of storage is read', async () => {
  holding({ ...DEFAULT_SETTINGS, language: 'km' });
  expect(await pageLanguage(undefined)).toBe('km');
  expect(get.mock.calls).toEqual([[SETTINGS.key]]);
});

it.each([
  ['nothing', undefined],
  ['no choice', DEFAULT_SETTINGS],
  ['a language that we lack', { ...DEFAULT_SETTINGS, language: 'xx' as Language }],
  ['no settings at all', 'km'],
])('is the browser’s where storage holds %s', async (_title, settings) => {
  holding(settings);
  expect(await pageLanguage(undefined)).toBe('en');
});

it('is the browser’s where storage fails, or says nothing for half a second', async () => {
  get.mockRejectedValue(new Error('broken'));
  expect(await pageLanguage(undefined)).toBe('en');
  get.mockReturnValue(new Promise(() => {}));
  const language = pageLanguage(undefined);
  await vi.advanceTimersByTimeAsync(500);
  expect(await language).toBe('en');
});
