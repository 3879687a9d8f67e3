// What tests of the popup share: reports, contexts, and rendering into a page. Not shipped.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { parse } from 'yaml';
import type { Reason, Stage } from '../../engine/types';
import { type Catalogue, createTranslator } from '../../utils/i18n';
import { DEFAULT_SETTINGS, type Language } from '../../utils/settings';
import type { TabReport } from '../../utils/tab-messages';
import { shippedHelp } from '../lines/testing';
import type { PageContext } from '../page-context';
import { Popup } from './popup';
import type { PopupActions, PopupProps } from './tab-answer';

const ROOT = join(import.meta.dirname, '../..');

/** A tab that reads a calm chat on Telegram. */
export const CALM: TabReport = {
  state: 'reading',
  why: null,
  adapter: { id: 'telegram-k', name: 'Telegram Web K', seenLive: '2026-11-20' },
  level: 'calm',
  who: 'person',
  past: false,
  crisis: false,
  seen: [],
  facts: [],
  requests: 0,
  snoozedUntil: null,
  failedPacks: [],
  memoryFailed: false,
};

/** 24 November 2026. */
export const TODAY = 20_781;

const SIGNALS = parse(readFileSync(join(ROOT, 'rules/signals.yaml'), 'utf8')) as Record<
  string,
  { stage: Stage }
>;

/** A sighting of a signal; of one that no rule knows, something said to win trust. */
export const seen = (signal: string, count = 1, lastDay = TODAY): Reason => ({
  ...{ signal, count, lastDay },
  stage: SIGNALS[signal]?.stage ?? 'trust',
});

/** A chat with a threat over pictures and a demand for money. */
export const DANGER: TabReport = {
  ...CALM,
  level: 'danger',
  seen: [seen('threat.publish', 2), seen('payment.demand'), seen('secrecy.dont-tell', 3, TODAY - 4)],
};

/** Words of the shipped English catalogue; `copied` collects what was copied. */
export function englishContext(copied: string[] = [], allowed = true): PageContext {
  const catalogue = JSON.parse(readFileSync(join(ROOT, 'locales/en.json'), 'utf8')) as Catalogue;
  const copy = async (value: string) => {
    if (allowed) copied.push(value);
    return allowed;
  };
  return {
    t: createTranslator(catalogue, 'en'),
    language: 'en' as Language,
    copy,
  };
}

/** Notes each action with what it was given. */
export function noteActions(done: string[]): PopupActions {
  const note =
    (name: string) =>
    async (value = '') => {
      done.push(value === '' ? name : `${name} ${value}`);
      return true;
    };
  return {
    reload: note('reload'),
    resume: note('resume'),
    pause: note('pause'),
    endSnooze: note('endSnooze'),
    showCard: note('showCard'),
    setCountry: note('setCountry'),
    setLanguage: note('setLanguage'),
  };
}

/** Draws the popup into the test's page, or anew into `root`; what is not given is calm, in Cambodia, in English. */
export function drawPopup(
  change: Partial<PopupProps>,
  root: HTMLElement = document.createElement('div'),
): HTMLElement {
  const props: PopupProps = {
    tab: CALM,
    settings: { ...DEFAULT_SETTINGS, country: 'KH' },
    health: null,
    family: null,
    policy: null,
    help: shippedHelp(),
    suggested: null,
    sites: ['Telegram Web K', 'Messenger'],
    isBarred: false,
    languages: ['en', 'km'],
    service: 'telegram',
    siteSwitch: 'telegram',
    context: englishContext(),
    actions: noteActions([]),
    ...change,
  };
  if (!root.isConnected) document.body.replaceChildren(root);
  act(() => render(<Popup {...props} />, root));
  return root;
}
