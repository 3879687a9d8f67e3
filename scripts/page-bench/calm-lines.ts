// Lines of talk in which nothing is seen: what a warning costs is not measured by a bench of the page.
import { createConversation } from '../../engine/conversation';
import type { Assessment } from '../../engine/types';
import type { RowReading } from '../../page/adapter';
import { isHistory, possibleTime } from '../../page/history';
import { dayOf } from '../../utils/memory';
import { plainFingerprint, type Reader } from '../replayer';
import { ARRIVING, HISTORY, linesOf, type Phase, piecesUpwards } from './lines';

/** What a chat's page says as the adapter reads it: the rows it was saved with, and one of those that come in each phase. */
export type Talk = {
  readonly rows: readonly RowReading[];
  readonly arriving: RowReading;
  readonly history: RowReading;
};

/** With fewer the same words would come again too often. */
const FEWEST = 100;
/** Long after a chat was opened, in milliseconds. */
const LATER = 60_000;

/** The texts that are left once nothing is seen, in no line and in no talk of them on this page. */
export function calmLines(texts: readonly string[], talk: Talk, reader: Reader, now: number): string[] {
  if (isLoud(hear(talk, reader, now).assessment()))
    throw new Error('the page itself says what is warned of: no line of ours could be calm in it');
  let left = [...texts];
  for (;;) {
    if (left.length < FEWEST)
      throw new Error(`only ${left.length} calm lines are left, fewer than ${FEWEST}`);
    const dropped = withHits(left, reader);
    if (dropped.size === 0) {
      const reached = firstReached(left, talk, reader, now);
      if (reached === null) return left;
      dropped.add(reached);
    }
    left = left.filter((_, index) => !dropped.has(index));
  }
}

/** Whether an arriving row of this page is read as history: its copy of a time is then older than 48 hours. */
export function arrivesAsHistory({ arriving }: Talk, now: number): boolean {
  return isPast(arriving, { above: false, asFound: false }, now);
}

/** Which texts say something in a line that is made of them: a number may make an age of what stood before it. */
function withHits(texts: readonly string[], { detector }: Reader): Set<number> {
  const found = new Set<number>();
  for (const phase of [ARRIVING, HISTORY])
    for (const [index, line] of linesOf(texts, phase).entries()) {
      const text = (phase.from + index) % texts.length;
      if (!found.has(text) && detector.read(line).hits.length > 0) found.add(text);
    }
  return found;
}

/** The text of the line with which something is reached, or null. */
function firstReached(texts: readonly string[], talk: Talk, reader: Reader, now: number): number | null {
  const chat = hear(talk, reader, now);
  const add = (row: RowReading, phase: Phase, line: string, index: number) => {
    const at = possibleTime(row.at, now);
    const above = phase === HISTORY;
    const history = isPast(row, { above, asFound: false }, now);
    const first = above ? 'above' : 'apart';
    const run = index % phase.per === 0 ? first : 'next';
    chat.add(
      { ...row, id: `line ${phase.from + index}`, text: line, at },
      { history, ...(history && { run }) },
    );
    return isLoud(chat.assessment());
  };
  const arriving = linesOf(texts, ARRIVING).map((line, index) => ({ line, index }));
  for (const { line, index } of arriving)
    if (add(talk.arriving, ARRIVING, line, index)) return index % texts.length;
  const history = linesOf(texts, HISTORY).map((line, index) => ({ line, index }));
  for (const { line, index } of piecesUpwards(history, HISTORY))
    if (add(talk.history, HISTORY, line, index)) return (HISTORY.from + index) % texts.length;
  return null;
}

/** The conversation as the page has it before anything of ours comes. */
function hear({ rows }: Talk, reader: Reader, now: number): ReturnType<typeof createConversation> {
  const chat = createConversation({
    ...{ ...reader, dayOf, fingerprint: plainFingerprint },
    ...{ group: false, memory: null, now: () => now },
  });
  for (const row of rows) {
    const history = isPast(row, { above: false, asFound: true }, now);
    chat.add({ ...row, at: possibleTime(row.at, now) }, { history, inOrder: history });
  }
  return chat;
}

function isPast({ at }: RowReading, place: { above: boolean; asFound: boolean }, now: number): boolean {
  const sinceOpened = place.asFound ? 0 : LATER;
  return isHistory({
    ...place,
    at: possibleTime(at, now),
    now,
    sinceOpened,
    adrift: false,
    afterKnown: false,
  });
}

const isLoud = ({ level, crisis }: Assessment): boolean => level !== 'calm' || crisis;
