// The table of docs/accuracy.md on chats that are there already when they are opened: read from top to bottom as they are found,
// and scrolled in from below, a piece at a time.
import { type Conversation, createConversation } from '../../engine/conversation';
import type { Coming } from '../../engine/heard';
import { rankOf } from '../../engine/levels';
import type { Level } from '../../engine/types';
import { plainFingerprint, type Reader } from '../replayer';
import { expectedLevel, type Labelled, selfOf } from './corpus';
import { groupBy } from './measure';
import { percent, table } from './report';

/** The rows of a chat as they come, by their index. */
type Way = (count: number) => readonly (readonly [index: number, coming: Coming])[];

/** Messages of a piece. */
const PIECE = 20;
const found: Way = (count) =>
  Array.from({ length: count }, (_, index) => [index, { history: true, inOrder: true }]);
const scrolledIn: Way = (count) => {
  const pieces: ReturnType<Way>[number][][] = [];
  for (let end = count; end > 0; end -= PIECE) {
    const begin = Math.max(0, end - PIECE);
    pieces.push(
      Array.from({ length: end - begin }, (_, k) => [
        begin + k,
        { history: true, run: k > 0 ? 'next' : 'above' },
      ]),
    );
  }
  return pieces.flat();
};

/** By set and language, for chats of two people. Without times, as on some sites: all of it is of one day. */
export function foundTable(chats: readonly Labelled[], reader: Reader): string {
  const pairs = chats.filter(({ messages }) => new Set(messages.map(({ author }) => author)).size <= 2);
  const rows = [...groupBy(pairs, ({ set, lang }) => `${set}, ${lang}`)].flatMap(([name, list]) => {
    const risky = list.filter(({ label }) => label === 'risky');
    const harmless = list.filter(({ label }) => label === 'benign');
    const cells = [found, scrolledIn].map((way) => {
      const reaches = (chat: Labelled, level: Level) => rankOf(levelOf(chat, way, reader)) >= rankOf(level);
      const right = risky.filter((chat) => reaches(chat, expectedLevel(chat))).length;
      const alarmed = (['caution', 'danger'] as const).map(
        (level) => harmless.filter((chat) => reaches(chat, level)).length,
      );
      return [risky.length > 0 ? percent(right / risky.length) : '-', alarmed.join(' / ')];
    });
    return [[name, risky.length, harmless.length, ...cells.flat()]];
  });
  return table(
    [
      ...['set', 'risky', 'harmless', 'as found: level reached', 'harmless at `caution` / `danger`'],
      ...['scrolled in: level reached', 'harmless at `caution` / `danger`'],
    ],
    rows,
  );
}

/** What it adds up to once all of it was read. */
function levelOf(chat: Labelled, way: Way, reader: Reader): Level {
  const self = selfOf(chat);
  const conversation: Conversation = createConversation({
    ...{ ...reader, group: false, memory: null, fingerprint: plainFingerprint, now: () => 0 },
  });
  for (const [index, coming] of way(chat.messages.length)) {
    const { author, text } = chat.messages[index] ?? { author: '', text: '' };
    const speaker = author === self ? 'self' : 'other';
    conversation.add({ id: String(index), author, speaker, text, at: null }, coming);
  }
  return conversation.assessment().level;
}
