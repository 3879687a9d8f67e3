// How pages of ours ask: an answer, or a word for none in time, and never a throw.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ask, askTab } from './ask';

const { toBackground, toTab } = vi.hoisted(() => ({ toBackground: vi.fn(), toTab: vi.fn() }));
vi.mock('wxt/browser', () => ({
  browser: { runtime: { sendMessage: toBackground }, tabs: { sendMessage: toTab } },
}));
const never = () => new Promise(() => {});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What an answer is after so many milliseconds, or 'waiting'. */
async function after(ms: number, answer: Promise<unknown>): Promise<unknown> {
  const late = new Promise((resolve) => setTimeout(resolve, ms, 'waiting'));
  const first = Promise.race([answer, late]);
  await vi.advanceTimersByTimeAsync(ms);
  return first;
}

it('the background’s answer is handed on, null too', async () => {
  toBackground.mockResolvedValueOnce({ count: 2 }).mockResolvedValueOnce(null);
  expect(await ask({ type: 'snoozes' })).toEqual({ count: 2 });
  expect(await ask({ type: 'forget' })).toBeNull();
});

it('a background that is gone or silent answers undefined; one that hashes a PIN is waited for longer', async () => {
  toBackground.mockRejectedValueOnce(new Error('gone'));
  expect(await ask({ type: 'snoozes' })).toBeUndefined();
  toBackground.mockImplementation(never);
  expect(await after(1_501, ask({ type: 'snoozes' }))).toBeUndefined();
  expect(await after(4_500, ask({ type: 'snoozes' }, 5_000))).toBe('waiting');
  expect(await after(14_000, ask({ type: 'family-open', pin: '314159' }))).toBe('waiting');
  expect(await after(15_001, ask({ type: 'family-open', pin: '314159' }))).toBeUndefined();
});

it('what a person did is waited for longer than what a page is drawn with', async () => {
  toBackground.mockImplementation(never);
  for (const deed of [
    { type: 'set-settings', change: { paused: true } },
    { type: 'set-trusted-adult', adult: null },
    { type: 'import-settings', text: '' },
    { type: 'forget' },
    { type: 'end-snoozes' },
    { type: 'reset-family' },
  ] as const) {
    expect(await after(4_500, ask(deed)), deed.type).toBe('waiting');
    expect(await after(5_001, ask(deed)), deed.type).toBeUndefined();
  }
});

it('a tab that has no script of ours, says nothing or is silent answers null', async () => {
  toTab
    .mockResolvedValueOnce('report')
    .mockResolvedValueOnce(undefined)
    .mockRejectedValueOnce(new Error('none'));
  const report = () => askTab(5, { type: 'report' });
  expect([await report(), await report(), await report()]).toEqual(['report', null, null]);
  expect(toTab).toHaveBeenCalledWith(5, { type: 'report' });
  toTab.mockImplementation(never);
  expect(await after(1_501, report())).toBeNull();
  expect(
    await after(
      9_000,
      askTab(5, { type: 'structure', words: { sites: '', names: '', frequent: '' } }, 10_000),
    ),
  ).toBe('waiting');
  expect(
    await after(
      10_001,
      askTab(5, { type: 'structure', words: { sites: '', names: '', frequent: '' } }, 10_000),
    ),
  ).toBeNull();
});
