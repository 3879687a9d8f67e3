// The background: wiring alone. It holds the rules and the help, writes storage, and draws the lamp.
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { Rules } from '../../engine/rules';
import type { HelpData, HelpLine } from '../../help/types';
import { loadCatalogue } from '../../utils/i18n';
import type { ToTab } from '../../utils/messages';
import { reportError } from '../../utils/report-error';
import { createStorage } from '../../utils/storage';
import type { StorageArea } from '../../utils/storage-items';
import { showBadge } from './badge';
import { createHandlers } from './handlers';
import { watchPolicy } from './policy';
import { createRouter } from './router';

/** Tells every tab; those without our content script reject, and that is fine. */
async function tellTabs(): Promise<void> {
  const message: ToTab = { type: 'settings-changed' };
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map(({ id }) => (id === undefined ? null : browser.tabs.sendMessage(id, message))),
  );
}

/** Stand in until rules/ and help/ build. */
const rules: Rules = { signals: {}, escalations: [], packs: [] };
const HELP = {
  countries: [],
  international: { country: 'INT', first: null, members: [], lines: [] as HelpLine[] },
  europe: { country: 'EU', first: null, members: [], lines: [] },
  routes: [],
} as HelpData;

/** Stands in until platforms/index.ts lands. */
function serviceOf({ hostname }: URL): string | null {
  if (hostname === 'web.telegram.org') return 'telegram';
  return hostname === 'www.facebook.com' || hostname === 'web.facebook.com' ? 'facebook' : null;
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
  let refused = 0;
  const policy = watchPolicy(browser.storage.managed, () => void tellTabs());
  const { fromTab, fromPage } = createHandlers({
    storage: createStorage(browser.storage.local as StorageArea, Date.now),
    rules,
    help: HELP,
    browserLanguages: () => [browser.i18n.getUILanguage(), ...navigator.languages],
    loadCatalogue,
    policy: policy.current,
    showBadge: (tab, badge, title) => showBadge(browser.action, tab, badge, title),
    tellTabs,
    refused: () => refused,
  });
  browser.runtime.onMessage.addListener(
    createRouter({
      extensionId: browser.runtime.id,
      ownPages: browser.runtime.getURL('/'),
      serviceOf,
      fromTab,
      fromPage,
      onRefused: () => {
        refused += 1;
      },
    }),
  );
});
