// What the background does with each message that was let in. Every handler starts from storage: the worker may have
// been started by this very message. Nothing waits for managed storage.
import type { HeldRules } from '../../engine/packed';
import { helpForCard } from '../../help/choose';
import type { HelpData } from '../../help/types';
import { type Catalogue, chooseLanguage, pickSections } from '../../utils/i18n';
import { createSecret, keyId, serviceKey, toBase64 } from '../../utils/keys';
import type { Answers, ToBackground } from '../../utils/messages';
import type { FromPages } from '../../utils/page-messages';
import { reportError } from '../../utils/report-error';
import { DEFAULT_SETTINGS, type Language } from '../../utils/settings';
import type { Storage } from '../../utils/storage';
import { type Badge, badgeFor } from './badge';
import { createPendingPlace, type PendingPlace } from './help-place';
import { refreshMark, titleOf, withoutStorage } from './lamp-words';
import { createPageHandlers } from './page-handlers';
import { type Policy, withPolicy } from './policy';
import type { TabSender } from './router';

/** Sections of a catalogue that cards are written from; the rest stays here. */
const CARD_SECTIONS = ['card', 'common', 'fact', 'signal', 'level', 'names'];

export type HandlerOptions = {
  readonly storage: Storage;
  readonly rules: HeldRules;
  readonly help: HelpData;
  /** Those that can be switched off, e.g. 'telegram'. */
  readonly services: readonly string[];
  /** Languages of the browser, best first. */
  browserLanguages(): readonly string[];
  /** The country that the browser's own clock and languages point to, and the one `shown`; or null. Nothing is looked up. */
  suggestedCountry(shown: Language): string | null;
  loadCatalogue(language: Language): Promise<Catalogue>;
  policy(): Policy;
  showBadge(tab: number, badge: Badge, title: string): Promise<void>;
  /** The quiet mark on all tabs (badge.ts). */
  showMark(on: boolean, title: string): Promise<void>;
  /** Tells all tabs that settings changed; tabs without us are passed over. */
  tellTabs(): Promise<void>;
  /** Opens a page of ours, e.g. '/help.html', beside the tab that asked. */
  openPage(address: string, besideTab: number): Promise<void>;
  refused(): number;
};

type Message<T extends ToBackground['type']> = Extract<ToBackground, { type: T }>;
type Handlers = {
  [T in ToBackground['type']]: (message: Message<T>, from: TabSender) => Promise<Answers[T]>;
};
type Handle = (message: ToBackground, from: TabSender) => Promise<unknown>;

/** Makes both tables of handlers. Any number of these may be made over one storage, one after the other. */
export function createHandlers(options: HandlerOptions) {
  const pending = createPendingPlace();
  const tabs = createTabHandlers(options, pending);
  const privateTabs: Handlers = { ...tabs, ...keepingNothing(options) };
  const pages = createPageHandlers(options, pending);
  return {
    fromTab: (message: ToBackground, from: TabSender): Promise<unknown> =>
      ((from.incognito ? privateTabs : tabs)[message.type] as Handle)(message, from),
    fromPage: (message: FromPages): Promise<unknown> =>
      (pages[message.type] as (message: FromPages) => Promise<unknown>)(message),
    refreshMark: () => refreshMark(options),
  };
}

/** For tabs of private windows: what would be written of a conversation is answered, and written nowhere. */
function keepingNothing({ storage }: HandlerOptions): Partial<Handlers> {
  return {
    requested: async () => null,
    seen: async () => null,
    warned: async () => null,
    snooze: async ({ on }) => ({ snoozedUntil: storage.snoozeEnd(on) }),
  };
}

function createTabHandlers(options: HandlerOptions, pending: PendingPlace): Handlers {
  const { storage, rules, help } = options;
  /** The store, for what is named by the key that `hello` gave to this tab. */
  const under = ({ keyId: id }: { readonly keyId?: string | undefined }, { service }: TabSender) =>
    storage.under((secret) => keyId(serviceKey(secret, service)) === id);
  return {
    async hello(_, { service }) {
      const { settings, secret, isMakeshift } = await stored(options);
      const language = chooseLanguage(settings.language, options.browserLanguages());
      const suggested = settings.country === null ? options.suggestedCountry(language) : null;
      storage.pruneDaily().catch((error) => reportError('storage: prune', error));
      return {
        settings: { sensitivity: settings.sensitivity },
        rules: { signals: rules.signals, escalations: rules.escalations },
        packs: rules.count,
        language,
        catalogue: pickSections(await options.loadCatalogue(language), CARD_SECTIONS),
        help: helpForCard(help, settings.country ?? suggested),
        countryGuessed: suggested !== null,
        key: toBase64(serviceKey(secret, service)),
        paused: settings.paused || settings.offServices.includes(service),
        ...(isMakeshift ? { makeshift: true } : {}),
      };
    },
    packs: async () => rules.packs,
    open: (message, from) => under(message, from).open(message.conversation),
    async requested({ conversation, flags, ...message }, from) {
      await under(message, from).requested(conversation, flags);
      return null;
    },
    async seen({ conversation, memory, weak, ...message }, from) {
      await under(message, from).see(conversation, memory, weak);
      return null;
    },
    async state({ state, level }, { tab }) {
      const badge = badgeFor(state, level);
      await options.showBadge(tab, badge, await titleOf(badge.title, options)).catch(() => {}); // the tab may be gone
      return null;
    },
    async warned({ conversation, level, card, stages, ...message }, from) {
      if (level === 'calm') return null;
      const waits = await under(message, from).warned(conversation, { level, card, stages });
      if (waits) await refreshMark(options);
      return null;
    },
    async 'open-help'({ place }, { tab }) {
      pending.put(place);
      await options.openPage('/help.html', tab);
      return null;
    },
    async snooze({ conversation, on, ...message }, from) {
      const snoozedUntil = await under(message, from).snooze(conversation, on);
      options.tellTabs().catch((error) => reportError('snooze: other tabs', error)); // the chat may be open there too
      return { snoozedUntil };
    },
  };
}

/** What `hello` needs of storage. Where storage does not answer it is made up, and says so: the tab is to ask again. */
async function stored({ storage, policy }: HandlerOptions) {
  let isMakeshift = false;
  const makeUp = <T>(make: () => T) =>
    withoutStorage(() => {
      isMakeshift = true;
      return make();
    });
  const own = await storage.settings().catch(makeUp(() => DEFAULT_SETTINGS));
  const secret = await storage.secret().catch(makeUp(createSecret));
  return { settings: withPolicy(own, policy()), secret, isMakeshift };
}
