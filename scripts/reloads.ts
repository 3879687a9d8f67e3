// `npm run reloads`: is a chat judged after a reload as it is while it is read (docs/adr/0030)? Reads each
// chat of tests/corpora of two people, and long harmless days made of them, loads each anew at places drawn by seed, and
// counts where the levels differ. `-- --help` names the options.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Conversation, createConversation } from '../engine/conversation';
import type { Detector, Reading } from '../engine/detector';
import type { Coming } from '../engine/heard';
import { rankOf } from '../engine/levels';
import type { ConversationMemory, Level, Message } from '../engine/types';
import { headOf } from '../page/history';
import { mergeMemory } from '../utils/memory';
import { helpIfAsked, wholeNumber } from './arguments';
import { type Labelled, readCorpus, selfOf } from './evaluation/corpus';
import { createRandom } from './evaluation/evasions';
import { chain, groupBy } from './evaluation/measure';
import { table } from './evaluation/report';
import { OWN_SETS } from './evaluation/sets';
import './plain-faults';
import { loadCheckedRules, plainFingerprint, type ReplayLine, readerOf } from './replayer';

helpIfAsked(`npm run reloads -- [--days <n>] [--length <n>] [--loads <n>] [--list]

  --days    how many long harmless days are made; 150 without it
  --length  how many messages each of them holds; 400 without it
  --loads   at how many places each chat is loaded anew; 2 without it
  --list    names the chats whose level differs`);
const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '150' },
    length: { type: 'string', default: '400' },
    loads: { type: 'string', default: '2' },
    list: { type: 'boolean', default: false },
  },
});
const dayCount = wholeNumber('--days', values.days);
const messagesADay = wholeNumber('--length', values.length);
const loadsAChat = wholeNumber('--loads', values.loads);
const SETS = [...OWN_SETS, 'study'];
/** Rows that a page shows when it is loaded. */
const SHOWN = 30;
/** Every so many messages memory is handed over while a chat is read. */
const SAVED_EVERY = 3;
/** What a page shows after a load: nothing yet, rows of these days, older ones or such without a time. */
const WAYS = ['memory alone', 'rows read as new', 'rows read as they are found'] as const;
const KINDS = ['danger milder', 'caution milder', 'raised to caution', 'raised to danger'] as const;
type Kind = (typeof KINDS)[number];

const reader = readerOf(loadCheckedRules());
const detector = remembering(reader.detector);
const root = fileURLToPath(new URL('../tests/corpora/', import.meta.url));
const chats = SETS.flatMap((set) => readCorpus([root + set]));
const pairs = chats.filter(({ messages }) => new Set(messages.map(({ author }) => author)).size <= 2);
const benign = pairs.filter(({ label }) => label === 'benign');
const days = Array.from({ length: dayCount }, (_, seed) => dayOf(benign, seed + 1));

const groups: [string, Message[][], string[]][] = [
  ...[...groupBy(pairs, ({ label }) => label)].map(([label, list]): [string, Message[][], string[]] => [
    label,
    list.map(messagesOf),
    list.map(({ id }) => String(id)),
  ]),
  ['long harmless days', days, days.map((_, index) => `day ${index + 1}`)],
];
for (const [name, list, ids] of groups) process.stdout.write(`${report(name, list, ids)}\n\n`);

/** Reads each text once: the same chats are read many times. */
function remembering(inner: Detector): Detector {
  const readings = new Map<string, Reading>();
  return {
    ...inner,
    read(text) {
      const known = readings.get(text) ?? inner.read(text);
      readings.set(text, known);
      return known;
    },
  };
}

function messagesOf(line: ReplayLine): Message[] {
  const self = String(selfOf(line));
  return line.messages.map(({ author, text, time }, index) => ({
    id: String(index),
    author: String(author),
    speaker: String(author) === self ? 'self' : 'other',
    text,
    at: time === null || time === undefined ? null : new Date(time).getTime(),
  }));
}

/** Harmless chats one after the other, all of one day. */
function dayOf(list: readonly Labelled[], seed: number): Message[] {
  const start = Date.UTC(2026, 0, 1, 8);
  return messagesOf(chain(list, messagesADay, seed)).map((message, index) => ({
    ...message,
    at: start + index * 60_000,
  }));
}

