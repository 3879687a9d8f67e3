// The fixture pages of the adapters for tests in real browsers, and the same pages with a threat in them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ContactFact } from '../../page/adapter';
import { CHAT_SITES } from '../../tour/pages/sites';
import { threatLines } from './scenes';

export const FIXTURES = path.resolve(import.meta.dirname, '../fixtures');

/** The part of a fixture's expectation that a report from the page can show. */
type Expected = {
  readonly adapter: string;
  readonly url: string;
  readonly messages?: readonly {
    readonly speaker?: string;
    readonly text?: string;
    readonly author?: string;
  }[];
  readonly facts?: readonly ContactFact[];
  readonly requests?: readonly unknown[];
};

export const fixtures = readdirSync(FIXTURES)
  .flatMap((folder) =>
    readdirSync(path.join(FIXTURES, folder)).map((file) => path.join(FIXTURES, folder, file)),
  )
  .filter((file) => file.endsWith('.html'))
  .map((file) => ({
    title: path.relative(FIXTURES, file).replace(/\.html$/, ''),
    html: readFileSync(file, 'utf8'),
    expected: JSON.parse(readFileSync(file.replace(/html$/, 'expected.json'), 'utf8')) as Expected,
  }));

/** Chats whose speakers the page gives. */
export const chats = fixtures.filter(({ expected }) =>
  expected.messages?.some(({ speaker }) => speaker === 'other'),
);

/** Those with one person: what several say adds up to nothing. */
const withOne = chats.filter(({ expected: { messages = [] } }) => {
  const others = messages.filter(({ speaker }) => speaker === 'other');
  return new Set(others.map(({ author }) => author)).size === 1;
});

const THREAT = threatLines()
  .filter(({ from }) => from === 'other')
  .map(({ text }) => text);

/** What one side says in plain letters, as it stands in the page. Emoji may be pictures there, and letters in a label. */
function said({ html, expected }: (typeof fixtures)[number], speaker: string): string[] {
  const texts = (expected.messages ?? [])
    .filter((one) => one.speaker === speaker)
    .map(({ text = '' }) => text);
  return texts.filter((text) => html.includes(text) && !/\p{Extended_Pictographic}/u.test(text));
}

/** The page with other words in place of the last things that one side said. */
export function rewritten(
  chat: (typeof fixtures)[number],
  speaker: string,
  words: readonly string[],
): string {
  const last = said(chat, speaker).slice(-words.length);
  return last.reduce((page, text, index) => page.replaceAll(text, words[index] ?? ''), chat.html);
}

/** The page with a threat in place of the last things that one side said. */
export const threatened = (chat: (typeof fixtures)[number], speaker: string): string =>
  rewritten(chat, speaker, THREAT);

/**
 * What stands on the page while nothing bad was said: a quiet notice where the page shows that the contact is a stranger
 * (entrypoints/content/notice.ts), which comes a moment after the chat is read.
 */
export function levelBefore({ expected }: (typeof fixtures)[number]): 'calm' | 'notice' {
  return expected.facts?.some(({ fact }) => fact === 'not-a-contact') ? 'notice' : 'calm';
}

/** A chat with one person of each site that has no practice page, with enough words of both. */
export const plain = withOne
  .filter((chat) => ['self', 'other'].every((speaker) => said(chat, speaker).length >= THREAT.length))
  .filter(({ expected: { adapter } }) => !(adapter in CHAT_SITES))
  .filter(
    ({ expected }, index, all) =>
      all.findIndex((other) => other.expected.adapter === expected.adapter) === index,
  );

const hasComposer = (html: string): boolean => /contenteditable="true"|<textarea/.test(html);
export const hasFileInput = (html: string): boolean => /type="?file/.test(html);

/** The same of each site with a composer, and with an input for files where a page of the site has one. */
export const writable = withOne
  .filter((chat) => hasComposer(chat.html) && said(chat, 'other').length >= THREAT.length)
  .toSorted((a, b) => Number(hasFileInput(b.html)) - Number(hasFileInput(a.html)))
  .filter(
    ({ expected }, index, all) =>
      all.findIndex((other) => other.expected.adapter === expected.adapter) === index,
  );
