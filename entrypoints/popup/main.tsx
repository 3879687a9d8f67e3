// Wires the popup: asks the tab and the background, draws, and passes on what the person does.
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Popup } from '../../components/popup/popup';
import type { PopupContext } from '../../components/popup/popup-context';
import type { PopupActions, TabAnswer } from '../../components/popup/tab-answer';
import { HELP } from '../../help/data';
import { suggestCountry } from '../../help/suggest-country';
import type { Adapter } from '../../page/adapter';
import { adapters } from '../../platforms/index';
import type { FamilyStatus } from '../../utils/family-types';
import {
  chooseLanguage,
  createTranslator,
  flatten,
  LANGUAGES,
  loadCatalogue,
  textDirection,
} from '../../utils/i18n';
import type { FromPages, FromPopup, PageAnswers, StorageHealth } from '../../utils/messages';
import { formatSite } from '../../utils/names';
import type { PolicyReport } from '../../utils/policy-types';
import { switchOf } from '../../utils/service-of';
import type { Language, Settings } from '../../utils/settings';
import { isTabReport } from './tab-report';

/** A tab or a worker that has not answered by then won't: the popup says so instead of waiting. */
const PATIENCE_MS = 1500;

/** While the popup is open, the chat goes on: ask again this often. */
const ASK_AGAIN_MS = 3000;

/** Everything that the popup shows; changed by `update` alone. */
type State = {
  readonly tab: TabAnswer;
  readonly settings: Settings | null;
  readonly health: StorageHealth | null;
  readonly family: FamilyStatus | null;
  readonly policy: PolicyReport | null;
  readonly context: PopupContext;
};

let state: State;

function update(change: Partial<State>): void {
  state = { ...state, ...change };
  const { tab, settings, health, family, policy, context } = state;
  const adapter = adapterOf(tab);
  render(
    <Popup
      {...{ tab, settings, health, family, policy, context, actions }}
      help={HELP}
      suggested={suggestCountry(navigator.languages, Intl.DateTimeFormat().resolvedOptions().timeZone)}
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
  resume: () => {
    const adapter = adapterOf(state.tab);
    const own = adapter === undefined ? null : switchOf(adapters, adapter);
    const offServices = (state.settings?.offServices ?? []).filter((off) => off !== own);
    return change({ paused: false, offServices });
  },
  pause: () => change({ paused: true }),
  endSnooze: () => tell({ type: 'unsnooze' }),
  showCard: async () => {
    await tell({ type: 'show-card' });
    window.close();
  },
  setCountry: (country) => change({ country }),
  setLanguage: async (language) => {
    await change({ language });
    update({ context: await createContext(language) });
  },
};

async function change(settings: Partial<Omit<Settings, 'version'>>): Promise<void> {
  const saved = await ask<'set-settings'>({ type: 'set-settings', change: settings });
  update({ settings: saved });
  update({ tab: await askTab() });
}

async function tell(message: FromPopup): Promise<void> {
  await sendToTab(message);
  update({ tab: await askTab() });
}

/** The background's answer, or null where it gives none. */
async function ask<Type extends FromPages['type']>(
  message: FromPages & { type: Type },
): Promise<PageAnswers[Type] | null> {
  return (await withPatience(browser.runtime.sendMessage(message))) as PageAnswers[Type] | null;
}

async function askTab(): Promise<TabAnswer> {
  const answer = await sendToTab({ type: 'report' });
  return isTabReport(answer) ? answer : 'none';
}

async function sendToTab(message: FromPopup): Promise<unknown> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : withPatience(browser.tabs.sendMessage(tab.id, message));
}

/** Null where the other side does not answer in time, or is not there: both are told in the popup. */
function withPatience(answer: Promise<unknown>): Promise<unknown> {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  return Promise.race([answer.catch(() => null), late]).then((value) => value ?? null);
}

async function createContext(language: Language): Promise<PopupContext> {
  const catalogue = await loadCatalogue(language);
  const sentences = flatten(catalogue);
  document.documentElement.lang = language;
  document.documentElement.dir = textDirection(language);
  const copy = (value: string) =>
    navigator.clipboard.writeText(value).then(
      () => true,
      () => false,
    );
  return { t: createTranslator(catalogue, language), language, has: (key) => sentences.has(key), copy };
}

async function start(): Promise<void> {
  const settings = await ask<'get-settings'>({ type: 'get-settings' });
  const context = await createContext(chooseLanguage(settings?.language ?? null, navigator.languages));
  state = { tab: 'asking', settings, health: null, family: null, policy: null, context };
  update({});
  update({ policy: await ask<'get-policy'>({ type: 'get-policy' }) });
  update({ family: await ask<'family-status'>({ type: 'family-status' }) });
  update({ tab: await askTab(), health: await ask<'storage-health'>({ type: 'storage-health' }) });
  setInterval(async () => {
    update({ tab: await askTab(), policy: await ask<'get-policy'>({ type: 'get-policy' }) });
  }, ASK_AGAIN_MS);
}

void start();
