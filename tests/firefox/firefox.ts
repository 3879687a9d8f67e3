// What the tests in Firefox start from: one browser for all of them, since it takes seconds to start; the practice sites
// behind every address; and the build that ships, installed anew, with nothing stored, where a test asks for it.
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import {
  FIREFOX_OWN,
  type Firefox,
  type HostLog,
  launchFirefox,
  startProxy,
} from '../../scripts/browser/firefox';
import { type LocalSites, type SiteAnswer, startLocalSites } from '../../scripts/browser/local-sites';
import type { Marionette } from '../../scripts/browser/marionette';
import { FIREFOX_ID } from '../../scripts/packages/school-folder';
import { type OwnTab, openOwnTab, pagesOf } from './own-tab';
import { watchRequests } from './requests';

export { expect };

/** `npm run test:firefox` makes it. */
export const BUILD = path.resolve(import.meta.dirname, '../../.output/firefox-mv3');

/** A browser, the server that every address leads to, and what it answers. */
export type World = {
  readonly firefox: Firefox;
  readonly remote: Marionette;
  readonly sites: LocalSites;
  readonly proxy: HostLog;
  /** As much of Playwright's page as the tour's run needs: the tab in front. */
  readonly page: Page;
  /** What stands at every address from now on. */
  answer(answer: (url: URL) => SiteAnswer | null): void;
  /** Takes the extension away with all that it stored, installs a build in its place, and opens a page of it behind ours. */
  install(build: string): Promise<OwnTab>;
  /** Opens a page of the extension behind ours. Throws where it is not installed. */
  openOwn(): Promise<OwnTab>;
  /** Brings a tab to the front; null is ours. */
  showTab(handle: string | null): Promise<void>;
  close(): Promise<void>;
};

export type WorldOptions = {
  /** See FirefoxOptions. */
  readonly profile?: string;
  /** No proxy, and so no practice sites: behind one, Firefox looks up no name at all. */
  readonly looksUp?: boolean;
};

export async function openWorld({ profile, looksUp = false }: WorldOptions = {}): Promise<World> {
  let answering: (url: URL) => SiteAnswer | null = () => null;
  const sites = await startLocalSites((url) => answering(url));
  const proxy = await startProxy(sites.port);
  const end = async () => {
    proxy.close();
    await sites.close();
  };
  try {
    const firefox = await launchFirefox({
      ...{ proxyPort: proxy.port, profile },
      prefs: { 'browser.chrome.site_icons': false, ...(looksUp ? WITHOUT_PROXY : {}) },
    });
    const { remote } = firefox;
    await watchRequests(remote);
    // A tab of the test's own: the one that is there may be the welcome page of what a policy installed.
    const front = await newTab(remote);
    const page = pageOf(remote);
    let installed = false;
    const showTab = async (handle: string | null) => {
      await remote.send('WebDriver:SwitchToWindow', { handle: handle ?? front, focus: true });
    };
    const openOwn = async () => {
      await showTab(null); // the tab that was in use may be gone, with the extension that it showed
      const own = await openOwnTab(remote, front);
      await showTab(null);
      return own;
    };
    return {
      ...{ firefox, remote, sites, proxy, page },
      answer: (answer) => {
        answering = answer;
      },
      async install(build) {
        await showTab(null); // a test that failed may have left another in front
        await page.goto('about:blank');
        if (installed) await remote.send('Addon:Uninstall', { id: FIREFOX_ID });
        await remote.send('Addon:Install', { path: build, temporary: true, allowPrivateBrowsing: false });
        installed = true;
        await welcomed(remote);
        return openOwn();
      },
      openOwn,
      showTab,
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

export const test = base.extend<object, { world: World }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the first argument destructured
    async ({}, use) => {
      const world = await openWorld();
      await use(world);
      await world.close();
    },
    { scope: 'worker' },
  ],
});

/**
 * Waits for the page that an installation opens. Where two tabs are opened in the same moment, by the extension and by us,
 * Firefox now and then leaves the first empty: 4 times in 150 on busy cores, and never in 240 where only one was.
 */
async function welcomed(remote: Marionette): Promise<void> {
  const url = `${await pagesOf(remote)}welcome.html`;
  const opened = () => remote.runInChrome<string[]>(OPENED);
  await expect.poll(opened, { message: 'the page of the installation' }).toContain(url);
}

/** What Firefox asks for by itself leads to this machine, where nobody answers. */
const WITHOUT_PROXY = { 'network.proxy.type': 0, 'network.dns.localDomains': FIREFOX_OWN };

/** The address in each tab. */
export const OPENED = 'return gBrowser.tabs.map(({ linkedBrowser }) => linkedBrowser.currentURI.spec)';

async function newTab(remote: Marionette): Promise<string> {
  const { handle } = (await remote.send('WebDriver:NewWindow', { type: 'tab', focus: true })) as {
    handle: string;
  };
  await remote.send('WebDriver:SwitchToWindow', { handle, focus: true });
  return handle;
}

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
