// From a text to its hits: cuts it into words, finds phrases of every language, applies `unless` and the gates.
import { type Ages, createAges } from './ages';
import { type Classifier, classifierSteps } from './classifier';
import { type Despair, despairSteps } from './despair';
import { type LessonLooks, lessonSteps } from './lesson-look';
import { emptyLine, lineOf, type PlacedLine } from './line';
import { type Found, type Line, MatcherBuilder } from './matcher';
import { type PackedPacks, unpackPacks } from './packed';
import { type Program, programSteps } from './program';
import type { PreparedPack, PreparedPacks } from './rules';
import { SEARCH_SIZE } from './search-code';
import { tableSteps } from './tables';
import type { Hit } from './types';

/** A hit with what the conversation needs to know: who must have said it. */
export type SpokenHit = Hit & { readonly speaker: 'self' | 'other' | 'any' };

/** What a text says. */
export type Reading = {
  readonly hits: readonly SpokenHit[];
  /** True where a message with hits is a quote, a lesson, news, a song: the other person's hits don't count. */
  readonly gated: boolean;
  /** True where somebody teaches, helps or rehearses: the lines that follow may be somebody else's words. */
  readonly lesson: boolean;
  /** The text as word ids, for a sentence that goes on in the next message. */
  readonly line: Line;
  /** The same for what was learned from chats: spellings as the words that they stand for. */
  readonly words: readonly number[];
};

export type Detector = {
  /** Reads one message. Linear in its length. */
  read(text: string): Reading;
  /**
   * Reads a short message with the earlier ones of the same author as one sentence: hits that begin there and end here,
   * and which of its own hits a doubt or a gate that stands there rules out.
   */
  readAcross(
    earlier: readonly Line[],
    current: Reading,
  ): { readonly hits: readonly SpokenHit[]; readonly doubted: (hit: SpokenHit) => boolean };
  /** Reads the ages that hits hold. */
  readonly ages: Ages;
  /** What was learned from chats; null where nothing was. */
  readonly classifier: Classifier | null;
  /** The same of the protected person's own despair. */
  readonly despair: Despair | null;
  /** The same of lessons, helplines and news. */
  readonly lessons: LessonLooks | null;
  /** Languages of the packs that came damaged and could not be used. */
  readonly failures: readonly string[];
  /** True where not one pack could be used. */
  readonly isEmpty: boolean;
};

type Rule = {
  readonly signal: string;
  readonly language: string;
  readonly speaker: SpokenHit['speaker'];
  /** Numbers of the doubts that rule it out. */
  readonly unless: readonly number[];
};

/** A message this short may be a piece of a sentence (`readAcross`). */
const PIECE_WORDS = 8;

/**
 * Builds a detector in slices, so that a page stays smooth: each call works for about `SLICE_MS` and gives the detector
 * once it is done, before that null.
 * @param now a clock in milliseconds
 * @throws RangeError or SyntaxError, in a call, where what all packs share came damaged: one pack alone is left out instead
 */
export function startDetector(packs: PackedPacks, now: () => number): () => Detector | null {
  const steps = sentSteps(packs);
  return () => {
    const started = now();
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (now() - started < SLICE_MS);
    return null;
  };
}

/** A slice of building lasts about so many milliseconds. */
const SLICE_MS = 4;

function* sentSteps(packs: PackedPacks): Generator<undefined, Detector> {
  return yield* detectorSteps(yield* unpackPacks(packs));
}