function open(messages: readonly Message[], memory: ConversationMemory | null) {
  let now = messages.find(({ at }) => at !== null)?.at ?? 0;
  const conversation = createConversation({
    ...{ ...reader, detector, memory, group: false, fingerprint: plainFingerprint, now: () => now },
  });
  return (message: Message | undefined, coming: Coming = { history: false }): Conversation => {
    now = Math.max(now, message?.at ?? now);
    if (message) conversation.add(message, coming);
    return conversation;
  };
}

function report(name: string, list: readonly Message[][], ids: readonly string[]): string {
  const random = createRandom(7);
  const rows = new Map<string, Map<Kind, number>>();
  const count = (row: string, live: Level, loaded: Level, id: string) => {
    const kind = kindOf(live, loaded);
    const counts = rows.get(row) ?? new Map<Kind, number>();
    rows.set(row, counts);
    if (kind === null) return;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (values.list) process.stderr.write(`${name}; ${row}; ${kind}; ${id}\n`);
  };
  let ends = { caution: 0, danger: 0 };
  list.forEach((messages, index) => {
    const id = ids[index] ?? '';
    const places = [messages.length, ...drawn(random, messages.length)];
    const { levels, memories } = readLive(messages, places);
    const last = levels.at(-1) ?? 'calm';
    ends = {
      caution: ends.caution + Number(last === 'caution'),
      danger: ends.danger + Number(last === 'danger'),
    };
    for (const place of places)
      for (const way of WAYS) {
        const isEnd = place === messages.length;
        const after = readAfter(messages, place, memories.get(place) ?? null, way);
        const at = `${id} at ${place} of ${messages.length}`;
        count(
          `${isEnd ? 'at the end' : 'midway'}, at once, ${way}`,
          levels[place - 1] ?? 'calm',
          after[0] ?? 'calm',
          at,
        );
        if (isEnd) continue;
        count(`midway, at the end, ${way}`, last, after.at(-1) ?? 'calm', at);
        count(`midway, loudest since, ${way}`, loudest(levels.slice(place - 1)), loudest(after), at);
      }
  });
  const body = [...rows].map(([row, counts]) => [row, ...KINDS.map((kind) => counts.get(kind) ?? 0)]);
  return `### ${name}: ${list.length}, live at the end ${ends.caution} caution, ${ends.danger} danger\n\n${table(['load', ...KINDS], body)}`;
}

function drawn(random: () => number, length: number): number[] {
  if (length < 3) return [];
  const places = Array.from({ length: loadsAChat }, () => 1 + Math.floor(random() * (length - 1)));
  return [...new Set(places)];
}

/** The level after each message, and what storage holds at each place. */
function readLive(messages: readonly Message[], places: readonly number[]) {
  const say = open(messages, null);
  const memories = new Map<number, ConversationMemory>();
  let stored: ConversationMemory | null = null;
  const levels = messages.map((message, index) => {
    const conversation = say(message);
    const place = index + 1;
    if (place % SAVED_EVERY === 0 || places.includes(place)) {
      const memory = conversation.memory();
      stored = stored === null ? mergeMemory(memory, memory) : mergeMemory(stored, memory);
      memories.set(place, stored);
    }
    return conversation.assessment().level;
  });
  return { levels, memories };
}

/** The level right after a load at that place, then after each message that follows. */
function readAfter(
  messages: readonly Message[],
  place: number,
  memory: ConversationMemory | null,
  way: (typeof WAYS)[number],
): Level[] {
  const say = open(messages.slice(0, place).reverse(), memory);
  const shown = way === 'memory alone' ? [] : messages.slice(Math.max(0, place - SHOWN), place);
  const isFound = way === 'rows read as they are found';
  shown.forEach((message, index) => {
    say(message, { history: isFound, inOrder: isFound, atHead: isFound && index < headOf(shown.length) });
  });
  const levels = [say(undefined).assessment().level];
  for (const message of messages.slice(place)) levels.push(say(message).assessment().level);
  return levels;
}

function loudest(levels: readonly Level[]): Level {
  return levels.reduce((loud, level) => (rankOf(level) > rankOf(loud) ? level : loud), 'calm');
}

function kindOf(live: Level, loaded: Level): Kind | null {
  if (rankOf(live) === rankOf(loaded)) return null;
  if (rankOf(live) > rankOf(loaded)) return live === 'danger' ? 'danger milder' : 'caution milder';
  return loaded === 'danger' ? 'raised to danger' : 'raised to caution';
}
