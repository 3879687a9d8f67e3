// What the tests in Firefox share: a browser with the build that ships, the practice sites, and what a person would see.
import path from 'node:path';
import { test as base, type Page } from '@playwright/test';
import {
  FIREFOX_PAGES,
  type Firefox,
  type HostLog,
  launchFirefox,
  startProxy,
} from '../../scripts/browser/firefox';
import { type LocalSites, type SiteAnswer, startLocalSites } from '../../scripts/browser/local-sites';
import type { Marionette } from '../../scripts/browser/marionette';
import type { CardKind } from '../../tour/cards';

export { expect } from '@playwright/test';

/** `npm run test:firefox` makes it. */
export const BUILD = path.resolve(import.meta.dirname, '../../.output/firefox-mv3');

/** A browser, the server that every address leads to, and what it answers. */
export type World = {
  readonly firefox: Firefox;
  readonly sites: LocalSites;
  readonly proxy: HostLog;
  /** What stands at every address from now on. */
  answer(answer: (url: URL) => SiteAnswer | null): void;
  /** As much of Playwright's page as the tour's run needs. */
  readonly page: Page;
  close(): Promise<void>;
};

export type WorldOptions = { readonly build?: string | undefined };

export async function openWorld({ build }: WorldOptions): Promise<World> {
  let answering: (url: URL) => SiteAnswer | null = () => null;
  const sites = await startLocalSites((url) => answering(url));
  const proxy = await startProxy(sites.port);
  const end = async () => {
    proxy.close();
    await sites.close();
  };
  try {
    const firefox = await launchFirefox({
      proxyPort: proxy.port,
      prefs: { 'browser.chrome.site_icons': false },
    });
    await watchRequests(firefox.remote);
    if (build !== undefined)
      await firefox.remote.send('Addon:Install', {
        path: build,
        temporary: true,
        allowPrivateBrowsing: false,
      });
    return {
      ...{ firefox, sites, proxy, page: pageOf(firefox.remote) },
      answer: (answer) => {
        answering = answer;
      },
      async close() {
        await firefox.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

export const test = base.extend<{ world: World }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the first argument destructured
  world: async ({}, use) => {
    const world = await openWorld({ build: BUILD });
    await use(world);
    await world.close();
  },
});

export const addressOf = (name: string) => `${FIREFOX_PAGES}${name}.html`;

function pageOf(remote: Marionette): Page {
  let at = 'about:blank';
  const page = {
    url: () => at,
    async goto(url: string) {
      at = url;
      await remote.send('WebDriver:Navigate', { url });
    },
    reload: () => remote.send('WebDriver:Refresh'),
    evaluate: (run: (argument: unknown) => unknown, argument: unknown) => {
      if (typeof argument === 'string' && argument.startsWith('#')) at = at.replace(/(#.*)?$/, argument);
      return remote.run(`return (${run})(...arguments)`, [argument]);
    },
  };
  return page as unknown as Page;
}

/** From loud to quiet, as tour/cards.ts has them for Chromium. */
const KINDS: readonly CardKind[] = ['danger', 'crisis', 'caution', 'notice', 'folded'];

/** The loudest card's kind and its words; `calm` where nothing is shown. Looks into closed roots as the browser itself can. */
export async function shownCard(remote: Marionette): Promise<{ kind: CardKind | 'calm'; text: string }> {
  const cards = await remote.run<{ classes: string[]; text: string }[]>(
    `const found = [];
    for (const host of document.querySelectorAll('*')) {
      const root = host.openOrClosedShadowRoot;
      if (!root) continue;
      for (const card of root.querySelectorAll('[class]')) {
        if (card.getClientRects().length > 0) found.push({ classes: [...card.classList], text: card.textContent });
      }
    }
    return found;`,
    [],
    'system',
  );
  for (const kind of KINDS) {
    const name = kind === 'folded' ? kind : `card-${kind}`;
    const card = cards.find(({ classes }) => classes.includes(name));
    if (card !== undefined) return { kind, text: card.text };
  }
  return { kind: 'calm', text: '' };
}

/** A request as Firefox itself opened it. */
export type Asked = {
  readonly url: string;
  /** True where the browser's own code asked, as it does to open an address that was typed. */
  readonly byBrowser: boolean;
  /** Whose script asked: an add-on's id, or the origin of a page. */
  readonly by: string;
};

/** Has the browser write down every request that is opened in it, and who began it. */
async function watchRequests(remote: Marionette): Promise<void> {
  await remote.runInChrome(`
    const asked = [];
    window.porchlightAsked = asked;
    const whose = (principal) => {
      if (!principal) return '';
      if (principal.isExpandedPrincipal) return principal.allowList.map(whose).join(' ');
      return principal.addonPolicy?.id ?? principal.asciiSpec ?? '';
    };
    const observer = {
      observe(subject) {
        const channel = subject.QueryInterface(Ci.nsIHttpChannel);
        const { triggeringPrincipal, loadingPrincipal } = channel.loadInfo;
        asked.push({
          url: channel.URI.spec,
          byBrowser: triggeringPrincipal.isSystemPrincipal && !(loadingPrincipal?.addonPolicy),
          by: whose(triggeringPrincipal),
        });
      },
    };
    window.porchlightObserver = observer;
    Services.obs.addObserver(observer, 'http-on-opening-request');
  `);
}

export async function readAsked(remote: Marionette): Promise<readonly Asked[]> {
  return JSON.parse(await remote.runInChrome<string>('return JSON.stringify(window.porchlightAsked)'));
}
