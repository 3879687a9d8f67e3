// The cards that were shown for one contact: storage keeps them, and so does an open page. Pure.
import type { Shown } from '../engine/decide';
import { CARDS_KEPT } from '../engine/memory-limits';

/** With one more card. The newest entries go to the end, and the oldest give way. */
export function addShown(shown: Shown, card: string, stages: readonly string[], day: number): Shown {
  return {
    stages: newest(shown.stages, Object.fromEntries(stages.map((stage) => [stage, day]))),
    cards: newest(shown.cards, { [card]: (shown.cards[card] ?? 0) + 1 }),
  };
}

function newest(record: Shown['cards'], added: Shown['cards']): Shown['cards'] {
  const kept = Object.entries(record).filter(([name]) => !(name in added));
  return Object.fromEntries([...kept, ...Object.entries(added)].slice(-CARDS_KEPT));
}
