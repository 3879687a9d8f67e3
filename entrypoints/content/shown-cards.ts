// What this page knows of cards that were shown, in the shape of engine/decide.ts. The background keeps the same.
import { cardName, type Shown, stagesNamed } from '../../engine/decide';
import type { Assessment } from '../../engine/types';

export const NOTHING_SHOWN: Shown = { stages: {}, cards: {} };

/** True where today's cards said this already: before a reload, or in another tab. A rise to it is then no news. */
export function wasShownToday(assessment: Assessment, shown: Shown, today: number): boolean {
  const isKnown = [false, true].some((past) => cardName(assessment, past) in shown.cards);
  return isKnown && stagesNamed(assessment).every((stage) => shown.stages[stage] === today);
}

/** What was shown, with one more card. */
export function noteShown(shown: Shown, card: string, stages: readonly string[], today: number): Shown {
  return {
    stages: { ...shown.stages, ...Object.fromEntries(stages.map((stage) => [stage, today])) },
    cards: { ...shown.cards, [card]: (shown.cards[card] ?? 0) + 1 },
  };
}
