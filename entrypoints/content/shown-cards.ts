// What this page knows of cards that were shown, in the shape of engine/decide.ts. The background keeps the same.
import { cardName, type Shown } from '../../engine/decide';
import { CARDS_KEPT } from '../../engine/memory-limits';
import type { Assessment } from '../../engine/types';
import { addShown } from '../../utils/shown';

/** The cards of one contact: how often each was shown, and those of one day by their names. */
export type Told = { readonly shown: Shown; readonly day: number; readonly cards: readonly string[] };

export const NOTHING_TOLD: Told = { shown: { stages: {}, cards: {} }, day: 0, cards: [] };

/**
 * True where today's cards said this already: before a reload, or in another tab. A rise to it is then no news. A card of
 * the present says it of older messages too; one of older messages says nothing of the present.
 */
export function wasToldToday(assessment: Assessment, { day, cards }: Told, today: number): boolean {
  const isNamed = (past: boolean) => cards.includes(cardName(assessment, past));
  return day === today && (isNamed(false) || (assessment.past && isNamed(true)));
}

/** What was told, with one more card. */
export function noteTold(
  { shown, ...told }: Told,
  card: string,
  stages: readonly string[],
  today: number,
): Told {
  return {
    shown: addShown(shown, card, stages, today),
    day: today,
    cards: [...(told.day === today ? told.cards : []), card].slice(-CARDS_KEPT),
  };
}

/** What either knows: the page forgets no card of its own for what storage has, which keeps none of a private window. */
export function joinTold(a: Told, b: Told): Told {
  const day = Math.max(a.day, b.day);
  const cards = [a, b].flatMap((told) => (told.day === day ? told.cards : []));
  return {
    shown: {
      stages: larger(a.shown.stages, b.shown.stages),
      cards: larger(a.shown.cards, b.shown.cards),
    },
    day,
    cards: [...new Set(cards)],
  };
}

function larger(a: Shown['cards'], b: Shown['cards']): Shown['cards'] {
  const names = Object.keys({ ...a, ...b });
  return Object.fromEntries(names.map((name) => [name, Math.max(a[name] ?? 0, b[name] ?? 0)]));
}
