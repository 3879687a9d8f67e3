// Everything that crosses between content script, background and our own pages. Ids, numbers and HMACs only: no text,
// no name and no address ever stands in one of these shapes (docs/privacy.md). What the person types on a page of
// ours (a trusted adult, a PIN, a settings file) goes from that page to the background and never to a content script.
import type { Shown } from '../engine/decide';
import type { PackedPacks } from '../engine/packed';
import type { Rules } from '../engine/rules';
import type { ConversationMemory, Level } from '../engine/types';
import type { HelpForCard } from '../help/choose';
import type { ContactFact, RequestFlag } from '../page/adapter';
import type { FamilyStatus, FamilyWeek, PinRefusal } from './family-types';
import type { Catalogue } from './i18n';
import type { PolicyReport } from './policy-types';
import type { Audience, Language, Settings, SettingsChange } from './settings';
import type { ImportReport } from './settings-file';
import type { HelpPlace } from './situations';
import type { StoredOverview } from './stored-kinds';
import type { TrustedAdult } from './trusted-adult';

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

/** State of the page in a tab, for badge and popup. */
export type PageState =
  | 'reading' // a conversation is open and read
  | 'idle' // a supported site, no conversation open
  | 'unreadable' // the page can't be read: `why` says more
  | 'paused' // switched off by the person, here or everywhere
  | 'broken'; // a fault of ours; `why` says which, and 'no-background' may pass by itself

/** What the popup asks of the tab's content script, and what it answers. Counts and ids, no text. */
export type FromPopup =
  | { readonly type: 'report' }
  /** Asked by the page "help fix a site" alone, when the person presses its button; answered by `PageStructure`. */
  | { readonly type: 'structure' }
  | { readonly type: 'unsnooze' }
  | { readonly type: 'show-card' };
export type TabReport = {
  readonly state: PageState;
  readonly why:
    | 'no-list'
    | 'no-rows'
    | 'no-direction'
    | 'adapter-error'
    | 'no-packs'
    | 'no-background'
    | null;
  /** Adapter id and name, e.g. 'telegram-k' and 'Telegram Web K'; null where none covers the page. */
  readonly adapter: {
    readonly id: string;
    readonly name: string;
    readonly seenLive: string | null;
    readonly experimental?: boolean;
  } | null;
  readonly level: Level;
  /** Of whom sentences may speak, as on the card (components/sign-sentences.ts). Absent from a script of an older version. */
  readonly who?: 'person' | 'someone' | 'unknown';
  readonly past: boolean;
  readonly crisis: boolean;
  /** Signals seen in the open conversation, strongest first. */
  readonly seen: readonly { readonly signal: string; readonly count: number; readonly lastDay: number }[];
  readonly facts: readonly ContactFact[];
  /** Requests on the page that carry a fact worth a card. */
  readonly requests: number;
  readonly snoozedUntil: number | null;
  /** Rule packs that failed to load, by language. */
  readonly failedPacks: readonly string[];
  /** True where memory could not be read or written; the page is still read. */
  readonly memoryFailed: boolean;
};

/** How a page is built, with a mark in place of everything that it says (page/structure.ts): no text, name or address. */
export type PageStructure = {
  /** The adapter that should read the page. */
  readonly adapter: string;
  readonly html: string;
  /** True where parts were left out, because the page is large. */
  readonly cut: boolean;
};

/** From the background to every tab: ask `hello` again. */
export type ToTab = { readonly type: 'settings-changed' };

/** From the popup and our pages to the background; the answer's type stands in `PageAnswers`. */
export type FromPages =
  | { readonly type: 'get-settings' }
  /** What a school set by policy, and what of it was left out. */
  | { readonly type: 'get-policy' }
  | { readonly type: 'set-settings'; readonly change: SettingsChange }
  | { readonly type: 'export-settings' }
  | { readonly type: 'import-settings'; readonly text: string }
  | { readonly type: 'storage-health' }
  /** Everything that is stored, as kinds and numbers. */
  | { readonly type: 'stored-overview' }
  /**
   * Deletes memory, snoozes, counts, the trusted adult and the secret. Settings, the family view's switch, its PIN and
   * what waits for that PIN stay. With `everything` nothing at all stays, and the welcome begins again.
   */
  | { readonly type: 'forget'; readonly everything?: true | undefined }
  | { readonly type: 'snoozes' }
  | { readonly type: 'end-snoozes' }
  | { readonly type: 'get-trusted-adult' }
  | { readonly type: 'set-trusted-adult'; readonly adult: TrustedAdult | null }
  /** `family` switches the family view on; taken only at the first set-up of a `parent` or `together` browser. */
  | {
      readonly type: 'finish-welcome';
      readonly audience: Audience;
      readonly family: { readonly pin: string } | null;
    }
  | { readonly type: 'family-status' }
  /** The place of the help page that a card asked for a moment ago. */
  | { readonly type: 'take-help-place' }
  | { readonly type: 'family-open'; readonly pin: string }
  | { readonly type: 'acknowledge'; readonly pin: string }
  /** `old` is null only where no PIN stands; the counts then begin anew. */
  | { readonly type: 'set-pin'; readonly pin: string; readonly old: string | null }
  | { readonly type: 'family-off'; readonly pin: string }
  /** For a forgotten PIN: deletes the PIN, the counts and what waits for it. The view stays on, empty. */
  | { readonly type: 'reset-family' };

/** What the background answers to our own pages. */
export type PageAnswers = {
  'get-settings': Settings;
  'get-policy': PolicyReport;
  'set-settings': Settings;
  'export-settings': { readonly text: string };
  'import-settings': ImportReport & { readonly settings: Settings };
  'storage-health': StorageHealth;
  'stored-overview': StoredOverview;
  forget: null;
  snoozes: { readonly count: number };
  'end-snoozes': { readonly count: number };
  'get-trusted-adult': TrustedAdult | null;
  'set-trusted-adult': TrustedAdult | null;
  /** The audience as it now stands, and whether the family view is on. */
  'finish-welcome': FamilyStatus;
  'family-status': FamilyStatus;
  'take-help-place': HelpPlace | null;
  /** Oldest week first; none where no week is old enough yet. */
  'family-open':
    | { readonly ok: true; readonly weeks: readonly FamilyWeek[]; readonly since: number }
    | PinRefusal;
  acknowledge: { readonly ok: true } | PinRefusal;
  'set-pin': { readonly ok: true } | PinRefusal;
  'family-off': { readonly ok: true } | PinRefusal;
  'reset-family': FamilyStatus;
};

/** Whether storage holds, for the popup. Kinds and numbers alone. */
export type StorageHealth = {
  /** Kinds of items that could not be read and were set aside, by their names in utils/stored-kinds.ts. */
  readonly setAside: readonly string[];
  /** Conversations that are remembered. */
  readonly conversations: number;
  /** False where the browser's storage does not answer or refuses to write. */
  readonly working: boolean;
  /** Messages that were refused since the background last woke: foreign sender, wrong shape or size. */
  readonly refused: number;
};
