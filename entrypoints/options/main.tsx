// Wires the options page: asks the background, draws, and passes on what the person does.
import { render } from 'preact';
import { Options } from '../../components/options/options';
import type { OptionsActions, ServiceSites, Stored } from '../../components/options/options-types';
import { contextIn, createPageContext, type PageContext } from '../../components/page-context';
import { HELP } from '../../help/data';
import { suggestedCountry } from '../../help/suggest-country';
import { adapters } from '../../platforms/index';
import { ask, PATIENCE_UNSEEN_MS, PATIENCE_WITH_DEEDS_MS } from '../../utils/ask';
import { chooseLanguage, LANGUAGES } from '../../utils/i18n';
import { formatSite } from '../../utils/names';
import { offerFile } from '../../utils/offer-file';
import { onSettingsChanged } from '../../utils/on-settings-changed';
import { switchesOf, switchOf } from '../../utils/service-of';
import { textOfFile } from '../../utils/settings-file';
import { pageLanguage } from '../../utils/storage-language';

const FILE = { name: 'porchlight-settings.json', type: 'application/json' };

type State = { readonly stored: Stored | 'loading' | 'no-answer'; readonly context: PageContext };

let state: State;

function update(change: Partial<State>): void {
  state = { ...state, ...change };
  const { stored, context } = state;
  render(
    <Options
      {...{ stored, context, actions }}
      services={servicesOf(context)}
      help={HELP}
      suggested={suggestedCountry(context.language)}
      languages={LANGUAGES}
    />,
    document.getElementById('app') as HTMLElement,
  );
}

/** What is on one site shares a switch. */
function servicesOf({ t }: PageContext): readonly ServiceSites[] {
  return switchesOf(adapters).map((service) => ({
    service,
    sites: adapters
      .filter((adapter) => switchOf(adapters, adapter) === service)
      .map((adapter) => formatSite(adapter, t)),
  }));
}

/** The switch before: each starts from what is stored by then, so that two quick taps don't undo each other. */
let switched: Promise<boolean> = Promise.resolve(true);

async function switchService(service: string, on: boolean): Promise<boolean> {
  const settings = await ask({ type: 'get-settings' }, PATIENCE_WITH_DEEDS_MS);
  if (settings === undefined) return refreshed(undefined);
  const others = settings.offServices.filter((off) => off !== service);
  const change = { offServices: on ? others : [...others, service] };
  return refreshed(await ask({ type: 'set-settings', change }));
}

const actions: OptionsActions = {
  change: async (change) => refreshed(await ask({ type: 'set-settings', change })),
  switchService(service, on) {
    switched = switched.then(() => switchService(service, on));
    return switched;
  },
  async setLanguage(language) {
    const saved = await ask({ type: 'set-settings', change: { language } });
    if (saved !== undefined) update({ context: await createPageContext('options', language) });
    return refreshed(saved);
  },
  endSnoozes: async () => refreshed(await ask({ type: 'end-snoozes' })),
  async getAdult() {
    const adult = await ask({ type: 'get-trusted-adult' });
    return adult === undefined ? 'failed' : adult;
  },
  setAdult: async (adult) => refreshed(await ask({ type: 'set-trusted-adult', adult })),
  async saveFile() {
    const file = await ask({ type: 'export-settings' });
    if (file !== undefined) offerFile(file.text, FILE);
    return file !== undefined;
  },
  async copyFile() {
    const file = await ask({ type: 'export-settings' });
    return file !== undefined && state.context.copy(file.text);
  },
  async loadFile(file) {
    const report = await ask({ type: 'import-settings', text: await textOfFile(file) });
    if (report === undefined) return 'failed';
    const language = chooseLanguage(report.settings.language, navigator.languages);
    update({ context: await createPageContext('options', language) });
    await load();
    return report;
  },
  async forget(everything) {
    const message = everything ? ({ type: 'forget', everything } as const) : ({ type: 'forget' } as const);
    const answer = await ask(message);
    if (everything && answer === null) location.assign('/welcome.html');
    return refreshed(answer);
  },
  reload: () => location.reload(),
};

/** False where the background gave no answer; else draws what is stored now. */
async function refreshed(answer: unknown): Promise<boolean> {
  await load();
  return answer !== undefined;
}

/** All that is drawn, with null for each part that does not come in time; null where not even the settings do. */
async function readStored(patience?: number): Promise<Stored | null> {
  const settings = await ask({ type: 'get-settings' }, patience);
  if (settings === undefined) return null;
  const [policy = null, family = null, snoozes, overview = null] = await Promise.all([
    ask({ type: 'get-policy' }, patience),
    ask({ type: 'family-status' }, patience),
    ask({ type: 'snoozes' }, patience),
    ask({ type: 'stored-overview' }, patience),
  ]);
  return { settings, policy, family, snoozes: snoozes?.count ?? null, overview };
}

let loads = 0;

async function load(): Promise<void> {
  loads += 1;
  const mine = loads;
  const stored = await readStored();
  if (stored !== null) update({ stored });
  // Else what is drawn stays, and the control says that it was not saved.
  else if (typeof state.stored === 'string') update({ stored: 'no-answer' });
  if (stored === null || Object.values(stored).includes(null)) void takeLate(() => mine === loads);
}

/** What comes late, as from a worker that is slow to start, is taken when it comes, unless the page was drawn anew by then. */
async function takeLate(isNewest: () => boolean): Promise<void> {
  const stored = await readStored(PATIENCE_UNSEEN_MS);
  if (stored === null || !isNewest()) return;
  update({ stored });
  await followLanguage();
}

/** The language may have changed elsewhere: in the popup, or by the starting value of a policy. */
async function followLanguage(): Promise<void> {
  if (typeof state.stored === 'string') return;
  const language = chooseLanguage(state.stored.settings.language, navigator.languages);
  update({ context: await contextIn('options', state.context, language) });
}

async function start(): Promise<void> {
  const settings = await ask({ type: 'get-settings' });
  const language = await pageLanguage(settings);
  state = { stored: 'loading', context: await createPageContext('options', language) };
  update({});
  onSettingsChanged(() => void load().then(followLanguage));
}

void start();
