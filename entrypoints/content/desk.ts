// One card at a time, though several chats may stand side by side: the loudest has it, and the others wait.
import { rankOf } from '../../engine/levels';
import type { Cards } from './cards';

export type Desk = {
  /** The cards as the chat in one pane sees them. */
  of(pane: number): Cards;
  /** The pane whose card was shown last, or null. */
  readonly front: number | null;
};

type Shown = Parameters<Cards['show']>;
type Place = Parameters<Cards['place']>;
type Held = { shown: Shown; place: Place | null };

export function createDesk(cards: Cards): Desk {
  const held = new Map<number, Held>();
  let front: number | null = null;
  let pausing: number | null = null;

  const rank = (pane: number | null): number => {
    const [, assessment] = (pane === null ? undefined : held.get(pane))?.shown ?? [];
    return assessment === undefined ? -1 : rankOf(assessment.level);
  };
  const bringForward = (pane: number | null): void => {
    front = pane;
    const next = pane === null ? undefined : held.get(pane);
    if (next === undefined) {
      cards.remove();
      return;
    }
    cards.show(...next.shown);
    if (next.place !== null) cards.place(...next.place);
  };

  return {
    of: (pane) => ({
      ...cards,
      show(...shown) {
        held.set(pane, { shown, place: held.get(pane)?.place ?? null });
        const [, , { how }] = shown;
        if (how === 'by-person' || front === pane || !cards.isShown() || rank(pane) > rank(front))
          bringForward(pane);
      },
      place(...place) {
        const own = held.get(pane);
        if (own) own.place = place;
        if (front === pane || pausing === pane) cards.place(...place);
      },
      remove() {
        held.delete(pane);
        if (front !== pane) return;
        const [next = null] = [...held.keys()].sort((a, b) => rank(b) - rank(a));
        bringForward(next);
      },
      isShown: () => front === pane && cards.isShown(),
      showPause(on) {
        if (on) pausing = pane;
        else if (pausing !== pane) return;
        cards.showPause(on);
      },
    }),
    get front() {
      return front;
    },
  };
}
