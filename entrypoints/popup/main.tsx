// Wires the popup: asks the tab and the background, draws, and passes on what the person does.
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { createContext, type PageContext } from '../../components/page-context';
import { Popup } from '../../components/popup/popup';
import type { PopupActions, TabAnswer } from '../../components/popup/tab-answer';
import { HELP } from '../../help/data';
import { suggestedCountry } from '../../help/suggest-country';
import type { Adapter } from '../../page/adapter';
import { adapters, allMatches } from '../../platforms/index';
import { ask, askTab, PATIENCE_WITH_DEEDS_MS } from '../../utils/ask';
import type { FamilyStatus } from '../../utils/family-types';
import { chooseLanguage, LANGUAGES } from '../../utils/i18n';
import { formatSite } from '../../utils/names';
import type { StorageHealth } from '../../utils/page-messages';
import type { PolicyReport } from '../../utils/policy-types';
import { switchOf } from '../../utils/service-of';
import type { Settings, SettingsChange } from '../../utils/settings';
import { pageLanguage } from '../../utils/storage-language';
import type { FromPopup } from '../../utils/tab-messages';
import { isTabReport } from './tab-report';

/** While the popup is open, the chat goes on: ask again this often. */
const ASK_AGAIN_MS = 3000;

/** Everything that the popup shows; changed by `update` alone. */
type State = {
  readonly tab: TabAnswer;
  readonly settings: Settings | null;
  readonly health: StorageHealth | null;
  readonly family: FamilyStatus | null;
  readonly policy: PolicyReport | null;
  readonly isBarred: boolean;
  readonly context: PageContext;
};

let state: State;

function update(change: Partial<State>): void {
  state = { ...state, ...change };
  const { tab, settings, health, family, policy, isBarred, context } = state;
  const adapter = adapterOf(tab);
  render(
    <Popup
      {...{ tab, settings, health, family, policy, isBarred, context, actions }}
      help={HELP}
      suggested={suggestedCountry(context.language)}
      sites={adapters.map((adapter) => formatSite(adapter, context.t))}
      languages={LANGUAGES}
      service={adapter?.service ?? null}
      siteSwitch={adapter === undefined ? null : switchOf(adapters, adapter)}
    />,
    document.getElementById('app') as HTMLElement,
  );
}

function adapterOf(tab: State['tab']): Adapter | undefined {
  return adapters.find(({ id }) => typeof tab === 'object' && id === tab.adapter?.id);
}

const actions: PopupActions = {
  reload: async () => {
    await browser.tabs.reload();
    window.close();
  },
  async resume() {
    const adapter = adapterOf(state.tab);
    const settings = (await ask({ type: 'get-settings' }, PATIENCE_WITH_DEEDS_MS)) ?? state.settings;
    // Where the choices are not known, no other site's is written over.
    if (adapter === undefined || settings === null) return change({ paused: false });
    const own = switchOf(adapters, adapter);
    // Saved only where it changes: what a school begins with must not become this person's choice.
    const { offServices } = settings;
    const others = offServices.filter((off) => off !== own);
    return change({ paused: false, ...(others.length < offServices.length ? { offServices: others } : {}) });
  },
  pause: () => change({ paused: true }),
  async endSnooze() {
    await tell({ type: 'unsnooze' });
    return typeof state.tab === 'object' && state.tab.snoozedUntil === null;
  },
  showCard: async () => {
    await tell({ type: 'show-card' });
    window.close();
  },
  setCountry: (country) => change({ country }),
  setLanguage: async (language) => {
    const saved = await change({ language });
    if (saved) update({ context: await createContext(language) });
    return saved;
  },
};

/** False where it was not kept: what stood before still holds. */
async function change(settings: SettingsChange): Promise<boolean> {
  const saved = await ask({ type: 'set-settings', change: settings });
  update({ settings: saved ?? state.settings }); // a control that was pressed goes back to what holds
  if (saved !== undefined) update({ tab: await lookAtTab() });
  return saved !== undefined;
}

async function tell(message: FromPopup): Promise<void> {
  await sendToTab(message);
  update({ tab: await lookAtTab() });
}

async function lookAtTab(): Promise<TabAnswer> {
  const answer = await sendToTab({ type: 'report' });
  return isTabReport(answer) ? answer : 'none';
}

async function sendToTab(message: FromPopup): Promise<unknown> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : askTab(tab.id, message);
}

/** The chat goes on; and what a worker that took long to start did not say in time holds all the same. */
async function lookAgain(): Promise<void> {
  update({ tab: await lookAtTab() });
  const [policy, family] = await Promise.all([ask({ type: 'get-policy' }), ask({ type: 'family-status' })]);
  update({ policy: policy ?? state.policy, family: family ?? state.family });
  const settings = await ask({ type: 'get-settings' });
  if (settings === undefined) return;
  update({ settings });
  const language = chooseLanguage(settings.language, navigator.languages);
  if (language !== state.context.language) update({ context: await createContext(language) });
}

/** True where a person, or a school, took some of our sites away from us: asking that needs no permission. */
async function isBarred(): Promise<boolean> {
  return !(await browser.permissions.contains({ origins: allMatches }).catch(() => true));
}

/** All is asked at once and drawn as it comes: a tab that answers waits for no background that does not. */
async function start(): Promise<void> {
  const tab = lookAtTab();
  const policy = ask({ type: 'get-policy' });
  const family = ask({ type: 'family-status' });
  const health = ask({ type: 'storage-health' });
  const answer = await ask({ type: 'get-settings' });
  const context = await createContext(await pageLanguage(answer));
  const settings = answer ?? null;
  state = { tab: 'asking', settings, health: null, family: null, policy: null, isBarred: false, context };
  update({});
  void isBarred().then((barred) => update({ isBarred: barred }));
  await Promise.all([
    tab.then((answer) => update({ tab: answer })),
    policy.then((answer) => update({ policy: answer ?? null })),
    family.then((answer) => update({ family: answer ?? null })),
    health.then((answer) => update({ health: answer ?? null })),
  ]);
  setInterval(() => void lookAgain(), ASK_AGAIN_MS);
}

void start();
