// The shape of the rules as data: what the build makes of rules/, what the background sends to a content script.
import type { Level, Stage } from './types';

/** What the engine needs to know of a signal. */
export type SignalRule = {
  readonly stage: Stage;
  /** Log-likelihood ratio of one sighting; 0 for context. */
  readonly weight: number;
  /** Counts even where the author is not known. */
  readonly strong: boolean;
};
export type SignalTable = Readonly<Record<string, SignalRule>>;

/** How one language says a signal. */
export type PackSignal = {
  readonly id: string;
  readonly speaker: 'self' | 'other' | 'any';
  readonly phrases: readonly string[];
  readonly unless: readonly string[];
};

/** One language's pack, without its examples. */
export type PackData = {
  readonly language: string;
  /** Width of `...` in words. */
  readonly gap: number;
  readonly reviewed: boolean;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** A word -> other ways to write it ("you" -> "u", "ya"). Phrases name the word alone. */
  readonly spellings: Readonly<Record<string, readonly string[]>>;
  /** Regular endings: a phrase that names "send" finds "sending" too. */
  readonly endings: readonly string[];
  readonly gates: readonly string[];
  readonly signals: readonly PackSignal[];
};

/** Signals that together raise a level. Every group in `all` must have been seen; `any of` inside a group. */
export type Escalation = {
  readonly id: string;
  readonly level: Level;
  readonly all: readonly (readonly string[])[];
  /** How close together: in so many messages of the conversation (live only) and so many days. */
  readonly within: { readonly messages: number; readonly days: number };
  /** True where it also counts for a message whose author is unknown. */
  readonly unknownAuthor: boolean;
  /** Evidence that it needs however long the talk was: for what length makes no less true, as an age. Null: by length. */
  readonly needs: number | null;
  /** None of these may stand in the same window. */
  readonly unless: readonly string[];
};

/** Everything the engine needs. */
export type Rules = {
  readonly signals: SignalTable;
  readonly escalations: readonly Escalation[];
  readonly packs: readonly PackData[];
};
