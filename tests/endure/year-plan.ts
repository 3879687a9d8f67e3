// The simulated year, as a plan: who writes what on which day, and which chat is opened when. Made from the project's own
// conversations and a fixed seed, so that two runs live through the very same year.
import { join } from 'node:path';
import type { Message } from '../../engine/types';
import { headOf } from '../../page/history';
import type { Arrival } from '../../page/watch-types';
import { isShort } from '../../scripts/endure/trial';
import { readCorpus } from '../../scripts/evaluation/corpus';
import { createRandom } from '../../scripts/evaluation/evasions';
import { DAY_MS } from '../../utils/memory';

export type YearSize = {
  readonly contacts: number;
  readonly visits: number;
  readonly messages: number;
  /** Contacts who turn bad in the course of it; each gets a risky conversation of the corpora, a part at each visit. */
  readonly risky: number;
  /** Contacts that are groups. */
  readonly groups: number;
  /** Every so many visits the page is loaded anew; between them the site changes chats by itself. */
  readonly reloadEvery: number;
  /** Chance that the worker dies at each of three moments of a visit: hundreds of deaths in either form. */
  readonly deaths: number;
};

const FULL: YearSize = {
  ...{ contacts: 400, visits: 2_000, messages: 300_000, risky: 40, groups: 40 },
  ...{ reloadEvery: 100, deaths: 0.1 },
};
/** CI's year has the same months and as many deaths, with fewer people who say less. */
const SHORT: YearSize = {
  ...{ contacts: 80, visits: 400, messages: 6_000, risky: 12, groups: 8 },
  ...{ reloadEvery: 80, deaths: 0.3 },
};

/** Rows of earlier visits that a chat shows when it is opened. */
const SHOWN_AGAIN = 30;
const MINUTE_MS = 60_000;
/** An open chat is looked at for so long: answers come, memory is handed over. */
export const VISIT_MS = 15 * MINUTE_MS;

export type Row = Arrival;
export type Visit = {
  readonly contact: number;
  readonly peer: string;
  readonly group: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly reload: boolean;
  /** Rows that stood there before, then what is new. */
  readonly again: readonly Row[];
  readonly fresh: readonly Row[];
};

/** All of it in `npm run endure`, a part of it in CI. */
export const yearSize = (): YearSize => (isShort() ? SHORT : FULL);

const peerOf = (contact: number): string => String(5_550_000_000 + contact);

/** The whole year in order of time. `start` in milliseconds since 1970. */
export function* planYear(start: number, size = yearSize(), seed = 1): Generator<Visit> {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const corpus = readCorpus([join(import.meta.dirname, '../corpora/tune')]);
  const talk = corpus.filter(({ label }) => label === 'benign').flatMap((chat) => said(chat));
  const risky = corpus.filter(({ label }) => label === 'risky').map((chat) => said(chat));
  const perVisit = size.messages / size.visits;
  const chats = Array.from({ length: size.contacts }, (_, contact) => ({
    bad: contact < size.risky ? [...(risky[contact % risky.length] ?? [])] : [],
    shown: [] as Message[],
    group: contact >= size.contacts - size.groups,
  }));
  for (let visit = 0; visit < size.visits; visit += 1) {
    // Everybody is met once; after that some more often than others.
    const contact = visit < size.contacts ? visit : Math.floor(size.contacts * random() ** 2);
    const chat = chats[contact];
    if (chat === undefined) throw new Error(`no contact ${contact}`);
    const at = start + Math.floor((visit / size.visits) * 365 * DAY_MS);
    const again = chat.shown.slice(-SHOWN_AGAIN).map((message, index, shown): Row => {
      const history = at - (message.at ?? 0) > 2 * DAY_MS;
      return { message, history, inOrder: history, atHead: history && index < headOf(shown.length) };
    });
    const bad = chat.bad.splice(0, Math.ceil(chat.bad.length / 2));
    const fresh = Array.from({ length: perVisit }, (_, index): Row => {
      const turned = index % 10 === 9 ? bad.shift() : undefined;
      const line = turned ?? pick(talk);
      const author = line.self
        ? 'self'
        : chat.group
          ? `member ${Math.floor(random() * 12)}`
          : peerOf(contact);
      const message: Message = {
        id: `${visit}-${index}`,
        author,
        speaker: line.self ? 'self' : 'other',
        text: line.text,
        at: at + Math.floor((index / perVisit) * VISIT_MS),
      };
      return { message, history: false };
    });
    chat.shown = [...chat.shown, ...fresh.map(({ message }) => message)].slice(-SHOWN_AGAIN);
    yield {
      contact,
      ...{ peer: chat.group ? `-100${contact}` : peerOf(contact), group: chat.group, at, again, fresh },
      reload: visit % size.reloadEvery === 0,
    };
  }
}

type Said = { readonly self: boolean; readonly text: string };

function said({ messages, self }: ReturnType<typeof readCorpus>[number]): Said[] {
  return messages.map(({ author, text }) => ({ self: author === self, text }));
}
