// What a message must look like before the background acts on it (design.md, section 3: sender, shape, size).
import * as z from 'zod/mini';
import type { FromPages, ToBackground } from './messages';
import {
  cardSchema,
  conversationKeySchema,
  levelSchema,
  memorySchema,
  settingsChangeSchema,
  stageSchema,
} from './storage-schemas';

/** Characters of JSON; a full memory (every signal of the table, 16 sightings each) is about 25,000. */
export const MAX_MESSAGE_LENGTH = 64 * 1024;

const serviceSchema = z.string().check(z.regex(/^[a-z][a-z-]{0,31}$/));

/** Strict: a field too many is refused, so that no text can come along. */
const toBackgroundSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), service: serviceSchema }),
  z.strictObject({ type: z.literal('open'), conversation: conversationKeySchema }),
  z.strictObject({
    type: z.literal('seen'),
    conversation: conversationKeySchema,
    memory: memorySchema,
    weak: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('state'),
    state: z.enum(['reading', 'idle', 'unreadable', 'paused', 'broken']),
    level: levelSchema,
  }),
  z.strictObject({
    type: z.literal('warned'),
    conversation: conversationKeySchema,
    level: levelSchema,
    card: cardSchema,
    stages: z.array(stageSchema).check(z.maxLength(8)),
  }),
  z.strictObject({ type: z.literal('snooze'), conversation: conversationKeySchema, on: z.boolean() }),
]);

const fromPagesSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('get-settings') }),
  z.strictObject({ type: z.literal('set-settings'), change: settingsChangeSchema }),
  z.strictObject({ type: z.literal('storage-health') }),
  z.strictObject({ type: z.literal('forget') }),
]);

/** The message of a content script, or null where it is not exactly one. */
export function parseToBackground(message: unknown): ToBackground | null {
  return parse(toBackgroundSchema, message) as ToBackground | null;
}

/** The message of one of our own pages, or null where it is not exactly one. */
export function parseFromPages(message: unknown): FromPages | null {
  return parse(fromPagesSchema, message) as FromPages | null;
}

function parse(schema: z.ZodMiniType, message: unknown): unknown {
  if (!isSmall(message)) return null;
  const result = schema.safeParse(message);
  return result.success ? result.data : null;
}

function isSmall(message: unknown): boolean {
  try {
    return (JSON.stringify(message)?.length ?? 0) <= MAX_MESSAGE_LENGTH;
  } catch {
    return false; // a cycle or a BigInt: nothing that we send
  }
}
