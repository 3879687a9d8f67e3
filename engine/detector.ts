// From a text to its hits: cuts it into words, finds phrases of every language, applies `unless` and the gates.
import { type Ages, createAges } from './ages';
import { assemblySteps } from './assembly';
import { type Classifier, classifierSteps } from './classifier';
import { type Despair, despairSteps } from './despair';
import { GATE, hitsOf, keyOf, LESSON, NO_HITS } from './hits';
import { type LessonLooks, lessonSteps } from './lesson-look';
import { lineOf } from './line';
import type { Line } from './matcher';
import { type PackedPacks, unpackPacks } from './packed';
import { append, isPiece, joined } from './pieces';
import type { PreparedPacks } from './rules';
import type { SpokenHit } from './types';

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

const ALONE = { hits: NO_HITS, doubted: () => false };

/** Of packs as they were prepared, in steps: whoever runs them may rest at each `yield`. @throws RangeError as `startDetector` */
export function* detectorSteps(prepared: PreparedPacks): Generator<undefined, Detector> {
  const { vocabulary, plain, matcher, doubts, rules, unlessOf, failures } = yield* assemblySteps(prepared);

  function read(text: string): Reading {
    const line = lineOf(text, vocabulary);
    const words = plain ? line.ids.map((id) => plain[id] as number) : line.ids;
    const found = matcher.find(line);
    if (found === null) return { hits: NO_HITS, gated: false, lesson: false, line, words };
    const doubted = doubtsOf(line);
    const hits = hitsOf(found, rules, doubted, ({ first, end }) => [
      line.starts[first] ?? 0,
      line.ends[end - 1] ?? text.length,
    ]);
    const lesson = found.some(({ rule }) => rules[rule] === LESSON);
    return { hits, gated: doubted.has(GATE), lesson, line, words };
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
      ? hitsOf(found, rules, doubted, () => [0, 0]).filter(({ signal }) => !known.has(signal))
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