/** Of packs as they were prepared, in steps: whoever runs them may rest at each `yield`. @throws RangeError as `startDetector` */
export function* detectorSteps(prepared: PreparedPacks): Generator<undefined, Detector> {
  const { vocabulary, plain, matcher, doubts, rules, unlessOf, failures } = yield* assemble(prepared);

  function read(text: string): Reading {
    const line = lineOf(text, vocabulary);
    const words = plain ? line.ids.map((id) => plain[id] as number) : line.ids;
    const found = matcher.find(line);
    if (found === null) return { hits: NO_HITS, gated: false, lesson: false, line, words };
    const doubted = doubtsOf(line);
    const hits = hitsOf(found, doubted, ({ first, end }) => [
      line.starts[first] ?? 0,
      line.ends[end - 1] ?? text.length,
    ]);
    const lesson = found.some(({ rule }) => rules[rule] === LESSON);
    return { hits, gated: doubted.has(GATE), lesson, line, words };
  }

  /** One hit a signal: the earliest in the text, the longest of those. */
  function hitsOf(
    found: readonly Found[],
    doubted: ReadonlySet<number>,
    span: (place: Found) => readonly [number, number],
  ): SpokenHit[] {
    const hits = new Map<string, SpokenHit>();
    for (const place of [...found].sort(byPlace)) {
      const rule = rules[place.rule];
      if (
        !rule ||
        rule === LESSON ||
        hits.has(rule.signal) ||
        rule.unless.some((doubt) => doubted.has(doubt))
      )
        continue;
      const { signal, language, speaker } = rule;
      hits.set(signal, { signal, language, speaker, span: span(place) });
    }
    return [...hits.values()];
  }

  /** Numbers of the gate and of the `unless` phrases that stand in a line. */
  function doubtsOf(line: Line): ReadonlySet<number> {
    return new Set(doubts.find(line)?.map(({ rule }) => rule));
  }

  function readAcross(earlier: readonly Line[], current: Reading): ReturnType<Detector['readAcross']> {
    if (earlier.length === 0 || !isPiece(current.line)) return ALONE;
    const line = joined(earlier);
    const boundary = line.ids.length;
    append(line, current.line);
    const found = matcher.find(line, boundary);
    if (found === null && current.hits.length === 0) return ALONE;
    const doubted = doubtsOf(line);
    if (doubted.has(GATE)) return { hits: NO_HITS, doubted: () => true };
    const known = new Set(current.hits.map((hit) => hit.signal));
    const hits = found
      ? hitsOf(found, doubted, () => [0, 0]).filter(({ signal }) => !known.has(signal))
      : NO_HITS;
    if (doubted.size === 0 || known.size === 0) return { hits, doubted: () => false };
    const isDoubted = (hit: SpokenHit) =>
      unlessOf.get(keyOf(hit))?.some((doubt) => doubted.has(doubt)) ?? false;
    return { hits, doubted: isDoubted };
  }

  const isEmpty = failures.length === prepared.packs.length;
  const classifier = yield* classifierSteps(plain && prepared.classifier);
  const despair = yield* despairSteps(plain && prepared.despair);
  const lessons = yield* lessonSteps(plain && prepared.lessons);
  const ages = createAges(prepared.ages);
  return { read, readAcross, ages, classifier, despair, lessons, failures, isEmpty };
}

/** A signal as one language says it: all its phrases are ruled out by the same doubts. */
function keyOf({ signal, language }: { readonly signal: string; readonly language: string }): string {
  return `${language} ${signal}`;
}

/** In place of a rule: a lesson is no signal. */
const LESSON: Rule = { signal: '', language: '', speaker: 'any', unless: [] };

/** The gates share this number among the doubts; `unless` phrases come after, each counted once a pack. */
const GATE = 0;

function byPlace(a: Found, b: Found): number {
  return a.first - b.first || b.end - a.end || a.rule - b.rule;
}

const NO_HITS: readonly SpokenHit[] = [];
const ALONE = { hits: NO_HITS, doubted: () => false };

function joined(lines: readonly Line[]): PlacedLine {
  const line = emptyLine();
  for (const each of lines) append(line, each);
  return line;
}

/** Adds the words of another line, with its question marks. */
function append(line: PlacedLine, { ids, asks }: Line): void {
  const before = line.ids.length;
  for (const id of ids) line.ids.push(id);
  for (const at of asks ?? []) line.asks = (line.asks ?? new Set()).add(before + at);
}

/** True where a message may be a piece of a sentence that goes on in the next one. */
export function isPiece({ ids }: Line): boolean {
  return ids.length > 0 && ids.length <= PIECE_WORDS;
}

function packLanguage(pack: unknown): string {
  const language = (pack as { language?: unknown } | null)?.language;
  return typeof language === 'string' ? language : '?';
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

/** Numbers the words and fills the matchers with the phrases of all packs. One that came damaged is left out. */
function* assemble(prepared: PreparedPacks) {
  const { vocabulary, tables, plain } = yield* tableSteps(prepared);
  const matcher = new MatcherBuilder();
  const doubts = new MatcherBuilder();
  const rules: Rule[] = [];
  const unlessOf = new Map<string, readonly number[]>();
  const failures: string[] = [];
  let doubtsKnown = GATE;
  for (const pack of prepared.packs) {
    const program = yield* wholeProgram(pack);
    if (program === null) {
      failures.push(packLanguage(pack));
      continue;
    }
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
    const firstDoubt = doubtsKnown + 1;
    for (let k = 0; k < pack.doubts; k += 1) addNext(doubts, firstDoubt + k);
    doubtsKnown += pack.doubts;
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
  return {
    vocabulary,
    plain,
    rules,
    unlessOf,
    failures,
    matcher: yield* matcher.build(tables),
    doubts: yield* doubts.build(tables),
  };
}
