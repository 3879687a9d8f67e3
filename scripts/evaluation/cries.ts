// How many cries for help of a child's own are heard, and how often the card for them opens where nobody cried.
import { createConversation } from '../../engine/conversation';
import { plainFingerprint, type Reader } from '../replayer';
import type { Cry } from '../train/cries';
import type { Labelled } from './corpus';
import { percent, table } from './report';
import { wilson } from './statistics';

/** Whether the card would open at a message of the child's own. */
export function createHearer(reader: Reader): (text: string) => boolean {
  return (text) => {
    const conversation = createConversation({
      ...{ ...reader, group: false, memory: null },
      ...{ fingerprint: plainFingerprint, now: () => 0 },
    });
    const message = { id: '1', author: 'me', speaker: 'self', text, at: null } as const;
    return conversation.add(message, { history: false }).crisis;
  };
}

/** @param cries lines that nobody learned from; @param chats harmless ones, whose child says nothing of the kind */
export function criesTable(cries: readonly Cry[], chats: readonly Labelled[], reader: Reader): string {
  const hears = createHearer(reader);
  const row = (name: string, texts: readonly string[]) => {
    const heard = texts.filter(hears).length;
    const [low, high] = wilson(heard, texts.length);
    return [name, texts.length, heard, percent(heard / texts.length), `${percent(low)} to ${percent(high)}`];
  };
  const languages = [...new Set(cries.map(({ lang }) => lang))].sort();
  const linesOf = (lang: string, cry: boolean) =>
    cries.filter((line) => line.lang === lang && line.cry === cry).map(({ text }) => text);
  const ownWords = chats
    .filter(({ label }) => label === 'benign')
    .flatMap(({ messages, self }) =>
      messages.filter(({ author }) => author === self).map(({ text }) => text),
    );
  return table(
    ['lines', 'how many', 'card opens', 'share', '95 % interval'],
    [
      ...languages.flatMap((lang) => [
        row(`${lang}, cries`, linesOf(lang, true)),
        row(`${lang}, lines that only sound alike`, linesOf(lang, false)),
      ]),
      row('own messages in harmless chats of the sets above that are only measured', ownWords),
    ],
  );
}
