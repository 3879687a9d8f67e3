// What is scrolled in above the rows that were read: each piece by itself, in the order of the page, as a chat that was found
// (docs/adr/0050). Pieces may come in any order: the loudest counts.
import type { Conversation } from './conversation';
import type { Coming } from './heard';
import { CALM, louderOf } from './levels';
import type { Assessment, Level, Message } from './types';

/** A piece of fewer rows is read together with as many of those that stand below it. */
const BELOW = 30;
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

/** Creates the reader of what is scrolled in. @param open a new talk, which knows what is remembered of the chat */
export function createScrolled(open: () => Conversation): Scrolled {
  /** Of the piece at hand, from its top: no more than are read together with another. */
  let rows: Message[] = [];
  /** The first rows below it. */
  let below: readonly Message[] = [];
  /** The piece at hand, once it is long enough to be read alone. */
  let talk: Conversation | null = null;
  let isJudged = true;
  let loudest = CALM;
  /** What memory says alone. */
  let remembered: Level | null = null;

  function begin(run: 'above' | 'apart'): void {
    judge();
    below = run === 'above' ? [...rows, ...below].slice(0, BELOW) : [];
    rows = [];
    talk = null;
  }

  function judge(): void {
    if (isJudged) return;
    isJudged = true;
    loudest = louderOf(loudest, risenIn(talk ?? read([...rows, ...below])));
  }

  function read(messages: readonly Message[]): Conversation {
    const whole = open();
    for (const message of messages) whole.add(message, IN_ORDER);
    return whole;
  }

  /** What memory says alone is said elsewhere, as it stands now. */
  function risenIn(piece: Conversation): Assessment {
    const assessment = piece.assessment();
    remembered ??= open().assessment().level;
    return assessment.level === remembered ? CALM : assessment;
  }

  return {
    standsBelow(message) {
      if (rows.length === 0 && below.length < BELOW) below = [...below, message];
    },
    add(message, run) {
      if (run !== 'next') begin(run);
      isJudged = false;
      if (talk !== null) talk.add(message, IN_ORDER);
      else rows.push(message);
      if (talk === null && rows.length === BELOW) talk = read(rows);
    },
    assessment() {
      judge();
      return loudest;
    },
    get known() {
      return loudest;
    },
  };
}
