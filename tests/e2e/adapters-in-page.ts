// The adapters in pages of a real browser, without the extension: what they read can be compared word for word.
import path from 'node:path';
import { type Browser, test as base, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { findBrowser } from '../../scripts/browser/find-browser';
import type { Checks, Told } from '../platforms/in-browser';
import { routeSites, type Sites } from './browser';

export { expect } from '@playwright/test';

/** Reading waits for idle moments, and the machine may be busy. */
export const READ_MS = 120_000;

const ENTRY = path.resolve(import.meta.dirname, '../platforms/in-browser.ts');

/** What the script leaves in the page. */
export type Inside = { checks: { checks: Checks }; __name?: unknown };

type Tab = { readonly page: Page; readonly sites: Sites };

/** A page in a context of its own. */
export async function newTab(browser: Browser): Promise<Tab> {
  const context = await browser.newContext();
  return { sites: await routeSites(context), page: await context.newPage() };
}

/** A browser without the extension for all tests of a worker, with a context for each of them, and the script. */
export const test = base.extend<{ tab: Tab }, { script: string; bare: Browser }>({
  script: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are used from the parameters
    async ({}, use) => {
      const built = await build({
        configFile: false,
        logLevel: 'error',
        build: { write: false, minify: false, lib: { entry: ENTRY, formats: ['iife'], name: 'checks' } },
      });
      const [{ output }] = built as unknown as [{ output: [{ code: string }] }];
      await use(output[0].code);
    },
    { scope: 'worker' },
  ],
  bare: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const executablePath = findBrowser() ?? undefined;
      const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  tab: async ({ bare }, use) => {
    const tab = await newTab(bare);
    await use(tab);
    await tab.page.context().close();
  },
});

/** Opens a fixture at its time, with the adapters in it. */
export async function open(
  page: Page,
  { expected }: { readonly expected: { readonly url: string } },
  script: string,
): Promise<void> {
  await page.clock.setFixedTime(new Date((expected as unknown as { now: string }).now));
  await page.goto('about:blank'); // an address that differs by nothing or by its hash alone loads no page anew
  await page.goto(expected.url);
  // `__name` is what compilers of tests put into functions that they send.
  await page.evaluate(`globalThis.__name = (made) => made; ${script}; globalThis.checks = checks;`);
}

export function toldOn(page: Page): Promise<readonly Told[]> {
  return page.evaluate(() => (globalThis as unknown as Inside).checks.checks.told);
}
