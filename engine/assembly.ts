// The phrases of all packs in two matchers: what a text says, and what rules out that it was meant so.
import { GATE, keyOf, LESSON, type Rule } from './hits';
import { type Matcher, MatcherBuilder } from './matcher';
import { type Program, programSteps } from './program';
import type { PreparedPack, PreparedPacks } from './rules';
import { SEARCH_SIZE } from './search-code';
import { tableSteps } from './tables';
import type { Vocabulary } from './vocabulary';

export type Assembly = {
  readonly vocabulary: Vocabulary;
  /** For each word the one that it is a spelling of, or itself; null where they came damaged. */
  readonly plain: Uint16Array | null;
  /** Finds signals and lessons: what it reports is a number among `rules`. */
  readonly matcher: Matcher;
  readonly rules: readonly Rule[];
  /** Finds what rules them out: it reports GATE, or the number of a doubt. */
  readonly doubts: Matcher;
  /** The doubts of each signal, as one language says it (`keyOf`). */
  readonly unlessOf: ReadonlyMap<string, readonly number[]>;
  /** Languages of the packs that came damaged and were left out. */
  readonly failures: readonly string[];
};

/** Numbers the words and fills the matchers, in steps. A pack that came damaged is left out. @throws RangeError as `tableSteps` */
export function* assemblySteps(prepared: PreparedPacks): Generator<undefined, Assembly> {
  const { vocabulary, tables, plain } = yield* tableSteps(prepared);
  const filling: Filling = {
    matcher: new MatcherBuilder(),
    doubts: new MatcherBuilder(),
    rules: [],
    unlessOf: new Map(),
    doubtsKnown: GATE,
  };
  const failures: string[] = [];
  for (const pack of prepared.packs) {
    const program = yield* wholeProgram(pack);
    if (program === null) failures.push(packLanguage(pack));
    else yield* addPack(pack, program, filling);
  }
  const { rules, unlessOf } = filling;
  const matcher = yield* filling.matcher.build(tables);
  const doubts = yield* filling.doubts.build(tables);
  return { vocabulary, plain, matcher, rules, doubts, unlessOf, failures };
}

/** What the packs are added to, one after the other. */
type Filling = {
  readonly matcher: MatcherBuilder;
  readonly doubts: MatcherBuilder;
  readonly rules: Rule[];
  readonly unlessOf: Map<string, readonly number[]>;
  /** The highest number of a doubt so far. */
  doubtsKnown: number;
};

/** Adds the phrases of a pack in the order in which it holds them. */
function* addPack(pack: PreparedPack, program: Program, filling: Filling): Generator<undefined, void> {
  const { matcher, doubts, rules, unlessOf } = filling;
  let phrase = 0;
  const addNext = (into: MatcherBuilder, rule: number) => {
    into.add({ rule, program, row: program.shared + phrase }, pack.searches, phrase * SEARCH_SIZE);
    phrase += 1;
  };
  for (let k = 0; k < pack.gates; k += 1) addNext(doubts, GATE);
  // They are looked for in every message, and again as gates where a message has hits.
  for (let k = 0; k < pack.lessons; k += 1) {
    const row = program.shared + phrase;
    matcher.add({ rule: rules.length, program, row }, pack.searches, phrase * SEARCH_SIZE);
    rules.push(LESSON);
    addNext(doubts, GATE);
  }
  const firstDoubt = filling.doubtsKnown + 1;
  for (let k = 0; k < pack.doubts; k += 1) addNext(doubts, firstDoubt + k);
  filling.doubtsKnown += pack.doubts;
  for (const { id, speaker, phrases, unless } of pack.signals) {
    const doubtsOfRule = unless.map((doubt) => firstDoubt + doubt);
    const rule: Rule = { signal: id, language: pack.language, speaker, unless: doubtsOfRule };
    unlessOf.set(keyOf(rule), rule.unless);
    for (let k = 0; k < phrases; k += 1) {
      addNext(matcher, rules.length);
      rules.push(rule);
    }
    yield;
  }
}

/**
 * A pack's phrases; null where it is not as the build made it. Only what is counted is checked: which steps a phrase is made
 * of is the build's word.
 */
function* wholeProgram(pack: PreparedPack): Generator<undefined, Program | null> {
  try {
    const { gates, lessons, doubts, signals, shared, searches } = pack;
    const phrases = signals.reduce((sum, signal) => sum + signal.phrases, gates + lessons + doubts);
    const areDoubtsKnown = signals.every(({ unless }) => unless.every((doubt) => doubt < doubts));
    const program = yield* programSteps(pack);
    const isWhole =
      phrases * SEARCH_SIZE === searches.length && program.begins.length === shared + phrases + 1;
    return isWhole && areDoubtsKnown ? program : null;
  } catch {
    return null;
  }
}

function packLanguage(pack: unknown): string {
  const language = (pack as { language?: unknown } | null)?.language;
  return typeof language === 'string' ? language : '?';
}
