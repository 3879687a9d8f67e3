// Wires "help fix a site". The copy comes from the tab's own content script, which takes every word out before anything
// leaves the page; it lives in this page alone until the person saves it or throws it away.
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { FixSite } from '../../components/fix-site/fix-site';
import type { FixSiteActions, FixSiteProps } from '../../components/fix-site/fix-site-types';
import { inOrder, isPageStructure, openPageOf } from '../../components/fix-site/open-page';
import { contextIn, createPageContext } from '../../components/page-context';
import { STRUCTURE_WORDS } from '../../page/structure-words';
import { ask, askTab } from '../../utils/ask';
import { onEscapeTwice } from '../../utils/escape-twice';
import { leavePage } from '../../utils/leave-page';
import { offerFile } from '../../utils/offer-file';
import { followFamily, followSettings } from '../../utils/on-settings-changed';
import { pageLanguage } from '../../utils/storage-language';
import { isTabReport } from '../popup/tab-report';

/** A large page takes a moment to copy, in milliseconds. */
const COPY_PATIENCE_MS = 15_000;

type State = Omit<FixSiteProps, 'actions'>;

let state: State;

function update(change: Partial<State>): void {
  state = { ...state, ...change };
  render(<FixSite {...state} actions={actions} />, document.getElementById('app') as HTMLElement);
}

const actions: FixSiteActions = {
  async find() {
    update({ pages: 'asking', copy: null });
    const tabs = await browser.tabs.query({}).catch(() => []);
    const answers = await Promise.all(
      tabs.map(async ({ id }) => {
        const report = id === undefined ? null : await askTab(id, { type: 'report' });
        return id !== undefined && isTabReport(report) ? openPageOf(id, report) : null;
      }),
    );
    update({ pages: inOrder(answers.filter((page) => page !== null)) });
  },
  async make({ tab }) {
    update({ copy: 'making' });
    const answer = await askTab(tab, { type: 'structure', words: STRUCTURE_WORDS }, COPY_PATIENCE_MS);
    update({ copy: isPageStructure(answer) ? answer : 'failed' });
    document.getElementById('look-title')?.focus();
  },
  save() {
    if (typeof state.copy !== 'object' || state.copy === null) return false;
    const { html, adapter } = state.copy;
    offerFile(html, { name: `porchlight-${adapter}.html`, type: 'text/html;charset=utf-8' });
    return true;
  },
  discard: () => update({ copy: null }),
  leave() {
    update({ copy: null, pages: 'not-asked' });
    void leavePage();
  },
};

async function start(): Promise<void> {
  const settings = await ask({ type: 'get-settings' });
  const language = await pageLanguage(settings);
  const context = await createPageContext('fix-site', language);
  state = { pages: 'not-asked', copy: null, familyOn: false, context };
  update({});
  // A page that the browser keeps for "back" comes back empty.
  addEventListener('pagehide', () => update({ copy: null, pages: 'not-asked' }));
  onEscapeTwice(window, actions.leave);
  followFamily((familyOn) => update({ familyOn }));
  followSettings(async (_, language) =>
    update({ context: await contextIn('fix-site', state.context, language) }),
  );
}

void start();
