// Tries the examples of a language: each of `matches` must hit its signal and no other, and none of `ignores` may.
import type { Detector } from '../engine/detector';
import type { SignalTable } from '../engine/rules';
import type { Path } from './read-yaml';
import type { LanguageFile } from './schema';

/** Takes what is wrong, with the path in the language of what it is wrong with. */
export type Say = (path: Path, message: string) => void;

export function checkExamples(
  source: LanguageFile,
  detector: Detector,
  signals: SignalTable,
  say: Say,
): void {
  /** Signs that count: context says nothing by itself. */
  const weighs = (signal: string) =>
    (signals[signal]?.weight ?? 0) > 0 && signals[signal]?.stage !== 'context';
  for (const [id, { matches, ignores, also }] of Object.entries(source.signals)) {
    matches.forEach((text, i) => {
      const path = ['signals', id, 'matches', i];
      const { hits, gated } = detector.read(text);
      const found = hits.map((hit) => hit.signal);
      if (gated) say(path, `a gate hides this example: "${text}"`);
      if (!found.includes(id)) say(path, `should hit: "${text}"`);
      const unsaid = found.filter((other) => other !== id && !also.includes(other) && weighs(other));
      if (unsaid.length > 0)
        say(path, `also hits ${unsaid.join(', ')}: say so under "also", or make it pure: "${text}"`);
    });
    ignores.forEach((text, i) => {
      const { hits, gated } = detector.read(text);
      if (!gated && hits.some((hit) => hit.signal === id))
        say(['signals', id, 'ignores', i], `should not hit: "${text}"`);
    });
  }
}
