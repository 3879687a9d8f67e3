// Wires the welcome: the steps lie in the browser's history, so that its own back and forward lead through them.
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { NO_PIN } from '../../components/family/new-pin';
import { contextIn, createPageContext, type PageContext } from '../../components/page-context';
import tokens from '../../components/tokens.css?inline';
import { Welcome } from '../../components/welcome/welcome';
import {
  stepsFor,
  type WelcomeActions,
  type WelcomeAnswers,
  type WelcomeStep,
} from '../../components/welcome/welcome-types';
import { HELP } from '../../help/data';
import { suggestedCountry } from '../../help/suggest-country';
import { ask, PATIENCE_UNSEEN_MS } from '../../utils/ask';
import type { FamilyStatus } from '../../utils/family-types';
import { LANGUAGES } from '../../utils/i18n';
import { followSettings, onSettingsChanged } from '../../utils/on-settings-changed';
import type { PolicyReport } from '../../utils/policy-types';
import type { Language, Settings } from '../../utils/settings';
import { pageLanguage } from '../../utils/storage-language';
import card from '../content/card.css?inline';

const CARD_STYLES = [tokens, card];

type State = {
  readonly loading: boolean;
  readonly step: WelcomeStep;
  readonly moved: boolean;
  readonly answers: WelcomeAnswers;
  readonly before: FamilyStatus | null;
  readonly familyIsOn: boolean;
  readonly policy: PolicyReport | null;
  readonly country: string | null;
  readonly context: PageContext;
};

let state: State;

function update(change: Partial<State>): void {
  state = { ...state, ...change };
  render(
    <Welcome
      {...state}
      {...{ actions, onHelp }}
      help={HELP}
      languages={LANGUAGES}
      cardStyles={CARD_STYLES}
      suggested={suggestedCountry(state.context.language)}
    />,
    document.getElementById('app') as HTMLElement,
  );
}

const actions: WelcomeActions = {
  go(step) {
    history.pushState({ step }, '', location.pathname);
    update({ step, moved: true });
  },
  back: () => history.back(),
  answer: (change) => update({ answers: { ...state.answers, ...change } }),
  async setLanguage(language) {
    update({ context: await createPageContext('welcome', language) });
    return (await ask({ type: 'set-settings', change: { language } })) !== undefined;
  },
  async setCountry(country) {
    const saved = await ask({ type: 'set-settings', change: { country } });
    if (saved !== undefined) update({ country });
    return saved !== undefined;
  },
  async finish() {
    const { audience, familyOn, pin } = state.answers;
    if (audience === null) return false;
    const asked = stepsFor(audience, state.before).includes('family');
    const family = asked && familyOn ? { pin: pin.pin } : null;
    const status = await ask({ type: 'finish-welcome', audience, family });
    if (status === undefined) return false;
    update({ before: status, familyIsOn: status.on, answers: { audience, familyOn: false, pin: NO_PIN } });
    return true;
  },
};

function onHelp(): void {
  void browser.tabs.create({ url: browser.runtime.getURL('/help.html' as '/') });
}

/** A step that the answers don't lead to, as after a reload, is the first one. A link within the page leads to none. */
function followHistory(event: PopStateEvent): void {
  const { step } = (event.state ?? {}) as { step?: WelcomeStep };
  if (step === undefined) return;
  const { audience } = state.answers;
  const known = audience !== null && stepsFor(audience, state.before).includes(step);
  update({ step: known ? step : 'who', moved: true });
}

/** The way to the content makes an entry of the history without a step: it gets the one that is shown, for the way back. */
function followHash(): void {
  const { step } = (history.state ?? {}) as { step?: WelcomeStep };
  if (step === undefined) history.replaceState({ step: state.step }, '', location.pathname);
}

/** What was chosen before, and a school's policy, may come after the page was drawn: they say where this person begins. */
async function showChosen(settings: Settings, language: Language): Promise<void> {
  const policy = (await ask({ type: 'get-policy' })) ?? state.policy;
  const context = await contextIn('welcome', state.context, language);
  const audience = state.answers.audience ?? settings.audience ?? (policy?.managed ? 'school' : null);
  update({ context, policy, country: settings.country, answers: { ...state.answers, audience } });
}

let asked = 0;

/**
 * The family view is offered at the first set-up alone. That may be known late, and may end while it is offered: where another
 * welcome was finished meanwhile, a PIN that is typed here would be dropped.
 */
async function takeBefore(): Promise<void> {
  asked += 1;
  const turn = asked;
  const before = await ask({ type: 'family-status' }, PATIENCE_UNSEEN_MS);
  if (before === undefined || turn !== asked) return;
  const step = stepsFor(state.answers.audience, before).includes(state.step) ? state.step : 'try';
  update({ before, familyIsOn: before.on, step, moved: state.moved || step !== state.step });
}

async function start(): Promise<void> {
  const settings = await ask({ type: 'get-settings' });
  const language = await pageLanguage(settings);
  history.replaceState({ step: 'who' }, '', location.pathname);
  state = {
    ...{ loading: true, step: 'who', moved: false, before: null, familyIsOn: false },
    answers: { audience: settings?.audience ?? null, familyOn: false, pin: NO_PIN },
    ...{ policy: null, country: settings?.country ?? null },
    context: await createPageContext('welcome', language),
  };
  update({});
  const before = (await ask({ type: 'family-status' })) ?? null;
  update({ loading: false, before, familyIsOn: before?.on ?? false });
  addEventListener('popstate', followHistory);
  addEventListener('hashchange', followHash);
  followSettings(showChosen);
  onSettingsChanged(() => void takeBefore());
}

void start();
