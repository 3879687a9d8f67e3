// What is scrolled in above the rows that were read: each piece by itself, in the order of the page, as a chat that was found
// (docs/adr/0050). Pieces may come in any order: the loudest counts.
import type { Conversation } from './conversation';
import type { Coming } from './heard';
import { CALM, louderOf, rankOf } from './levels';
import type { Assessment, Message } from './types';

/** A piece is read together with so many of the rows that stand right below it; of a long one its last rows are. */
const BESIDE = 30;
const IN_ORDER: Coming = { history: true, inOrder: true };

export type Scrolled = {
  /** A row that was not scrolled in: it may stand below what is. */
  standsBelow(message: Message): void;
  /** A row that was. */
  add(message: Message, run: NonNullable<Coming['run']>): void;
  /** What the loudest piece adds up to. */
  assessment(): Assessment;
  /** The same as of when it was asked for last. */
  readonly known: Assessment;
};

/** Rows that were scrolled in together. */
type Piece = {
  readonly isAbove: boolean;
  /** The first rows of what stands below it. */
  readonly below: readonly Message[];
  readonly first: Message[];
  readonly last: Message[];
  /** All of it, once there is more than the first rows. */
  whole: Conversation | null;
};

/** Creates the reader of what is scrolled in. @param open a new talk, which knows what is remembered of the chat */
export function createScrolled(open: () => Conversation): Scrolled {
  /** The first rows of all that stands together with what was not scrolled in. */
  let top: readonly Message[] = [];
  let piece: Piece | null = null;
  /** Of the pieces before it. */
  let loudest = CALM;
  /** Of the piece at hand; null where it was not judged since its last row came. */
  let current: Assessment | null = null;
  let known = CALM;

  function begin(isAbove: boolean): Piece {
    loudest = louderOf(loudest, judge());
    if (piece?.isAbove) top = [...piece.first, ...top].slice(0, BESIDE);
    return { isAbove, below: isAbove ? top : [], first: [], last: [], whole: null };
  }

  function judge(): Assessment {
    current ??= piece ? addedBy(piece) : CALM;
    return current;
  }

  /** What a piece adds to what the rows below it and memory say without it, which is said elsewhere; or what it says alone. */
  function addedBy({ below, first, last, whole }: Piece): Assessment {
    const beside = read([...last, ...below]).assessment();
    const assessment = whole ? louderOf(whole.assessment(), beside) : beside;
    if (assessment.level === 'calm') return CALM;
    if (rankOf(assessment.level) > rankOf(read(below).assessment().level)) return assessment;
    // The level of the rows below may have sunk since.
    const alone = (whole ?? read(first)).assessment();
    return rankOf(alone.level) > rankOf(open().assessment().level) ? alone : CALM;
  }

  function read(messages: readonly Message[]): Conversation {
    const talk = open();
    for (const message of messages) talk.add(message, IN_ORDER);
    return talk;
  }

  return {
    standsBelow(message) {
      if (top.length < BESIDE) top = [...top, message];
    },
    add(message, run) {
      if (piece === null || run !== 'next') piece = begin(run === 'above');
      const { first, last } = piece;
      current = null;
      if (first.length < BESIDE) first.push(message);
      else {
        piece.whole ??= read(first);
        piece.whole.add(message, IN_ORDER);
      }
      last.push(message);
      if (last.length > BESIDE) last.shift();
    },
    assessment() {
      known = louderOf(loudest, judge());
      return known;
    },
    get known() {
      return known;
    },
  };
}
