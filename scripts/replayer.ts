// Runs conversations through the engine as the extension does. Shared by replay, evaluate, bench and tests.
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type ConversationOptions, createConversation } from '../engine/conversation';
import { createDetector } from '../engine/create-detector';
import { rankOf } from '../engine/levels';
import type { Rules } from '../engine/rules';
import type { Assessment, Level, Speaker } from '../engine/types';
import { headOf } from '../page/history';
import { describeProblems, loadRules } from '../rules/load';
import { parseLine } from './json-line';

const textOrNumber = z.union([z.string(), z.number()], 'must be a text or a number');
const conversationLine = z.object(
  {
    id: textOrNumber,
    self: textOrNumber.nullish(),
    messages: z.array(
      z.object(
        { author: textOrNumber.nullish(), text: z.string('must be a text'), time: textOrNumber.nullish() },
        'must be a message: {"author": …, "text": …}',
      ),
      'must be a list',
    ),
  },
  'must be a conversation: {"id": …, "messages": […]}',
);

/** A conversation as it stands in a JSONL file. */
export type ReplayLine = z.infer<typeof conversationLine>;
/** One entry each time the level rises; `index` is the message that raised it, `signals` the weightiest first. */
export type ReplayResult = {
  readonly id: string | number;
  readonly alerts: readonly {
    readonly index: number;
    readonly level: Level;
    readonly signals: readonly string[];
  }[];
};

/** Reads one line. @throws Error with a plain sentence that names what is wrong */
export function readLine(line: string): ReplayLine {
  let value: unknown;
  try {
    value = parseLine(line);
  } catch (error) {
    throw new Error(`not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  const checked = conversationLine.safeParse(value);
  if (checked.success) {
    for (const [i, { time }] of checked.data.messages.entries())
      if (milliseconds(time) !== null && Number.isNaN(milliseconds(time)))
        throw new Error(`messages.${i}.time: not a time`);
    return checked.data;
  }
  const faults = checked.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
  throw new Error(faults.join('; '));
}

/** The rules of this checkout. @throws Error with all problems where they don't build */
export function loadCheckedRules(): Rules {
  const { rules, problems } = loadRules(fileURLToPath(new URL('../rules', import.meta.url)));
  if (problems.length > 0) throw new Error(describeProblems(problems));
  return rules;
}

/** 32-bit FNV-1a: scripts need no secret, only the same width as the extension's HMAC. */
export function plainFingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** What a chat is read with. */
export type Reader = Pick<ConversationOptions, 'detector' | 'signals' | 'escalations'>;

/** A reader straight from rules as they are written, which takes seconds. @throws as `createDetector` */
export function readerOf({ packs, signals, escalations, learned }: Rules): Reader {
  return { detector: createDetector(packs, signals, learned), signals, escalations };
}

/** The chat is closed each night: on the next day it is opened with what memory kept of it, and shows its last rows again, without their times. */
export type Reopening = { readonly shown: number };

/** Creates the function that replays one conversation after another. @param daily null: it stays open */
export function createReplayer(
  reader?: Reader,
  daily: Reopening | null = null,
): (line: ReplayLine) => ReplayResult {
  const readBy = reader ?? readerOf(loadCheckedRules());
  return (line) => {
    const authors = new Set(line.messages.map(({ author }) => String(author ?? '')));
    const self = line.self === null || line.self === undefined ? null : String(line.self);
    const start =
      milliseconds(line.messages.find(({ time }) => time !== null && time !== undefined)?.time) ?? 0;
    let now = start;
    const options: ConversationOptions = {
      ...readBy,
      group: authors.size > 2,
      memory: null,
      fingerprint: plainFingerprint,
      now: () => now,
    };
    let conversation = createConversation(options);
    let day: number | null = null;
    const alerts: { index: number; level: Level; signals: string[] }[] = [];
    let held: Level = 'calm';
    const note = (index: number, { level, reasons }: Assessment) => {
      if (rankOf(level) <= rankOf(held)) return;
      held = level;
      alerts.push({ index, level, signals: reasons.map(({ signal }) => signal) });
    };
    const messages = line.messages.map(({ author, text, time }, index) => {
      const name = String(author ?? '');
      const speaker: Speaker = self === null ? 'unknown' : name === self ? 'self' : 'other';
      return { id: String(index), author: name, speaker, text, at: milliseconds(time) };
    });
    messages.forEach((message, index) => {
      now = Math.max(now, message.at ?? now);
      const today = Math.floor(now / DAY);
      if (daily !== null && today !== (day ?? today)) {
        conversation = createConversation({ ...options, memory: conversation.memory() });
        const shown = messages.slice(Math.max(0, index - daily.shown), index);
        shown.forEach((row, at) => {
          const atHead = at < headOf(shown.length);
          note(index, conversation.add({ ...row, at: null }, { history: true, inOrder: true, atHead }));
        });
      }
      day = today;
      note(index, conversation.add(message, { history: false }));
    });
    return { id: line.id, alerts };
  };
}

const DAY = 86_400_000;

/** Milliseconds since 1970 of an ISO time or a number (seconds where small), or null. */
function milliseconds(time: string | number | null | undefined): number | null {
  if (time === null || time === undefined) return null;
  if (typeof time === 'number') return time < 1e11 ? time * 1000 : time;
  return Date.parse(time);
}
