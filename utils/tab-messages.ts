// What crosses between a tab's content script and who asks it: the popup, our pages, the background. Counts, ids and,
// for a fixture, the page's structure: no text.
import type { Level, Reason } from '../engine/types';
import type { ContactFact } from '../page/adapter';

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
  | { readonly type: 'structure'; readonly words: StructureWords }
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
  readonly seen: readonly Reason[];
  readonly facts: readonly ContactFact[];
  /** Requests on the page that carry a fact worth a card. */
  readonly requests: number;
  readonly snoozedUntil: number | null;
  /** Rule packs that failed to load, by language. */
  readonly failedPacks: readonly string[];
  /** True where memory could not be read or written; the page is still read. */
  readonly memoryFailed: boolean;
};

/** Words that may stay in a copy of a page, in lists parted by spaces (page/structure-words.ts). */
export type StructureWords = {
  /** What sites call parts of a page. */
  readonly sites: string;
  /** What else elements and attributes are called. */
  readonly names: string;
  /** Short words that tell of nobody where they begin or end a longer one. */
  readonly frequent: string;
};

/** How a page is built, with a mark in place of everything that it says (page/structure.ts): no text, and no name that it shows. */
export type PageStructure = {
  /** The adapter that should read the page. */
  readonly adapter: string;
  readonly html: string;
  /** True where parts were left out, because the page is large. */
  readonly cut: boolean;
};

/** From the background to every tab: ask `hello` again. */
export type ToTab = { readonly type: 'settings-changed' };
