// From the places where phrases were found to the hits of a text: one a signal, and none that a doubt rules out.
import type { Found } from './matcher';
import type { SpokenHit } from './types';

/** What a phrase says where it is found. */
export type Rule = {
  readonly signal: string;
  readonly language: string;
  readonly speaker: SpokenHit['speaker'];
  /** Numbers of the doubts that rule it out. */
  readonly unless: readonly number[];
};

/** In place of a rule: a lesson is no signal. */
export const LESSON: Rule = { signal: '', language: '', speaker: 'any', unless: [] };

/** The gates share this number among the doubts; `unless` phrases come after, each counted once a pack. */
export const GATE = 0;

/** A signal as one language says it: all its phrases are ruled out by the same doubts. */
export function keyOf({ signal, language }: { readonly signal: string; readonly language: string }): string {
  return `${language} ${signal}`;
}

export const NO_HITS: readonly SpokenHit[] = [];

/**
 * One hit a signal: the earliest in the text, the longest of those.
 * @param rules those of the matcher that found them, by number; @param span of a place in the text, in UTF-16 units
 */
export function hitsOf(
  found: readonly Found[],
  rules: readonly Rule[],
  doubted: ReadonlySet<number>,
  span: (place: Found) => readonly [number, number],
): SpokenHit[] {
  const hits = new Map<string, SpokenHit>();
  for (const place of [...found].sort(byPlace)) {
    const rule = rules[place.rule];
    if (!rule || rule === LESSON || hits.has(rule.signal) || rule.unless.some((doubt) => doubted.has(doubt)))
      continue;
    const { signal, language, speaker } = rule;
    hits.set(signal, { signal, language, speaker, span: span(place) });
  }
  return [...hits.values()];
}

function byPlace(a: Found, b: Found): number {
  return a.first - b.first || b.end - a.end || a.rule - b.rule;
}
