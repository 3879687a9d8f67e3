// The shape of the rules as data: what the build makes of rules/, what the background sends to a content script.
import type { AgeWords } from './age-words';
import type { Level, Stage } from './types';

/** What the engine needs to know of a signal. */
export type SignalRule = {
  readonly stage: Stage;
  /** Log-likelihood ratio of one sighting; 0 for what says something only beside others. */
  readonly weight: number;
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
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** A word -> other ways to write it ("you" -> "u", "ya"). Phrases name the word alone. */
  readonly spellings: Readonly<Record<string, readonly string[]>>;
  /** Spellings that are as often words themselves ("were"): phrases take them for the word, what is learned from chats does not. */
  readonly ownWords: readonly string[];
  /** Regular endings: a phrase that names "send" finds "sending" too. */
  readonly endings: readonly string[];
  /** Words of the language that no phrase names, apart by spaces: each is one letter away from a word that is named. */
  readonly otherWords: string;
  readonly ages: AgeWords;
  /** Where one stands in a message, the other person's hits in it don't count. */
  readonly gates: readonly string[];
  /** Gates that hold for the messages that follow too: somebody teaches, helps, or rehearses a scene. */
  readonly lessons: readonly string[];
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
  /** Evidence that it needs: for what length makes no less true, as an age. Only a long acquaintance adds to it. Null: by length. */
  readonly needs: number | null;
  /** One of these in the same message, or in the one after, takes the first sign back. */
  readonly unless: readonly string[];
  /** None of these may stand in the same window. */
  readonly without: readonly string[];
};

/** A long row of whole numbers, as it was written or as it was read again (number-text.ts). */
export type NumberRow = readonly number[] | Int32Array;

/** A pack as it ships: its phrases as numbers. */
export type PreparedPack = {
  readonly language: string;
  /**
   * Rows of steps (code.ts), each after its length: first those that phrases share, then one a phrase: gates, lessons,
   * doubts, and those of each signal.
   */
  readonly code: NumberRow;
  /** How many rows are shared ones. */
  readonly shared: number;
  /** How each phrase is looked for, in the same order: `SEARCH_SIZE` numbers a phrase (search-code.ts). */
  readonly searches: NumberRow;
  /** How many phrases there are of each. */
  readonly gates: number;
  readonly lessons: number;
  readonly doubts: number;
  readonly signals: readonly PreparedSignal[];
};

type PreparedSignal = Pick<PackSignal, 'id' | 'speaker'> & {
  /** How many phrases say it. */
  readonly phrases: number;
  /** Which of the pack's doubts rule it out, by number from 0 on. */
  readonly unless: readonly number[];
};

/** Sets of words, one after the other: how many, then the first word's number, then the steps to each next one. */
export type SetRow = NumberRow;

/** The packs as they ship: what a page would have to work out of them each time is worked out once (prepare.ts). */
export type PreparedPacks = {
  readonly packs: readonly PreparedPack[];
  /** All known words in the order of their numbers, which begin at 1, with a space between them. */
  readonly words: string;
  /** For each word how many phrases name it. */
  readonly uses: NumberRow;
  /** Numbers of the words that are a whole phrase alone. */
  readonly lone: NumberRow;
  /** Of all packs: see `PackData`. */
  readonly endings: readonly string[];
  readonly otherWords: string;
  readonly ages: AgeWords;
  /** For each word, from number 0 on, the words that it is a form or spelling of. */
  readonly bases: SetRow;
  /** For what was learned. For each spelling that stands for one word: the step from the spelling before it, and the word. */
  readonly spelled: { readonly pairs: NumberRow };
  /** Sets of words, without their forms: those that announce phrases, and those that code and checks name. */
  readonly anchors: SetRow;
  readonly sets: SetRow;
  /** Null where nothing was learned: the phrases alone judge then. */
  readonly classifier: PreparedClassifier | null;
  readonly despair: PreparedLook | null;
  readonly lessons: PreparedLook | null;
};

/**
 * What was learned from labelled chats, by words (rules/classifier.tsv). A weight is a whole number (`WEIGHT_SCALE`), two of
 * each: towards `caution` and towards `danger`.
 */
export type LearnedWeights = {
  readonly bias: readonly [caution: number, danger: number];
  /** `other media.asks-picture`, `self context.refusal`. */
  readonly signs: Readonly<Record<string, Weights>>;
  readonly words: readonly LearnedWord[];
  /** Of the protected person's own words, towards despair. */
  readonly despair: LearnedLook;
  /** Of single words, towards a lesson. */
  readonly lessons: LearnedLook;
};
/** What tells one thing alone. */
export type LearnedLook = {
  readonly bias: number;
  readonly words: readonly (Omit<LearnedWord, 'weights'> & { readonly weight: number })[];
};
export type Weights = readonly [caution: number, danger: number];
/** A word behind another one, or behind anything (`<any>`): as the rules name them, or the marks `<begin>`, `<end>`, `<unknown>`. */
export type LearnedWord = {
  readonly isSelf: boolean;
  readonly before: string;
  readonly word: string;
  readonly weights: Weights;
};

/** The same, by numbers of words. */
export type PreparedClassifier = Pick<LearnedWeights, 'bias' | 'signs'> & {
  /** Features (features.ts) in order, each as the step from the one before. */
  readonly features: NumberRow;
  readonly caution: NumberRow;
  readonly danger: NumberRow;
};

/** The same of what tells one thing alone. */
export type PreparedLook = Pick<LearnedLook, 'bias'> & {
  readonly features: NumberRow;
  readonly weights: NumberRow;
};

/** Everything the engine needs. */
export type Rules = {
  readonly signals: SignalTable;
  readonly escalations: readonly Escalation[];
  readonly packs: readonly PackData[];
  readonly learned: LearnedWeights | null;
};

/** The same, as it ships. */
export type PreparedRules = Omit<Rules, 'packs' | 'learned'> & { readonly packs: PreparedPacks };
