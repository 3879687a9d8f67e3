// One card at a time, though several chats may stand side by side: the loudest has it, and the others wait.
import { rankOf } from '../../engine/levels';
import type { Cards, ChatCards, ShowHow } from './cards';

export type Desk = {
  /** The cards as the chat in one pane sees them. */
  of(pane: number): ChatCards;
  /** The card in front was put away: one of another chat that is as loud comes up, where nobody saw it yet. */
  makeRoom(): void;
  /** Another chat beside it opened or went: the card makes room, or takes it. */
  placeAgain(): void;
  /** The pane whose card was shown last, or null. */
  readonly front: number | null;
};

type Shown = Parameters<Cards['show']>;
type Place = Parameters<ChatCards['place']>;
/** `unseen`: it waits, and nobody saw it yet. */
type Held = { shown: Shown; place: Place | null; unseen: boolean };

const DESPAIR = (rankOf('caution') + rankOf('danger')) / 2;

/** @param others the panes of the chats beside that one */
export function createDesk(cards: Cards, others: (pane: number) => readonly Element[] = () => []): Desk {
  const held = new Map<number, Held>();
  let front: number | null = null;
  let pausing: number | null = null;

  const rank = (pane: number | null): number => {
    const [, assessment] = (pane === null ? undefined : held.get(pane))?.shown ?? [];
    if (assessment === undefined) return -1;
    // A child's own despair comes before all but danger, as on the card itself.
    return assessment.crisis ? Math.max(rankOf(assessment.level), DESPAIR) : rankOf(assessment.level);
  };
  const bringForward = (pane: number | null): void => {
    front = pane;
    const next = pane === null ? undefined : held.get(pane);
    if (next === undefined) {
      cards.remove();
      return;
    }
    cards.show(...next.shown);
    next.unseen = false;
    next.shown = withHow(next.shown, 'open'); // when it comes back, it stands as the person left it
    placeFront();
  };
  const placeFront = (): void => {
    const place = front === null ? null : held.get(front)?.place;
    if (front !== null && place) cards.place(...place, others(front));
  };

  /** Than the card in front. One that was put away makes room for news that is as loud. */
  const isLouder = (pane: number, news: boolean): boolean =>
    rank(pane) > rank(front) || (news && cards.isFolded() && rank(pane) === rank(front));

  return {
    of: (pane) => ({
      ...cards,
      show(...shown) {
        const before = held.get(pane);
        const [, , { how }] = shown;
        const unseen = how === 'open' || before?.unseen === true;
        const due = unseen && how === 'folded' ? withHow(shown, 'open') : shown;
        held.set(pane, { shown: due, place: before?.place ?? null, unseen });
        if (how === 'by-person' || front === pane || !cards.isShown() || isLouder(pane, unseen))
          bringForward(pane);
      },
      place(...place) {
        const own = held.get(pane);
        if (own) own.place = place;
        if (front === pane) cards.place(...place, others(pane));
        if (pausing === pane) cards.placePause(...place, others(pane));
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
    makeRoom() {
      const waits = [...held].filter(([pane, { unseen }]) => pane !== front && unseen);
      const [[next = null] = []] = waits.toSorted(([a], [b]) => rank(b) - rank(a));
      if (cards.isFolded() && rank(next) >= rank(front)) bringForward(next);
    },
    placeAgain: placeFront,
    get front() {
      return front;
    },
  };
}

function withHow([conversation, assessment, context]: Shown, how: ShowHow): Shown {
  return [conversation, assessment, { ...context, how }];
}
