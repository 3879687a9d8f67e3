// What a site's adapter must be able to tell. One file in platforms/ a site; this file knows none of them.
import type { Speaker } from '../engine/types';
import type { RequestFlag } from '../utils/request-flags';

/** A chat that is open in the page. Elements are looked up anew at every switch, never kept across one. */
export type OpenConversation = {
  /** What holds the rows; observed. May lie in an open shadow root, or be one. */
  readonly list: Element | ShadowRoot;
  /** The peer's stable id on this service (never a @name), e.g. '5550001111'; where only a title exists, the title. */
  readonly peer: string;
  /** The other person's id in requests, where the page names it and it is not `peer` itself. */
  readonly person?: string;
  /** True where `peer` is a mere title, so that memory is marked weak. */
  readonly weak: boolean;
  /** True where several people write: each author is judged separately. */
  readonly group: boolean;
  /** The other person's name as shown, for nothing but the page's own reading of authors. */
  readonly title: string;
  /** The box where a person types; null in an unaccepted request or a read-only chat. */
  readonly composer: Element | null;
  /** The pane of the conversation: a card docks to its outer edge. */
  readonly pane: Element;
  /** True where the thread is a message request that was not accepted yet. */
  readonly request: boolean;
};

/** What one row says. `at` in milliseconds since 1970, or null. */
export type RowReading = {
  readonly id: string;
  readonly author: string;
  readonly speaker: Speaker;
  readonly text: string;
  readonly at: number | null;
};

/** A fact about a contact that the page shows, or says nothing about (`unseen`). Ids are in locales under `fact.*`. */
export type ContactFact =
  | { readonly fact: 'not-a-contact' }
  | { readonly fact: 'no-mutual-friends' }
  | { readonly fact: 'mutual-friends'; readonly count: number }
  /** The account was made within the last half year; `month` as '2026-10', null where the site only says that it is new. */
  | { readonly fact: 'new-account'; readonly month: string | null }
  /** Country of the phone number, ISO 3166 alpha-2. */
  | { readonly fact: 'country'; readonly country: string }
  /** Groups that both are in (Telegram); shown only where there is at least one. */
  | { readonly fact: 'shared-groups'; readonly count: number }
  | { readonly fact: 'message-request' }
  /** The name as shown and the account's own name have nothing in common (page/account-name.ts). */
  | { readonly fact: 'other-account-name' }
  /** A new account with many friends in common: who means harm often adds a whole school first (page/risk-facts.ts). */
  | { readonly fact: 'new-with-many-friends' }
  /** What the page showed when this contact asked, and does not show any more. */
  | { readonly fact: 'at-request'; readonly what: RequestFlag }
  | { readonly fact: 'unseen'; readonly what: 'mutual-friends' | 'account-age' | 'country' };

/** A friend or message request that the page shows. */
export type RequestCard = {
  /** The sender's stable id on this service. */
  readonly id: string;
  /** The name as shown; stays in the page. */
  readonly name: string;
  readonly element: Element;
  readonly facts: readonly ContactFact[];
};

export type Adapter = {
  /** kebab-case, equals the file's name: 'telegram-k'. */
  readonly id: string;
  /** Shared by clients of one service, so that memory is too: 'telegram'. */
  readonly service: string;
  /** As people call it: 'Telegram Web K'. */
  readonly name: string;
  /** Match patterns for the manifest. */
  readonly matches: readonly string[];
  /** Match patterns of pages that the site shows in frames of its own: there it is read in frames, else in tabs alone. */
  readonly frames?: readonly string[];
  /** What is known of the page: from the site's own source, from pages that others saved, or a guess; when a person saw it live. */
  readonly evidence: { readonly from: 'source' | 'captures' | 'guess'; readonly seenLive: string | null };
  /** True where the evidence is weak: said in the popup and in the README's table. */
  readonly experimental?: true;
  /** What it reads; the README's table is made from this. */
  readonly reads: readonly ('threads' | 'groups' | 'requests')[];
  /** True where this adapter is the one for the address. Cheap: no DOM. */
  covers(url: URL): boolean;
  /**
   * True where the address (or, on sites whose address never changes, the page) says that a conversation should be on
   * screen: then `open` returning null is a failure to read.
   */
  expectsConversation(url: URL, document: Document): boolean;
  /** The conversation on screen, or null where none is, or where page and address do not agree yet. */
  open(document: Document, url: URL): OpenConversation | null;
  /** Open shadow roots in which the site shows its chats (page/shadow.ts): a change in them is none of the document. */
  roots?(document: Document): readonly ShadowRoot[];
  /** All conversations on screen, where a site shows several side by side; `open` gives the first of them. */
  openAll?(document: Document, url: URL): readonly OpenConversation[];
  /** Selector of a message row inside `list`. A row that is a component keeps its words in an open root of its own. */
  readonly row: string;
  /** Attributes of a row that change in place and matter, such as an id that settles once a message is sent. */
  readonly rowAttributes?: readonly string[];
  /** Selector of the site's own preview of a picture about to be sent, where its file input never stands in the page. */
  readonly attaching?: string;
  /** What a row says, or null for service rows, emptied shells and sponsored rows. */
  read(row: Element, conversation: OpenConversation): RowReading | null;
  /** Facts that the page shows about the peer of the open conversation. */
  facts?(document: Document, conversation: OpenConversation): readonly ContactFact[];
  /** Requests that the page shows. */
  requests?(document: Document, url: URL): readonly RequestCard[];
};

/** Declares an adapter; gives editors the type without a cast. */
export function defineAdapter(adapter: Adapter): Adapter {
  return adapter;
}
