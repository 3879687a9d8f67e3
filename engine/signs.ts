// From the hits of a message to its signs: what is quoted is left out, one turn of phrase weighs once, ages become facts.
import type { Ages } from './ages';
import type { Detector } from './detector';
import { isQuoted, masked, quotedParts } from './quotes';
import type { SignalTable } from './rules';
import type { Message, SpokenHit, Stage } from './types';

/** Stages that one turn of phrase may show beside another: a demand within a threat is both. */
const APART: readonly Stage[] = ['context', 'threat', 'payment', 'pressure', 'crisis', 'media', 'advert'];

/** A hit, and whether it adds to the evidence; one that does not still makes a combination with others. */
export type Sign = SpokenHit & { readonly weighs: boolean };
const NO_SIGNS: readonly Sign[] = [];

/**
 * The hits of what a message says in its writer's own words. A hit is the first of its signal: behind a quote, or for an age behind
 * a number that counts something else, the same may be said in earnest, so the text is read again without those.
 */
export function spokenHits(
  hits: readonly SpokenHit[],
  text: string,
  { read, ages }: Pick<Detector, 'read' | 'ages'>,
): readonly SpokenHit[] {
  if (hits.length === 0) return hits;
  const parts = quotedParts(text);
  const own = masked(text, parts);
  const said = parts.length === 0 ? hits : unquoted(hits, parts, read(own).hits);
  if (!said.some(ages.mayTell)) return said;
  const uncounted = ages.withoutCounts(own);
  if (uncounted === own) return said;
  return [...said.filter((hit) => !ages.mayTell(hit)), ...read(uncounted).hits.filter(ages.mayTell)];
}

/** Hits of the writer's own words, and those that only begin or end in a quote: marks within a threat must not hide it. */
function unquoted(
  hits: readonly SpokenHit[],
  parts: ReturnType<typeof quotedParts>,
  own: readonly SpokenHit[],
): readonly SpokenHit[] {
  const known = new Set(own.map(({ signal }) => signal));
  return [...own, ...hits.filter(({ signal, span }) => !known.has(signal) && !isQuoted(span, parts))];
}

/** Of several hits on the same words, or of one stage, the heaviest alone weighs. */
export function countable(said: readonly SpokenHit[], signals: SignalTable): readonly Sign[] {
  if (said.length === 0) return NO_SIGNS;
  if (said.length < 2) return said.map((hit) => ({ ...hit, weighs: true }));
  const weightOf = ({ signal }: SpokenHit) => signals[signal]?.weight ?? 0;
  const isApart = ({ signal }: SpokenHit) => APART.includes(signals[signal]?.stage ?? 'context');
  const kept: Sign[] = [];
  for (const hit of [...said].sort((a, b) => weightOf(b) - weightOf(a) || (a.signal < b.signal ? -1 : 1))) {
    const rivals = isApart(hit) ? [] : kept.filter((other) => other.weighs && !isApart(other));
    const stage = signals[hit.signal]?.stage;
    const isLighter = rivals.some(
      ({ signal, span }) => signals[signal]?.stage === stage || overlaps(hit.span, span),
    );
    kept.push({ ...hit, weighs: !isLighter });
  }
  return kept;
}

/** A no of the child. */
export function isRefusal({ signal }: Sign): boolean {
  return signal === 'context.refusal';
}

/** Bare answers, and what each says of an age. */
const ANSWERS_ON_AGE: Readonly<Record<string, string>> = {
  'context.bare-age': 'context.child-age',
  'context.bare-adult': 'context.adult-age',
  'context.bare-same': 'context.peer-age',
  'context.bare-older': 'trust.age-gap',
};

/** A bare answer as what it says where somebody has just spoken of ages; any other sign as it is. */
export function asAnswerOnAge(sign: Sign): Sign {
  const signal = ANSWERS_ON_AGE[sign.signal];
  return signal === undefined ? sign : { ...sign, signal };
}

/** True for what says nothing unless it answers something. */
export function isBareAnswer(signal: string): boolean {
  return signal in ANSWERS_ON_AGE;
}

/** What is said of ages: of the child's, in figures, and of the other person's. */
export function saidAges(hits: readonly Sign[], { text, speaker }: Message, ages: Ages): readonly Sign[] {
  return hits.flatMap((hit) => {
    if (ages.isYoung(hit, text, speaker)) return [{ ...hit, signal: 'context.young' }];
    if (ages.isPeer(hit, text, speaker))
      return isOfTheChild(hit, hits) ? [] : [{ ...hit, signal: 'context.peer-age' }];
    const told = hit.signal === 'context.their-age' ? [{ ...hit, signal: 'context.adult-age' }] : [];
    return ages.isGrown(hit, text, speaker) ? [...told, { ...hit, signal: 'context.grown' }] : told;
  });
}

/** "Ur 14 right" looks like an age of their own as well. */
function isOfTheChild({ span }: Sign, hits: readonly Sign[]): boolean {
  return hits.some((other) => other.signal === 'context.your-age' && overlaps(span, other.span));
}

function overlaps([a, b]: SpokenHit['span'], [c, d]: SpokenHit['span']): boolean {
  return a < d && c < b;
}
