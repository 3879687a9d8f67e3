// @vitest-environment happy-dom
// The options beside a worker that is slow to start: what it says late is shown all the same.
import { act } from 'preact/test-utils';
import { afterAll, expect, it, vi } from 'vitest';
import { contextIn } from '../../components/help/testing';
import { openPage } from '../../components/open-page';
import { DEFAULT_SETTINGS } from '../../utils/settings';
import { STORED_KINDS } from '../../utils/stored-kinds';

const { ask } = vi.hoisted(() => ({ ask: vi.fn() }));
vi.mock('../../utils/ask', () => ({ ask, PATIENCE_UNSEEN_MS: 30_000, PATIENCE_WITH_DEEDS_MS: 5_000 }));
vi.mock('../../utils/on-settings-changed', () => ({
  onSettingsChanged: (listener: () => void) => listener(),
}));
vi.mock('wxt/browser', () => ({ browser: {} }));
// Files share what was loaded: what stands in here must not stay for the next one.
afterAll(() => {
  for (const path of ['../../utils/ask', '../../utils/on-settings-changed', 'wxt/browser']) vi.doUnmock(path);
});

const counts = Object.fromEntries([...STORED_KINDS, 'other'].map((kind) => [kind, 0]));
const ANSWERS: Readonly<Record<string, unknown>> = {
  'get-settings': DEFAULT_SETTINGS,
  'family-status': { on: false, since: null, hasPin: false, pending: false, audience: 'teen' },
  'get-policy': { managed: false, by: null, contact: null, locked: [], preset: [], problems: [] },
  snoozes: { count: 0 },
  'stored-overview': { settings: DEFAULT_SETTINGS, counts },
};
const FAILED = contextIn('en').t('page.no-answer');

/** Opens the page; whatever is of these types is answered only to who waits, and once `wake` is called. */
async function openLate(name: string, types: readonly string[]): Promise<{ app: HTMLElement; wake(): void }> {
  let wake = () => {};
  const awake = new Promise<void>((resolve) => {
    wake = resolve;
  });
  ask.mockImplementation(async ({ type }: { type: string }, patience?: number) => {
    if (types.includes(type)) {
      if (patience === undefined) return undefined;
      await awake;
    }
    return ANSWERS[type];
  });
  const app = await openPage(() => import(/* @vite-ignore */ `./main?${name}`), '[role=status]');
  await vi.waitFor(() => expect(app.textContent).toContain(FAILED));
  return { app, wake };
}

it.each([
  ['settings', ['get-settings']],
  ['overview', ['stored-overview']],
])('shows late what came late: %s', async (name, types) => {
  const { app, wake } = await openLate(name, types);
  await act(async () => wake());
  await vi.waitFor(() => expect(app.querySelector('[aria-labelledby=stored-title] table')).not.toBeNull());
  expect(app.textContent).not.toContain(FAILED);
});
