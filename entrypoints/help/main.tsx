// Wires the help page: which place is shown, the background's answers, and the quick way out.
import { render } from 'preact';
import { HelpPage } from '../../components/help/help-page';
import type { HelpActions } from '../../components/help/help-page-types';
import { contextIn, createPageContext, type PageContext } from '../../components/page-context';
import { HELP, HELP_SITUATIONS } from '../../help/data';
import { suggestedCountry } from '../../help/suggest-country';
import { ask } from '../../utils/ask';
import { onEscapeTwice } from '../../utils/escape-twice';
import { LANGUAGES } from '../../utils/i18n';
import { leavePage } from '../../utils/leave-page';
import { followFamily, followSettings } from '../../utils/on-settings-changed';
import type { SchoolContact } from '../../utils/policy-types';
import type { Language, Settings } from '../../utils/settings';
import { type HelpPlace, isHelpPlace } from '../../utils/situations';
import { pageLanguage } from '../../utils/storage-language';

type State = {
  readonly place: HelpPlace;
  readonly country: string | null;
  readonly familyOn: boolean;
  readonly contact: SchoolContact | null;
  readonly changes: number;
  readonly context: PageContext;
};

let state: State;

/**
 * What each entry of this tab's history shows. In this page's memory alone: browsers write a tab's history to disk and
 * give it back with a tab that was closed, and whoever opens it again must not read what somebody went through.
 */
const places = new Map<string, HelpPlace>();

type Entry = { readonly entry?: unknown } | null;

/** A mark for the history that tells nothing without this page's memory. */
function markOf(place: HelpPlace): Entry {
  const entry = crypto.randomUUID();
  places.set(entry, place);
  return { entry };
}

/** The place of the entry that the browser is at: the list where the mark is of a page before; null without a mark. */
function markedPlace(): HelpPlace | null {
  const entry = (history.state as Entry)?.entry;
  return typeof entry === 'string' ? (places.get(entry) ?? 'start') : null;
}

function update(change: Partial<State>): void {
  state = { ...state, ...change };
  render(
    <HelpPage
      {...state}
      {...{ actions }}
      help={HELP}
      situations={HELP_SITUATIONS}
      languages={LANGUAGES}
      suggested={suggestedCountry(state.context.language)}
    />,
    document.getElementById('app') as HTMLElement,
  );
}

const actions: HelpActions = {
  go(place) {
    history.pushState(markOf(place), '', location.pathname);
    update({ place });
  },
  // Shown even where it can't be kept: the numbers are what is needed now.
  setCountry(country) {
    update({ country });
    void ask({ type: 'set-settings', change: { country } });
  },
  async setLanguage(language) {
    void ask({ type: 'set-settings', change: { language } });
    update({ context: await createPageContext('help', language) });
  },
  async getAdult() {
    const adult = await ask({ type: 'get-trusted-adult' });
    return adult === undefined ? 'failed' : adult;
  },
  leave() {
    history.replaceState(null, '', location.pathname);
    void leavePage();
  },
};

/**
 * The place that the address names, taken out of the address: a list of visited pages then says "Get help", and not
 * what for. Null where it names none, as the skip link's does.
 */
function takePlace(): HelpPlace | null {
  const named = location.hash.slice(1);
  if (!isHelpPlace(named)) return null;
  history.replaceState(markOf(named), '', location.pathname);
  return named;
}

/** The way back and forward, and addresses typed by hand. */
function followHistory(): void {
  const next = takePlace() ?? markedPlace() ?? state.place;
  if (next !== state.place) update({ place: next });
}

/**
 * As above. A link within the page makes an entry without a mark: it gets one, or the way back to it would change nothing.
 * Only here, where the browser has gone to what the address names.
 */
function followHash(): void {
  followHistory();
  if (markedPlace() === null) history.replaceState(markOf(state.place), '', location.pathname);
}

/** What was chosen on another page, or came with a policy while this one was open. */
async function showChosen(settings: Settings, language: Language): Promise<void> {
  const policy = await ask({ type: 'get-policy' });
  const context = await contextIn('help', state.context, language);
  update({
    context,
    country: settings.country ?? state.country,
    contact: policy === undefined ? state.contact : policy.contact,
    changes: state.changes + 1,
  });
}

async function start(): Promise<void> {
  const known = takePlace() ?? markedPlace();
  const [settings, policy, asked] = await Promise.all([
    ask({ type: 'get-settings' }),
    ask({ type: 'get-policy' }),
    known === null ? ask({ type: 'take-help-place' }) : null,
  ]);
  const first = known ?? asked ?? 'start';
  history.replaceState(markOf(first), '', location.pathname);
  const context = await createPageContext('help', await pageLanguage(settings));
  state = {
    place: first,
    country: settings?.country ?? null,
    familyOn: false,
    contact: policy?.contact ?? null,
    changes: 0,
    context,
  };
  update({});
  followSettings(showChosen);
  addEventListener('popstate', followHistory);
  addEventListener('hashchange', followHash);
  followFamily((familyOn) => update({ familyOn }));
}

onEscapeTwice(window, () => actions.leave());
void start();
