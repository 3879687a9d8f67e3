// What a content script asks the background, and the answers; what a tab is told and asked: tab-messages.ts. Ids, numbers and HMACs
// only: no text, no name and no address ever stands in one of these shapes (docs/privacy.md).
import type { Shown } from '../engine/decide';
import type { PackedPacks } from '../engine/packed';
import type { Rules } from '../engine/rules';
import type { ConversationMemory, Level } from '../engine/types';
import type { HelpForCard } from '../help/choose';
import type { Catalogue } from './i18n';
import type { RequestFlag } from './request-flags';
import type { Language, Settings } from './settings';
import type { HelpPlace } from './situations';
import type { PageState } from './tab-messages';

/** HMAC-SHA-256 of service + peer id under the per-site key, hex, 32 characters. */
export type ConversationKey = string;

/**
 * A conversation, and by which key it is named (`keyId` in utils/keys.ts). The link of a reading adds the latter
 * (entrypoints/content/background-link.ts): what comes without it, or from a key that holds no longer, is refused.
 */
type Named = { readonly conversation: ConversationKey; readonly keyId?: string | undefined };

/** From a content script to the background; the answer's type stands in `Answers`. */
export type ToBackground =
  | { readonly type: 'hello'; readonly service: string }
  /** Once a conversation is open, not before: packs weigh more than all else. */
  | { readonly type: 'packs' }
  | ({ readonly type: 'open' } & Named)
  | ({ readonly type: 'seen'; readonly memory: ConversationMemory; readonly weak: boolean } & Named)
  | { readonly type: 'state'; readonly state: PageState; readonly level: Level }
  | ({
      readonly type: 'warned';
      readonly level: Level;
      /** The card and the stages that it named, as `decide` calls them (engine/decide.ts). */
      readonly card: string;
      readonly stages: readonly string[];
    } & Named)
  | ({ readonly type: 'snooze'; readonly on: boolean } & Named)
  /** What the page showed of a request, for the chat that may follow (page/risk-facts.ts). */
  | ({ readonly type: 'requested'; readonly flags: readonly RequestFlag[] } & Named)
  /** Opens the help page in a tab of its own: a page's card can't, without files that the page could ask for. */
  | { readonly type: 'open-help'; readonly place: HelpPlace };

/** What the background answers to each message. */
export type Answers = {
  hello: {
    /** What the reading follows, and no more: a site need not learn what else the person chose. */
    readonly settings: Pick<Settings, 'sensitivity'>;
    /** Signals and escalations, as data: files can't be loaded in a page. */
    readonly rules: Omit<Rules, 'packs' | 'learned'>;
    /** How many packs there are to ask for. */
    readonly packs: number;
    /** The language that cards are written in. */
    readonly language: Language;
    /** That language's sentences, only the sections that cards show (`CARD_SECTIONS`). */
    readonly catalogue: Catalogue;
    /** The few lines of help that a card names. */
    readonly help: HelpForCard;
    /** True where no country was chosen and the help is that of the country the browser's clock points to. */
    readonly countryGuessed: boolean;
    /** Base64 key for HMACs on this service; another service gets another key. */
    readonly key: string;
    /** Switched off, everywhere by the person or on this service by them or their school: read nothing, show nothing. */
    readonly paused: boolean;
    /** Storage did not answer: the key, the settings or both are made up, and hold until it does. */
    readonly makeshift?: true | undefined;
  };
  /** The packs of all languages, as text. */
  packs: PackedPacks;
  open: {
    readonly memory: ConversationMemory | null;
    /** Snoozed until this time in milliseconds, or null. */
    readonly snoozedUntil: number | null;
    /** Cards shown before, for the fatigue rules. */
    readonly shown: Shown;
    /** Those that were shown today, by their names. */
    readonly shownToday: readonly string[];
    /** What was seen of the request that this contact sent before. */
    readonly requested: readonly RequestFlag[];
  };
  requested: null;
  seen: null;
  state: null;
  warned: null;
  snooze: { readonly snoozedUntil: number | null };
  'open-help': null;
};

/** How an answer travels to a content script: a failure is told, not thrown, since browsers lose thrown ones. */
export type Reply<T extends keyof Answers> = { readonly answer: Answers[T] } | { readonly failed: true };
