// From a text to its hits: cuts it into words, finds phrases of every language, applies `unless` and the gates.
import { Code } from './compile';
import { Glossary } from './glossary';
import { lexiconSteps } from './lexicon';
import { emptyLine, lineOf } from './line';
import { type Found, type Line, Matcher } from './matcher';
import { countPhrases, PackError } from './pack';
import { preparePacks } from './prepare';
import { type PackData, type PreparedPack, type PreparedPacks, SEARCH_SIZE, type SignalTable } from './rules';
import { finish } from './steps';
import type { Hit } from './types';
import { unpackSets, unpackWords } from './unpack';
import { WordTable } from './words';

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
  /** Packs that could not be used, with the reason. */
  readonly failures: readonly PackError[];
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
 * Builds a detector at once: some tenths of a second of work, most of it `preparePacks`. A page takes `startDetector`.
 * @throws PackError, PhraseError where a pack has a fault
 */
export function createDetector(packs: readonly PackData[], signals: SignalTable): Detector {
  return finish(detectorSteps(preparePacks(packs, signals), NO_FAILURES));
}

/**
 * Builds a detector in slices, so that a page stays smooth: each call works for about `SLICE_MS` and gives the detector
 * once it is done, before that null.
 * @param now a clock in milliseconds
 */
export function startDetector(
  packs: PreparedPacks,
  signals: SignalTable,
  now: () => number,
): () => Detector | null {
  const steps = stepsOfWhole(packs, signals);
  return () => {
    const started = now();
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (now() - started < SLICE_MS);
    return null;
  };
}

/** A slice of building lasts about so many milliseconds (design.md, section 3). */
const SLICE_MS = 4;

/**
 * A pack that came damaged is left out and reported in `failures`; the others work. What was worked out holds for all
 * packs together, so that it is done again for those that are left: slow, but it is not to happen.
 */
function stepsOfWhole(prepared: PreparedPacks, signals: SignalTable): Generator<undefined, Detector> {
  const failures = prepared.packs
    .filter((pack) => !isWhole(pack))
    .map((pack) => new PackError('came damaged', packLanguage(pack)));
  if (failures.length === 0) return detectorSteps(prepared, NO_FAILURES);
  return detectorSteps(preparePacks(prepared.packs.filter(isWhole), signals), failures);
}

const NO_FAILURES: readonly PackError[] = [];

function* detectorSteps(
  prepared: PreparedPacks,
  failures: readonly PackError[],
): Generator<undefined, Detector> {
  const { vocabulary, matcher, doubts, rules } = yield* assemble(prepared);

  function read(text: string): Reading {
    const line = lineOf(text, vocabulary);
    const found = matcher.find(line);
    if (found === null) return { hits: NO_HITS, gated: false, lesson: false, line };
    const doubted = doubtsOf(line);
    const hits = hitsOf(found, doubted, ({ first, end }) => [
      line.starts[first] ?? 0,
      line.ends[end - 1] ?? text.length,
    ]);
    const lesson = found.some(({ rule }) => rules[rule] === LESSON);
    return { hits, gated: doubted.has(GATE), lesson, line };
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
    const line = emptyLine();
    for (const { ids } of earlier) for (const id of ids) line.ids.push(id);
    const boundary = line.ids.length;
    for (const id of current.line.ids) line.ids.push(id);
    const found = matcher.find(line, boundary);
    if (found === null && current.hits.length === 0) return ALONE;
    const doubted = doubtsOf(line);
    if (doubted.has(GATE)) return { hits: NO_HITS, doubted: () => true };
    const known = new Set(current.hits.map((hit) => hit.signal));
    const hits = found
      ? hitsOf(found, doubted, () => [0, 0]).filter(({ signal }) => !known.has(signal))
      : NO_HITS;
    if (doubted.size === 0 || known.size === 0) return { hits, doubted: () => false };
    const standing = new Set(
      hitsOf(matcher.find(line) ?? [], doubted, () => [0, 0]).map(({ signal }) => signal),
    );
    return { hits, doubted: ({ signal }) => !standing.has(signal) };
  }

  return { read, readAcross, failures };
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
/** True where a message may be a piece of a sentence that goes on in the next one. */
export function isPiece({ ids }: Line): boolean {
  return ids.length > 0 && ids.length <= PIECE_WORDS;
}

function packLanguage(pack: unknown): string {
  const language = (pack as { language?: unknown } | null)?.language;
  return typeof language === 'string' ? language : '?';
}

/** True for a pack as the build made it. */
function isWhole(pack: PreparedPack): boolean {
  try {
    return countPhrases(pack) * SEARCH_SIZE === pack.searches.length;
  } catch {
    return false;
  }
}

/** Numbers the words and fills the matchers with the phrases of all packs. */
function* assemble(prepared: PreparedPacks) {
  const { packs } = prepared;
  const lexicon = yield* lexiconSteps(unpackWords(prepared), packs);
  const anchors = yield* unpackSets(prepared.anchors);
  const { size } = lexicon.vocabulary;
  const table = new WordTable(size);
  yield* table.prefill(yield* unpackSets(prepared.checks));
  const code = new Code(table);
  const matcher = new Matcher(code, size, anchors);
  const doubts = new Matcher(code, size, anchors);
  const rules: Rule[] = [];
  let doubtsKnown = GATE;
  for (const { language, lists, gap, gates, lessons, signals, searches } of packs) {
    const glossary = new Glossary(lexicon, lists, gap);
    let at = 0;
    const add = (into: Matcher, text: string, rule: number) => {
      into.add(text, rule, glossary, searches, at);
      at += SEARCH_SIZE;
    };
    const numbers = new Map<string, number>();
    const numberOf = (text: string) => {
      const number = numbers.get(text) ?? doubtsKnown + 1;
      if (number > doubtsKnown) add(doubts, text, number);
      else at += SEARCH_SIZE;
      doubtsKnown = Math.max(doubtsKnown, number);
      numbers.set(text, number);
      return number;
    };
    for (const text of gates) add(doubts, text, GATE);
    // They are looked for in every message, and again as gates where a message has hits.
    for (const text of lessons) {
      matcher.add(text, rules.length, glossary, searches, at);
      rules.push(LESSON);
      add(doubts, text, GATE);
    }
    for (const { id, speaker, phrases, unless } of signals) {
      const rule: Rule = { signal: id, language, speaker, unless: unless.map(numberOf) };
      for (const text of phrases) {
        add(matcher, text, rules.length);
        rules.push(rule);
      }
      yield;
    }
  }
  matcher.seal();
  yield;
  doubts.seal();
  return { vocabulary: lexicon.vocabulary, matcher, doubts, rules };
}
