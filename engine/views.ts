// Which of the last messages are looked at together, and how much each of them counts. There are two views, and a look is the
// mean of both (docs/adr/0039): what is said just now, and what kind of talk it is.

import type { Classifier, Opinion, Part } from './classifier';

/**
 * How much of each message counts, from 0 to 1, the last message first; what stands further back counts nothing.
 * @param features of each of the last messages, the last first
 */
export type View = (features: readonly number[]) => readonly number[];

/** So many messages, of both sides, count in full in the near view. */
export const NEAR_MESSAGES = 4;
/** The far view fades with the features since: it begins after so many, and ends with so many or after so many messages. */
const FADE_FROM = 20;
const FADE_TO = 300;
export const FAR_MESSAGES = 30;

/** In full. @param messages so many of the last ones */
const inFull = (messages: number, features: readonly number[]): readonly number[] =>
  features.slice(0, messages).map(() => 1);

const near: View = (features) => inFull(NEAR_MESSAGES, features);

const far: View = (features) => {
  const shares: number[] = [];
  let since = 0;
  for (const own of features.slice(0, FAR_MESSAGES)) {
    const faded = (since + own / 2 - FADE_FROM) / (FADE_TO - FADE_FROM);
    if (faded >= 1 && since > 0) break;
    shares.push(since === 0 ? 1 : Math.min(1, 1 - faded));
    since += own;
  }
  return shares;
};

export const VIEWS: readonly View[] = [near, far];

/**
 * The look of the last messages; null where nothing can be said of those in the near view.
 * @param parts of the last messages, the last first
 * @param nearest so many of them are in the near view
 */
export function lookOf(
  classifier: Classifier,
  parts: readonly Part[],
  nearest: number = NEAR_MESSAGES,
): Opinion | null {
  const features = parts.map((part) => part.features);
  const now = classifier.opinionOf(parts, inFull(nearest, features));
  if (now === null) return null;
  const whole = classifier.opinionOf(parts, far(features)) ?? now;
  return { caution: (now.caution + whole.caution) / 2, danger: (now.danger + whole.danger) / 2 };
}
