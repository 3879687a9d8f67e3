// The background: wiring alone. It holds the rules and the help, writes storage, and draws the lamp.
import rules from 'virtual:rules';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { countryCodes } from '../../help/choose';
import { HELP } from '../../help/data';
import { suggestedCountry } from '../../help/suggest-country';
import { adapters } from '../../platforms/index';
import { loadCatalogue } from '../../utils/i18n';
import { reportError } from '../../utils/report-error';
import { serviceOf, switchesOf } from '../../utils/service-of';
import { createStorage } from '../../utils/storage';
import type { StorageArea } from '../../utils/storage-items';
import type { ToTab } from '../../utils/tab-messages';
import { type ActionApi, showBadge, showMark } from './badge';
import { createHandlers } from './handlers';
import { openBeside } from './open-beside';
import { watchPolicy, withPolicy } from './policy';
import { createRouter } from './router';

/** A frozen tab answers when it wakes; nobody waits longer than this for the others, in milliseconds. */
const TABS_WAIT_MS = 500;

/** Tells every tab; those without our content script reject, and that is fine. */
async function tellTabs(): Promise<void> {
  const message: ToTab = { type: 'settings-changed' };
  const tabs = await browser.tabs.query({});
  const told = tabs.map(({ id }) => (id === undefined ? null : browser.tabs.sendMessage(id, message)));
  const late = new Promise((resolve) => setTimeout(resolve, TABS_WAIT_MS));
  await Promise.race([Promise.allSettled(told), late]);
}

/** Content scripts can't read storage where the browser knows how to forbid it (Chrome 102 and later). */
function closeStorage(): void {
  const local = browser.storage.local as { setAccessLevel?(details: { accessLevel: string }): Promise<void> };
  local
    .setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
    .catch((error: unknown) => reportError('storage: access level', error));
}

export default defineBackground(() => {
  closeStorage();
  const action = browser.action as ActionApi; // its types don't know that a tab's text may be null
  const services = switchesOf(adapters);
  let refused = 0;
  const policy = watchPolicy({
    managed: browser.storage.managed,
    session: browser.storage.session,
    services,
    countries: countryCodes(HELP),
    onChange() {
      void tellTabs();
      storage.prune().catch((error) => reportError('storage: prune', error)); // fewer days may hold now
    },
  });
  const storage = createStorage(browser.storage.local as StorageArea, Date.now, {
    effective: (settings) => withPolicy(settings, policy.current()),
    policyKnown: policy.known,
  });
  const { fromTab, fromPage, refreshMark } = createHandlers({
    storage,
    rules,
    help: HELP,
    services,
    // As our pages have it. Chrome's own language is never Khmer, and says less of what a person reads.
    browserLanguages: () => navigator.languages,
    suggestedCountry,
    loadCatalogue,
    policy: policy.current,
    showBadge: (tab, badge, title) => showBadge(action, tab, badge, title),
    showMark: (on, title) => showMark(action, on, title),
    tellTabs,
    openPage: (address, tab) =>
      openBeside(browser.tabs, browser.windows, browser.runtime.getURL(address as '/'), tab),
    refused: () => refused,
  });
  // The browser forgets the mark when it closes, when we are updated, and when we are switched off and on; of the last no
  // event tells, but the worker starts anew then, with the first page that asks it at the latest.
  void refreshMark();
  // Also where no site of ours is opened any more: what was seen is kept no longer for that.
  storage.pruneDaily().catch((error) => reportError('storage: prune', error));
  browser.runtime.onStartup.addListener(() => {}); // starts it
  browser.runtime.onInstalled.addListener(({ reason }) => {
    // Once: an update never opens a tab.
    if (reason === 'install')
      void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html' as '/') });
  });
  browser.runtime.onMessage.addListener(
    createRouter({
      extensionId: browser.runtime.id,
      ownPages: browser.runtime.getURL('/'),
      serviceOf: (url, inFrame) => serviceOf(adapters, url, inFrame),
      fromTab,
      fromPage,
      onRefused: () => {
        refused += 1;
      },
    }),
  );
});
