// Draws the scene into our element of the page, which is there only while something is to be seen.
import { render } from 'preact';
import { type Translate, textDirection } from '../../utils/i18n';
import { type CardFocus, createCardFocus } from './card-focus';
import { createHostFrame } from './host-frame';
import { Picture, type PictureActs } from './picture';
import { linesOf, type Scene } from './scene';
import { createScenePlaces } from './scene-places';

export type Stage = {
  /** Draws the scene as it is now. */
  draw(): void;
  /** What the scene stands beside is another: all moves with the next frame. */
  placeSoon(): void;
  takeDown(): void;
  readonly focus: CardFocus;
  readonly isUp: boolean;
};

export type StageOptions = {
  readonly document: Document;
  readonly t: Translate;
  readonly language: string;
  /** Everything ends when it aborts. */
  readonly signal: AbortSignal;
};

type StageActs = PictureActs & {
  readonly onEscape: () => void;
  /** The page has won, and nothing stands in it any more. */
  readonly onEvicted: () => void;
};

/** Nothing is in the page until something is shown. */
export function createStage(options: StageOptions, scene: Scene, acts: StageActs): Stage {
  const { document, t, language } = options;
  const frame = createHostFrame({
    ...options,
    direction: textDirection(language),
    onEscape: acts.onEscape,
    onEvicted: () => {
      takeDown();
      acts.onEvicted();
    },
  });
  const focus = createCardFocus(frame);
  const places = createScenePlaces(document, scene, frame);

  function putUp(): void {
    const mount = frame.open();
    if (mount === null) return;
    focus.follow(mount.root);
    places.follow(mount.surface);
    const { card, asked, alone, pause, folds } = scene;
    const folded = card !== null && folds.isFolded(card);
    const lines = linesOf(scene);
    render(<Picture {...{ card, folded, asked, alone, pause, lines, t, acts }} />, mount.surface);
    places.place();
  }

  function takeDown(): void {
    places.stop();
    if (frame.mount !== null) render(null, frame.mount.surface);
    frame.close();
  }

  return {
    draw() {
      const isEmpty = scene.card === null && !scene.pause && linesOf(scene).length === 0;
      focus.keep(isEmpty ? takeDown : putUp);
    },
    placeSoon: places.renew,
    takeDown,
    focus,
    get isUp() {
      return frame.mount !== null;
    },
  };
}
