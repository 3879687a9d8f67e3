// Runs labelled conversations through the engine and counts what came of them.
import { rankOf } from '../../engine/levels';
import type { Level } from '../../engine/types';
import type { ReplayLine, ReplayResult } from '../replayer';
import { expectedLevel, type Labelled, selfOf } from './corpus';
import { cutSentences, evade } from './evade';
import { createRandom, type Evasion } from './evasions';

export type Replay = (line: ReplayLine) => ReplayResult;

/** What came of one conversation. Indices are 0-based message indices, both sides counted; null = never. */
export type Outcome = {
  readonly conversation: Labelled;
  readonly caution: number | null;
  readonly danger: number | null;
  /** Risky: the expected level by the expected message. Benign: the forbidden level never reached. */
  readonly right: boolean;
  /** Risky: the expected level at any message. */
  readonly ever: boolean;
  readonly signals: readonly string[];
};

/** First message at which `level` or a louder one was reached. */
function reached({ alerts }: ReplayResult, level: Level): number | null {
  return alerts.find((alert) => rankOf(alert.level) >= rankOf(level))?.index ?? null;
}

function judge(conversation: Labelled, replay: Replay, origin?: readonly number[]): Outcome {
  const result = replay(conversation);
  const place = (index: number | null) => (index === null ? null : (origin?.[index] ?? index));
  const at = place(reached(result, expectedLevel(conversation)));
  const by = conversation.expect.by ?? conversation.messages.length - 1;
  const isRisky = conversation.label === 'risky';
  return {
    conversation,
    caution: place(reached(result, 'caution')),
    danger: place(reached(result, 'danger')),
    right: isRisky ? at !== null && at <= by : at === null,
    ever: isRisky ? at !== null : at === null,
    signals: result.alerts.flatMap(({ signals }) => signals),
  };
}

export function judgeAll(conversations: readonly Labelled[], replay: Replay): Outcome[] {
  return conversations.map((conversation) => judge(conversation, replay));
}

/** What came of one conversation as it stands, and with an evasion. */
export type Evaded = { readonly plain: Outcome; readonly evaded: Outcome };

/**
 * The same conversations with one evasion applied to everybody but the protected person: those of which it changes a text,
 * and no others.
 */
export function judgeEvaded(
  outcomes: readonly Outcome[],
  evasion: Evasion | 'cut',
  replay: Replay,
): Evaded[] {
  return outcomes.flatMap((plain, i) => {
    const { conversation } = plain;
    const { messages: said } = conversation;
    const self = selfOf(conversation);
    const { messages, origin } =
      evasion === 'cut'
        ? cutSentences(said, self)
        : { messages: evade(said, self, evasion, 1000 + i), origin: undefined };
    const isUnchanged =
      messages.length === said.length && messages.every(({ text }, at) => text === said[at]?.text);
    return isUnchanged ? [] : [{ plain, evaded: judge({ ...conversation, messages }, replay, origin) }];
  });
}

/** Share of outcomes of which `isCounted` holds where each plot counts once, however many variations it has. */
export function plotShare(outcomes: readonly Outcome[], isCounted: (outcome: Outcome) => boolean): number {
  const plots = groupBy(outcomes, ({ conversation }) => conversation.plot ?? String(conversation.id));
  const shares = [...plots.values()].map((list) => list.filter(isCounted).length / list.length);
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** Days over which a long relationship is spread. */
const CHAIN_DAYS = 90;
const CHAIN_START = Date.UTC(2026, 0, 1);

/**
 * One long relationship of two people, chained from benign conversations in an order drawn by seed, each at most once: where
 * they hold fewer messages than `length`, it is as long as they are.
 */
export function chain(conversations: readonly Labelled[], length: number, seed: number): ReplayLine {
  const random = createRandom(seed);
  const left = [...conversations];
  const messages: { author: string; text: string }[] = [];
  while (messages.length < length && left.length > 0)
    messages.push(...left.splice(Math.floor(random() * left.length), 1).flatMap(asFriend));
  const said = messages.slice(0, length);
  const timed = said.map((message, i) => ({
    ...message,
    time: CHAIN_START + Math.floor((i / said.length) * CHAIN_DAYS * DAY),
  }));
  return { id: `chain-${seed}`, self: 'self', messages: timed };
}

/** How many messages some conversations hold together. */
export function messagesIn(conversations: readonly Labelled[]): number {
  return conversations.reduce((sum, { messages }) => sum + messages.length, 0);
}

/** Its messages as if the one friend had written them. */
function asFriend(chat: Labelled): { author: string; text: string }[] {
  const me = selfOf(chat);
  return chat.messages.map(({ author, text }) => ({ author: author === me ? 'self' : 'friend', text }));
}

/** Shares of long benign relationships that reach a level. */
export function judgeChains(
  conversations: readonly Labelled[],
  chains: number,
  length: number,
  replay: Replay,
): { caution: number; danger: number; examples: string[] } {
  let caution = 0;
  let danger = 0;
  const examples: string[] = [];
  for (let seed = 1; seed <= chains; seed += 1) {
    const result = replay(chain(conversations, length, seed));
    if (reached(result, 'caution') !== null) caution += 1;
    if (reached(result, 'danger') !== null) danger += 1;
    if (result.alerts.length > 0)
      examples.push(
        result.alerts.map(({ level, signals }) => `${level}: ${signals.slice(0, 6).join(', ')}`).join('; '),
      );
  }
  return { caution: caution / chains, danger: danger / chains, examples };
}

/** What is left of the warnings where a friend turns. Relationships that alarmed before it are left out. */
export type Turns = {
  /** Messages before it. */
  readonly before: number;
  readonly judged: number;
  readonly warned: number;
  readonly right: number;
};

/**
 * Each risky conversation at the end of a long benign relationship, a minute a message.
 * @param benign conversations that the relationship is chained from
 * @param length messages before it, where there are so many
 */
export function judgeTurns(
  risky: readonly Labelled[],
  benign: readonly Labelled[],
  length: number,
  replay: Replay,
): Turns {
  const before = Math.min(length, messagesIn(benign));
  const outcomes = risky.flatMap((conversation, i) => {
    const end = CHAIN_START + CHAIN_DAYS * DAY;
    const turn = asFriend(conversation).map((message, k) => ({ ...message, time: end + k * MINUTE }));
    const messages = [...chain(benign, before, i + 1).messages, ...turn];
    const result = replay({ id: `turn-${i}`, self: 'self', messages });
    if (result.alerts.some(({ index }) => index < before)) return [];
    const due = before + (conversation.expect.by ?? turn.length - 1);
    const isInTime = (level: Level) => {
      const at = reached(result, level);
      return at !== null && at <= due;
    };
    return [{ warned: isInTime('caution'), right: isInTime(expectedLevel(conversation)) }];
  });
  return {
    before,
    judged: outcomes.length,
    warned: outcomes.filter(({ warned }) => warned).length,
    right: outcomes.filter(({ right }) => right).length,
  };
}
