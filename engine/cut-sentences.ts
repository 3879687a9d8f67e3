// A sentence cut over several short messages of one writer: "send me" · "a pic".
import type { Detector } from './detector';
import type { Heard } from './heard';
import type { Line } from './matcher';
import { isLive } from './moment';
import type { Person } from './person';
import { isPiece } from './pieces';
import type { Sign } from './signs';

/** Pieces of a sentence further apart than this are not one sentence. */
const PIECE_MINUTES = 5;
const PIECES_KEPT = 3;

/** From the signs of a message by itself to those of a sentence that it may end. To be asked of every message in turn. */
export type CutSentences = (said: readonly Sign[], heard: Heard) => readonly Sign[];

/** Creates the reader of such sentences in one conversation. */
export function createCutSentences({ readAcross }: Pick<Detector, 'readAcross'>): CutSentences {
  /** Whoever wrote last (null: the child), and when. */
  let writer: Person | null = null;
  let writtenAt: number | null = null;
  /** Their last short messages in a row. */
  let pieces: readonly Line[] = [];

  return (said, { author, message: { at }, reading, moment }) => {
    if (moment.edited) return said;
    const isLate = at !== null && writtenAt !== null && at - writtenAt > PIECE_MINUTES * 60_000;
    const earlier = author === writer && !isLate ? pieces : [];
    const mayGoOn = isLive(moment) && isPiece(reading.line);
    pieces = mayGoOn ? [...earlier, reading.line].slice(-PIECES_KEPT) : [];
    writer = author;
    writtenAt = at;
    if (!mayGoOn || earlier.length === 0) return said;
    const { hits, doubted } = readAcross(earlier, reading);
    // Nothing takes a child's own words back.
    const kept = author ? said.filter((hit) => !doubted(hit)) : said;
    return [...kept, ...hits.map((hit) => ({ ...hit, weighs: true }))];
  };
}
