// Wires the family view: asks the background, draws, and passes on PINs. Nothing that a PIN opened outlives the page.
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Family } from '../../components/family/family';
import type { Coverage, FamilyActions, FamilyView, PinOutcome } from '../../components/family/family-view';
import { contextIn, createPageContext, type PageContext } from '../../components/page-context';
import { adapters, allMatches } from '../../platforms/index';
import { ask } from '../../utils/ask';
import { LANGUAGES } from '../../utils/i18n';
import { formatSite } from '../../utils/names';
import { followSettings } from '../../utils/on-settings-changed';
import { isSwitchedOff } from '../../utils/service-of';
import type { Settings } from '../../utils/settings';
import { pageLanguage } from '../../utils/storage-language';

type State = { readonly view: FamilyView | 'loading' | 'no-answer'; readonly context: PageContext };

let state: State;

function update(change: Partial<State>): void {
  state = { ...state, ...change };
  const { view, context } = state;
  render(
    <Family {...{ view, context, actions }} languages={LANGUAGES} />,
    document.getElementById('app') as HTMLElement,
  );
}

const actions: FamilyActions = {
  async open(pin) {
    const answer = await ask({ type: 'family-open', pin });
    if (answer?.ok) show({ open: answer });
    return answer ?? 'failed';
  },
  lock: () => show({ open: null }),
  acknowledge: async (pin) => refreshed(await ask({ type: 'acknowledge', pin })),
  setPin: async (pin, old) => refreshed(await ask({ type: 'set-pin', pin, old })),
  turnOff: async (pin) => refreshed(await ask({ type: 'family-off', pin })),
  async reset() {
    const status = await ask({ type: 'reset-family' });
    if (status !== undefined) show({ status, open: null });
    return status !== undefined;
  },
  async setLanguage(language) {
    const saved = await ask({ type: 'set-settings', change: { language } });
    if (saved === undefined) return false;
    update({ context: await createPageContext('family', language) });
    await load();
    return true;
  },
  reload: () => location.reload(),
};

function show(change: Partial<FamilyView>): void {
  if (typeof state.view === 'object') update({ view: { ...state.view, ...change } });
}

/** Draws what stands now, whatever became of the PIN. */
async function refreshed(answer: Exclude<PinOutcome, 'failed'> | undefined): Promise<PinOutcome> {
  await load();
  return answer ?? 'failed';
}

async function load(): Promise<void> {
  const [status, settings] = [await ask({ type: 'family-status' }), await ask({ type: 'get-settings' })];
  const before = typeof state.view === 'object' ? state.view : null;
  if (status === undefined) {
    if (before === null) update({ view: 'no-answer' });
    return; // what is drawn stays, and the form says that nothing was done
  }
  const coverage = settings === undefined ? (before?.coverage ?? null) : await coverageOf(settings);
  // Weeks that were deleted meanwhile, in another tab, begin anew on another day.
  const isSame = status.on && status.hasPin && before?.open?.since === status.since;
  const open = isSame ? (before?.open ?? null) : null;
  update({ view: { status, open, coverage } });
}

async function coverageOf({ offServices, paused }: Settings): Promise<Coverage> {
  const mayRead = (origins: string[]) => browser.permissions.contains({ origins }).catch(() => true);
  const isAllLet = await mayRead(allMatches); // mostly so: one question instead of one for each site
  const standing = async (site: (typeof adapters)[number]) => {
    if (isSwitchedOff(adapters, site, offServices)) return 'off';
    return isAllLet || (await mayRead([...site.matches])) ? 'on' : 'barred';
  };
  const all = await Promise.all(
    adapters.map(async (site) => [await standing(site), formatSite(site, state.context.t)] as const),
  );
  const namesOf = (wanted: string) => all.filter(([stands]) => stands === wanted).map(([, name]) => name);
  const privateWindows = await browser.extension.isAllowedIncognitoAccess().catch(() => null);
  return {
    ...{ on: namesOf('on'), off: namesOf('off'), barred: namesOf('barred') },
    paused,
    privateWindows,
  };
}

async function start(): Promise<void> {
  const settings = await ask({ type: 'get-settings' });
  const language = await pageLanguage(settings);
  state = { view: 'loading', context: await createPageContext('family', language) };
  update({});
  // A page that the browser keeps for "back" must not show what was opened.
  addEventListener('pagehide', actions.lock);
  await load();
  followSettings(async (_, language) => {
    update({ context: await contextIn('family', state.context, language) });
    await load();
  });
}

void start();
