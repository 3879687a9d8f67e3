// Shows cards in a page: one of the open conversation and one line for each request. Knows places and folding;
// what a card says comes from components/card-content.ts, what follows from an action from the content script.
import { render } from 'preact';
import type { CardAction, CardEvent } from '../../components/card-actions';
import { helpPlaceOf } from '../../components/card-place';
import type { Card } from '../../components/card-surface';
import { type Translate, textDirection } from '../../utils/i18n';
import type { HelpPlace } from '../../utils/situations';
import { copyText } from './copy-text';
import { createFolds } from './folds';
import { followPage, type PageFollower } from './follow-page';
import { createHostFrame, type Mount } from './host-frame';
import { Picture, type PictureActs, type RequestLine } from './picture';
import { positionBoth } from './position-both';
import type { Surroundings } from './position-card';
import { positionRequests } from './position-requests';

export type CardHostOptions = {
  readonly document: Document;
  readonly t: Translate;
  readonly language: string;
  /** Everything ends when it aborts. */
  readonly signal: AbortSignal;
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
   * Tells what the card must keep free: for a new conversation, and for each new newest row. The card moves with the next
   * frame: measured at once, the whole page would be laid out once more for it.
   */
  place(pane: Element | null, composer: Element | null, newestRow: Element | null): void;
  /** The same for the pause, whose chat may be another than the card's. */
  placePause(pane: Element | null, composer: Element | null, newestRow: Element | null): void;
  /** Shows one line beside each request of the list, and takes all others away. */
  showRequests(requests: readonly RequestLine[]): void;
  /** Shows the pause before a picture beside the composer, or takes it away. */
  showPause(on: boolean): void;
  readonly state: 'none' | 'open' | 'folded';
};

/** What is to be seen; the rest follows from it. */
type Scene = {
  card: Card | null;
  /** How often a person asked for a card. */
  asked: number;
  requests: readonly RequestLine[];
  pause: boolean;
  around: Surroundings;
  /** Of the pause: of chats side by side, another may have the card. */
  pausedIn: Surroundings;
};

/** Of a chat that is left nothing is held: its elements hold the whole of what the site has put away. */
const NOWHERE: Surroundings = { pane: null, composer: null, newestRow: null };

