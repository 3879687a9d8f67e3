// What every browser test starts from: a browser with the extension, and sites that answer what the test puts there.
import path from 'node:path';
import { type BrowserContext, test as base, type Page } from '@playwright/test';
import { type Launched, type LaunchOptions, launchWithExtension } from '../../scripts/browser/launch';
import type { SiteAnswer } from '../../scripts/browser/local-sites';
import { type Chat, type ChatSite, documentOf } from '../../tour/pages/site';
import { CHAT_SITES } from '../../tour/pages/sites';
import { createSharedBrowser, type SharedBrowser } from './shared-browser';

export { expect } from '@playwright/test';

/** The build that ships; `npm test` makes it. */
export const EXTENSION = path.resolve(import.meta.dirname, '../../.output/chrome-mv3');

export type Sites = {
  /** Puts a page at an address; what follows `#` makes no difference. */
  at(address: string, answer: SiteAnswer): void;
  /** Answers whatever was not put anywhere. */
  otherwise(answer: (url: URL) => SiteAnswer | null): void;
};

type Fixtures = {
  /** A browser launched otherwise, which is the test's own. */
  readonly browserOptions: Partial<LaunchOptions>;
  /** True where a browser that other tests had before won't do. */
  readonly ownBrowser: boolean;
  readonly launched: Launched;
  readonly sites: Sites;
};

/**
 * A test with `launched` (a browser as it stands after an install), `sites` and `page`. `test.use({ ownBrowser: true })`
 * asks for one that no test had before, `test.use({ browserOptions })` for one that is launched otherwise.
 */
export const test = base.extend<Fixtures, { shared: SharedBrowser }>({
  browserOptions: [{}, { option: true }],
  ownBrowser: [false, { option: true }],
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the first argument destructured
    async ({}, use) => {
      const shared = createSharedBrowser(EXTENSION);
      await use(shared);
      await shared.close();
    },
    { scope: 'worker' },
  ],
  launched: async ({ shared, browserOptions, ownBrowser }, use, info) => {
    if (ownBrowser || Object.keys(browserOptions).length > 0) {
      const own = await launchWithExtension({ extension: EXTENSION, headless: true, ...browserOptions });
      await use(own);
      await own.close();
      return;
    }
    await use(await shared.take());
    await shared.giveBack(info.errors.length === 0);
  },
  sites: async ({ launched }, use) => {
    await use(await routeSites(launched.context));
  },
  page: async ({ launched }, use) => {
    await use(launched.context.pages()[0] ?? (await launched.context.newPage()));
  },
});

/** Answers every web address from what the test put there; `**\/*` would catch the extension's own pages as well. */
export async function routeSites(context: BrowserContext): Promise<Sites> {
  const pages = new Map<string, SiteAnswer>();
  let otherwise: (url: URL) => SiteAnswer | null = () => null;
  await context.route(/^https?:/, async (route) => {
    const url = new URL(route.request().url());
    const answer = pages.get(key(url)) ?? otherwise(url);
    if (answer === null) return route.abort();
    const headers = answer.csp ? { 'content-security-policy': answer.csp } : {};
    return route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body: answer.html });
  });
  return {
    at: (address, answer) => void pages.set(key(new URL(address)), answer),
    otherwise: (answer) => {
      otherwise = answer;
    },
  };
}

function key(url: URL): string {
  return url.host + url.pathname;
}

/** Opens a chat on one of the practice sites. */
export async function openChat(
  page: Page,
  sites: Sites,
  site: ChatSite,
  chat: Partial<Chat>,
  answer: Partial<SiteAnswer> = {},
): Promise<Chat> {
  const whole = { peer: '5550001111', title: 'Robin Fielder', stranger: true, lines: [], ...chat };
  const url = site.url(whole.peer);
  sites.at(url, { html: documentOf(whole.title, site.body(whole)), ...answer });
  await page.goto(url);
  return whole;
}

export { CHAT_SITES };

/** Lines of a chat, a minute apart, the last one now: `[who, text]` in order. */
export function lines(
  said: readonly (readonly ['self' | 'other', string])[],
  now = Date.now(),
): Chat['lines'] {
  const MINUTE = 60_000;
  return said.map(([from, text], index) => ({
    id: 1_000 + index,
    from,
    text,
    at: now - (said.length - 1 - index) * MINUTE,
  }));
}
