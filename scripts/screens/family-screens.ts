// The family view in each of its states.
import type { Page } from '@playwright/test';
import { weekOf } from '../../utils/week';
import type { Screen } from './screens';

const DAY_MS = 24 * 60 * 60 * 1000;
const TODAY = Math.floor(Date.now() / DAY_MS);

/** Warnings of some weeks ago: notice, caution, danger. */
const COUNTED: readonly (readonly [number, number, number, number])[] = [
  [3, 2, 0, 0],
  [4, 0, 5, 1],
  [6, 6, 2, 0],
  [9, 1, 0, 5],
];

const COUNTS = {
  version: 1,
  weeks: Object.fromEntries(
    COUNTED.map(([ago, notice, caution, danger]) => [weekOf(TODAY - 7 * ago), { notice, caution, danger }]),
  ),
};

/** A browser that lets Porchlight read all its sites but two. */
function barSome(): void {
  const { chrome } = globalThis as unknown as { chrome: { permissions: { contains: unknown } } };
  chrome.permissions.contains = async ({ origins }: { readonly origins: readonly string[] }) =>
    !origins.some((origin) => /discord|telegram/.test(origin));
}

export function familyScreens(pin: unknown, digits: string): readonly Screen[] {
  const on = (days: number) => ({
    family: { version: 1, on: true, since: TODAY - days },
    pin,
    counts: COUNTS,
  });
  const pending = { pending: { version: 1, pending: true } };
  const address = '/family.html';
  const type = async (page: Page, typed: string) => {
    await page.locator('#open-pin').fill(typed);
    await page.locator('#open-pin').press('Enter');
  };
  const open = async (page: Page) => {
    await type(page, digits);
    await page.locator('#open-pin').waitFor({ state: 'detached' });
  };
  return [
    { name: 'family-off', address },
    { name: 'family-locked', address, items: on(90) },
    {
      name: 'family-example',
      address,
      items: on(90),
      act: (page) => page.locator('section[aria-labelledby=weeks-title] summary').first().click(),
    },
    {
      name: 'family-wrong-pin',
      address,
      items: { ...on(90), pin: { ...(pin as object), wrong: 9 } },
      async act(page) {
        await type(page, '000000');
        await page.getByRole('alert').waitFor();
      },
    },
    {
      name: 'family-forgot',
      address,
      items: on(90),
      act: (page) => page.locator('section[aria-labelledby=weeks-title] .button-danger').click(),
    },
    { name: 'family-no-pin', address, items: { ...on(90), pin: undefined } },
    { name: 'family-open', address, items: on(90), act: open },
    {
      name: 'family-open-barred',
      address,
      items: on(90),
      settings: { offServices: ['tiktok'] },
      before: barSome,
      act: open,
    },
    { name: 'family-open-empty', address, items: on(3), act: open },
    { name: 'family-pending', address, items: { ...on(90), ...pending }, settings: { audience: 'parent' } },
    {
      name: 'family-pending-no-pin',
      address,
      items: { ...on(90), ...pending, pin: undefined },
      settings: { audience: 'parent' },
    },
    { name: 'family-no-answer', address, before: giveNoAnswer },
  ];
}

/** In the page: the background is dead. */
export function giveNoAnswer(): void {
  const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage: unknown } } };
  chrome.runtime.sendMessage = () => Promise.reject(new Error('no worker'));
}
