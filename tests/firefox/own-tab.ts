// A page of the extension in a tab of its own, behind the tab that a test looks at: what it can do, the test can ask for.

import type { Marionette } from '../../scripts/browser/marionette';
import { FIREFOX_ID } from '../../scripts/packages/school-folder';
import type { Settings } from '../../utils/settings';
import type { FromPopup, TabReport } from '../../utils/tab-messages';

export type OwnTab = {
  readonly handle: string;
  /** Opens one of the extension's pages in it, e.g. `open('options')`. */
  open(page: string, hash?: string): Promise<void>;
  /** Runs the body of a function in it; `browser` is the extension's own. */
  run<T>(body: string, args?: readonly unknown[]): Promise<T>;
  /** What the content script of the tab in front says, as it would tell the popup; null where none answers. */
  report(): Promise<TabReport | null>;
  choose(change: Partial<Settings>): Promise<void>;
  /** Everything that is stored, as JSON, but for the day of the last clean-up: it comes when it comes. */
  stored(): Promise<string>;
};

/** The address of the extension's pages: Firefox makes one up in each profile. Null where it is not installed. */
export function pagesOf(remote: Marionette): Promise<string | null> {
  return remote.runInChrome('return WebExtensionPolicy.getByID(arguments[0])?.getURL("") ?? null', [
    FIREFOX_ID,
  ]);
}

/** Opens it behind the tab `front`, which stays in front. */
export async function openOwnTab(remote: Marionette, front: string): Promise<OwnTab> {
  const pages = await pagesOf(remote);
  if (pages === null) throw new Error('Porchlight is not installed in this Firefox.');
  const { handle } = (await remote.send('WebDriver:NewWindow', { type: 'tab', focus: false })) as {
    handle: string;
  };
  /** Commands go to one tab at a time. */
  const inTab = async <T>(act: () => Promise<T>): Promise<T> => {
    await remote.send('WebDriver:SwitchToWindow', { handle, focus: false });
    try {
      return await act();
    } finally {
      await remote.send('WebDriver:SwitchToWindow', { handle: front, focus: false });
    }
  };
  const run = <T>(body: string, args: readonly unknown[] = []) =>
    inTab(() => remote.run<T>(`const { browser } = window.wrappedJSObject; ${body}`, args));
  const tab: OwnTab = {
    handle,
    open: async (page, hash = '') => {
      const url = `${pages}${page}.html${hash}`;
      await inTab(() => remote.send('WebDriver:Navigate', { url }));
    },
    run,
    async report() {
      const ask: FromPopup = { type: 'report' };
      const answer = await run<string>(
        `const ask = async ({ id }) => browser.tabs.sendMessage(id, JSON.parse(arguments[0]));
        return browser.tabs.query(JSON.parse('{"active":true}'))
          .then((tabs) => ask(tabs[0])).then((answer) => JSON.stringify(answer), () => 'null');`,
        [JSON.stringify(ask)],
      );
      return JSON.parse(answer) as TabReport | null;
    },
    async choose(change) {
      const message = JSON.stringify({ type: 'set-settings', change });
      await run('return browser.runtime.sendMessage(JSON.parse(arguments[0])).then(() => null)', [message]);
    },
    stored: () =>
      run('return browser.storage.local.get(null).then(({ pruned, ...stored }) => JSON.stringify(stored))'),
  };
  await tab.open('options');
  return tab;
}
