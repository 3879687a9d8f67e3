// Shows cards in a page: one of the open conversation and one line for each request. Knows what was put away;
// what a card says comes from components/card-content.ts, what follows from an action from the content script.
import type { CardAction, CardEvent } from '../../components/card-actions';
import { helpPlaceOf } from '../../components/card-place';
import type { Card } from '../../components/card-surface';
import { copyText } from './copy-text';
import type { RequestLine } from './picture';
import { createScene, NOWHERE } from './scene';
import { createStage, type StageOptions } from './stage';

export type CardHostOptions = StageOptions & {
  readonly onAction: (action: CardAction) => void;
};

export type CardHost = {
  /**
   * Shows a card, or renews the one shown. A card that was folded stays folded under its id, unless the new one is
   * graver, or `byPerson` says that a person asked for it (the popup's "show").
   */
  show(card: Card, options?: { readonly byPerson?: boolean }): void;
  /** Folds the card to the lamp. */
  fold(): void;
  /**
   * The extension behind the page is gone: an open card of danger or despair stays, with its number, until a person puts it
   * away. Everything else goes when `signal` aborts.
   */
  leave(): void;
  /** Takes the conversation's card away; request lines stay. What was folded is remembered. */
  remove(): void;
  /**
   * Tells what the card must keep free, and of `others` the panes of chats side by side with it: for a new conversation, and for each new newest row. The card moves with the next
   * frame: measured at once, the whole page would be laid out once more for it.
   */
  place(
    pane: Element | null,
    composer: Element | null,
    newestRow: Element | null,
    others?: readonly Element[],
  ): void;
  /** The same for the pause, whose chat may be another than the card's. */
  placePause: CardHost['place'];
  /** Shows one line beside each request of the list, and takes all others away. */
  showRequests(requests: readonly RequestLine[]): void;
  /** Shows the pause before a picture beside the composer, or takes it away. */
  showPause(on: boolean): void;
  readonly state: 'none' | 'open' | 'folded';
};

/** Nothing is in the page until something is shown. */
export function createCardHost({ onAction, ...options }: CardHostOptions): CardHost {
  const scene = createScene();
  const stage = createStage(options, scene, {
    onEvent,
    onCopy: (text) => copyText(options.document, text),
    /** The card's own place of the help page, where one is shown. */
    onPauseHelp: () =>
      onAction({ type: 'open-help', place: scene.card === null ? 'start' : helpPlaceOf(scene.card.content) }),
    onPauseHide: hidePause,
    onRequestHide(request) {
      scene.hidden.add(request);
      draw();
      onAction({ type: 'hide-request', request });
    },
    onRequestMore: () => onAction({ type: 'open-help', place: 'start' }),
    onEscape,
    onEvicted: () => onAction({ type: 'evicted' }),
  });
  const { draw, focus } = stage;

  function onEvent(type: CardEvent): void {
    const { card } = scene;
    if (card === null) return;
    if (scene.alone) {
      if (type === 'fold') putAway();
      return;
    }
    if (type === 'fold' || type === 'unfold') turn(card, type);
    if (type === 'close') host.remove();
    if (type === 'open-help') onAction({ type, place: helpPlaceOf(card.content) });
    else onAction({ type, card: card.id });
  }

  /** Puts away what the key was pressed in, and nothing beside it. A request's line is put away for good: not by a key. */
  function onEscape(): void {
    if (focus.isIn('request')) return;
    if (scene.pause && !focus.isIn('dock')) hidePause();
    else host.fold();
  }

  /** The focus stays on the card or the lamp where a person was using it, and is never taken from the page. */
  function turn(card: Card, type: 'fold' | 'unfold'): void {
    const hadFocus = focus.isInside();
    scene.folds[type](card);
    draw();
    if (hadFocus) focus.moveToDock();
  }

  /** Whoever came to it from the composer goes on writing: a card beside it takes no focus that it did not have. */
  function hidePause(): void {
    const goBack = focus.wayBack();
    host.showPause(false);
    goBack();
    onAction({ type: 'hide-pause' });
  }

  function putAway(): void {
    Object.assign(scene, { card: null, around: NOWHERE });
    draw();
  }

  const host: CardHost = {
    show(card, { byPerson = false } = {}) {
      if (scene.alone) return;
      if (byPerson) scene.folds.unfold(card);
      scene.asked += byPerson ? 1 : 0;
      scene.card = card;
      draw();
      if (byPerson) focus.moveToDock();
    },
    fold() {
      if (host.state === 'open') onEvent('fold');
    },
    leave() {
      const stays = scene.card?.content.kind === 'danger' || scene.card?.content.kind === 'crisis';
      if (!stays || host.state !== 'open') return;
      Object.assign(scene, { alone: true, requests: [], pause: false });
      draw();
    },
    remove() {
      if (!scene.alone) putAway();
    },
    place(pane, composer, newestRow, others = []) {
      scene.around = { pane, composer, newestRow, others };
      stage.placeSoon();
    },
    placePause(pane, composer, newestRow, others = []) {
      scene.pausedIn = { pane, composer, newestRow, others };
      stage.placeSoon();
    },
    showRequests(requests) {
      scene.requests = requests;
      draw();
    },
    showPause(on) {
      if (scene.pause === on) return;
      scene.pause = on;
      if (!on) scene.pausedIn = NOWHERE;
      draw();
    },
    get state() {
      if (scene.card === null || !stage.isUp) return 'none';
      return scene.folds.isFolded(scene.card) ? 'folded' : 'open';
    },
  };
  options.signal.addEventListener('abort', () => scene.alone || stage.takeDown(), { once: true });
  return host;
}