/** Nothing is in the page until something is shown. */
export function createCardHost({ document, t, language, signal, onAction }: CardHostOptions): CardHost {
  const direction = textDirection(language);
  const folds = createFolds();
  const scene: Scene = {
    ...{ card: null, asked: 0, requests: [], pause: false },
    ...{ around: NOWHERE, pausedIn: NOWHERE },
  };
  const hidden = new Set<string>();
  let follower: PageFollower | null = null;
  let alone = false;
  /** What of the page had the focus before a card got it. */
  let cameFrom: HTMLElement | null = null;

  const frame = createHostFrame({
    document,
    language,
    direction,
    signal,
    onEscape: () => (scene.pause ? hidePause() : host.fold()),
    onEvicted: () => {
      takeDown();
      onAction({ type: 'evicted' });
    },
  });
  const linesNow = () => scene.requests.filter(({ id, element }) => !hidden.has(id) && element.isConnected);
  const placeLines = () => {
    const lines = linesNow();
    if (frame.mount !== null && lines.length > 0) positionRequests(frame.mount.root, lines);
  };
  const placeAll = () => {
    const { mount } = frame;
    if (mount !== null) positionBoth(mount.root, mount.surface, scene.around, scene.pausedIn);
    placeLines();
  };

  function draw(): void {
    const lines = linesNow();
    const hadFocus = frame.mount?.root.activeElement != null;
    if (scene.card === null && lines.length === 0 && !scene.pause) takeDown();
    else picturesIn(frame.open(), lines);
    if (hadFocus) keepFocus();
    if (frame.mount === null) cameFrom = null;
  }

  /** Where what had the focus is gone: to what is shown now, its main button first, else back to the page. */
  function keepFocus(): void {
    const root = frame.mount?.root;
    if (root?.activeElement != null) return;
    const next =
      root?.querySelector<HTMLElement>('.dock .button-main') ??
      root?.querySelector<HTMLElement>('button') ??
      cameFrom;
    next?.focus({ preventScroll: true });
  }

  function noteFocus(event: Event): void {
    const { relatedTarget } = event as FocusEvent;
    if (relatedTarget instanceof HTMLElement && relatedTarget.getRootNode() !== frame.mount?.root)
      cameFrom = relatedTarget;
  }

  function picturesIn(mount: Mount | null, lines: readonly RequestLine[]): void {
    if (mount === null) return;
    if (follower === null) mount.root.addEventListener('focusin', noteFocus);
    follower ??= followPage({ document, surface: mount.surface, onResize: placeAll, onScroll: placeLines });
    followSizes(lines);
    const { card, asked, pause } = scene;
    const folded = card !== null && folds.isFolded(card);
    render(<Picture {...{ card, folded, asked, alone, pause, lines, t }} acts={acts} />, mount.surface);
    placeAll();
  }

  /** A request moves where anything around it grows or shrinks. */
  function followSizes(lines: readonly RequestLine[]): void {
    const { around, pausedIn } = scene;
    const parts = [around.pane, around.composer, pausedIn.pane, pausedIn.composer];
    for (const { element } of lines)
      for (let part: Element | null = element; part; part = part.parentElement) parts.push(part);
    follower?.watch([...new Set(parts)]);
  }

  const acts: PictureActs = {
    onEvent,
    onCopy: (text) => copyText(document, text),
    onPauseHelp: () => onAction({ type: 'open-help', place: pauseHelp() }),
    onPauseHide: hidePause,
    onRequestHide: hideRequest,
    onRequestMore: () => onAction({ type: 'open-help', place: 'start' }),
  };

  /** The card's own place of the help page, where one is shown. */
  function pauseHelp(): HelpPlace {
    return scene.card === null ? 'start' : helpPlaceOf(scene.card.content);
  }

  /** Whoever came to it from the composer goes on writing: a card beside it takes no focus that it did not have. */
  function hidePause(): void {
    const writing = frame.mount?.root.activeElement == null ? null : cameFrom;
    host.showPause(false);
    writing?.focus({ preventScroll: true });
    onAction({ type: 'hide-pause' });
  }

  function putAway(): void {
    Object.assign(scene, { card: null, around: NOWHERE });
    draw();
  }

  function takeDown(): void {
    follower?.stop();
    follower = null;
    if (frame.mount !== null) render(null, frame.mount.surface);
    frame.close();
  }

  function onEvent(type: CardEvent): void {
    const { card } = scene;
    if (card === null) return;
    if (alone) {
      if (type === 'fold') putAway();
      return;
    }
    if (type === 'fold' || type === 'unfold') turn(card, type);
    if (type === 'close') host.remove();
    if (type === 'open-help') onAction({ type, place: helpPlaceOf(card.content) });
    else onAction({ type, card: card.id });
  }

  /** The focus stays on the card or the lamp where a person was using it, and is never taken from the page. */
  function turn(card: Card, type: 'fold' | 'unfold'): void {
    const hadFocus = frame.mount?.root.activeElement != null;
    folds[type](card);
    draw();
    if (hadFocus)
      frame.mount?.root.querySelector<HTMLElement>('.dock button')?.focus({ preventScroll: true });
  }

  function hideRequest(request: string): void {
    hidden.add(request);
    draw();
    onAction({ type: 'hide-request', request });
  }

  const host: CardHost = {
    show(card, { byPerson = false } = {}) {
      if (alone) return;
      if (byPerson) folds.unfold(card);
      scene.asked += byPerson ? 1 : 0;
      scene.card = card;
      draw();
    },
    fold() {
      if (host.state === 'open') onEvent('fold');
    },
    leave() {
      const stays = scene.card?.content.kind === 'danger' || scene.card?.content.kind === 'crisis';
      if (!stays || host.state !== 'open') return;
      alone = true;
      Object.assign(scene, { requests: [], pause: false });
      draw();
    },
    remove() {
      if (!alone) putAway();
    },
    place(pane, composer, newestRow) {
      scene.around = { pane, composer, newestRow };
      followSizes(linesNow());
      follower?.placeSoon();
    },
    placePause(pane, composer, newestRow) {
      scene.pausedIn = { pane, composer, newestRow };
      followSizes(linesNow());
      follower?.placeSoon();
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
      if (scene.card === null || frame.mount === null) return 'none';
      return folds.isFolded(scene.card) ? 'folded' : 'open';
    },
  };
  signal.addEventListener('abort', () => alone || takeDown(), { once: true });
  return host;
}
