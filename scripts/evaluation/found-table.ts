// The table of docs/accuracy.md on chats that are there already when they are opened: read from top to bottom as they are found,
// and scrolled in, where nobody knows in which order rows come.
import { type Conversation, createConversation } from '../../engine/conversation';
import type { Coming } from '../../engine/heard';
import { rankOf } from '../../engine/levels';
import type { Level } from '../../engine/types';
import { plainFingerprint, type Reader } from '../replayer';
import { expectedLevel, type Labelled, selfOf } from './corpus';
import { groupBy } from './measure';
import { percent, table } from './report';

const FOUND: Coming = { history: true, inOrder: true };
const SCROLLED_IN: Coming = { history: true };

/** By set and language, for chats of two people. Without times, as on some sites: all of it is of one day. */
export function foundTable(chats: readonly Labelled[], reader: Reader): string {
  const pairs = chats.filter(({ messages }) => new Set(messages.map(({ author }) => author)).size <= 2);
  const rows = [...groupBy(pairs, ({ set, lang }) => `${set}, ${lang}`)].flatMap(([name, list]) => {
    const risky = list.filter(({ label }) => label === 'risky');
    const harmless = list.filter(({ label }) => label === 'benign');
    const cells = [FOUND, SCROLLED_IN].map((coming) => {
      const reaches = (chat: Labelled, level: Level) =>
        rankOf(levelOf(chat, coming, reader)) >= rankOf(level);
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
function levelOf(chat: Labelled, coming: Coming, reader: Reader): Level {
  const self = selfOf(chat);
  const conversation: Conversation = createConversation({
    ...{ ...reader, group: false, memory: null, fingerprint: plainFingerprint, now: () => 0 },
  });
  chat.messages.forEach(({ author, text }, index) => {
    const speaker = author === self ? 'self' : 'other';
    conversation.add({ id: String(index), author, speaker, text, at: null }, coming);
  });
  return conversation.assessment().level;
}
