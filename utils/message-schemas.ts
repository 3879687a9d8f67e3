// What a message must look like before the background acts on it (the sender is the router's to check).
import * as z from 'zod/mini';
import type { ToBackground } from './messages';
import type { FromPages } from './page-messages';
import { MAX_FILE_LENGTH } from './settings-file';
import { audienceSchema, settingsChangeSchema } from './settings-schemas';
import { HELP_PLACES } from './situations';
import {
  cardSchema,
  conversationKeySchema,
  levelSchema,
  memorySchema,
  pinSchema,
  requestFlagsSchema,
  stageSchema,
  trustedAdultSchema,
} from './storage-schemas';

/** Characters of JSON; a full memory (every signal of the table, 16 sightings each, also as a lighter one) is about 50,000. */
export const MAX_MESSAGE_LENGTH = 64 * 1024;

const serviceSchema = z.string().check(z.regex(/^[a-z][a-z-]{0,31}$/));

/** A conversation, and the id of the key that it is named by (utils/keys.ts). */
const named = {
  conversation: conversationKeySchema,
  keyId: z.optional(z.string().check(z.regex(/^[0-9a-f]{8}$/))),
};

/** Strict: a field too many is refused, so that no text can come along. */
const toBackgroundSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), service: serviceSchema }),
  z.strictObject({ type: z.literal('packs') }),
  z.strictObject({ type: z.literal('open'), ...named }),
  z.strictObject({ type: z.literal('requested'), ...named, flags: requestFlagsSchema }),
  z.strictObject({ type: z.literal('seen'), ...named, memory: memorySchema, weak: z.boolean() }),
  z.strictObject({
    type: z.literal('state'),
    state: z.enum(['reading', 'idle', 'unreadable', 'paused', 'broken']),
    level: levelSchema,
  }),
  z.strictObject({
    type: z.literal('warned'),
    ...named,
    level: levelSchema,
    card: cardSchema,
    stages: z.array(stageSchema).check(z.maxLength(8)),
  }),
  z.strictObject({ type: z.literal('snooze'), ...named, on: z.boolean() }),
  z.strictObject({ type: z.literal('open-help'), place: z.enum(HELP_PLACES) }),
]);

const only = <T extends string>(type: T) => z.strictObject({ type: z.literal(type) });

const fromPagesSchema = z.discriminatedUnion('type', [
  only('get-settings'),
  only('get-policy'),
  z.strictObject({ type: z.literal('set-settings'), change: settingsChangeSchema }),
  only('export-settings'),
  z.strictObject({
    type: z.literal('import-settings'),
    text: z.string().check(z.maxLength(MAX_FILE_LENGTH + 1)), // one more, so that the handler can say "too long"
  }),
  only('storage-health'),
  only('stored-overview'),
  z.strictObject({ type: z.literal('forget'), everything: z.optional(z.literal(true)) }),
  only('snoozes'),
  only('end-snoozes'),
  only('get-trusted-adult'),
  z.strictObject({ type: z.literal('set-trusted-adult'), adult: z.nullable(trustedAdultSchema) }),
  z.strictObject({
    type: z.literal('finish-welcome'),
    audience: audienceSchema,
    family: z.nullable(z.strictObject({ pin: pinSchema })),
  }),
  only('family-status'),
  only('take-help-place'),
  z.strictObject({ type: z.literal('family-open'), pin: pinSchema }),
  z.strictObject({ type: z.literal('acknowledge'), pin: pinSchema }),
  z.strictObject({ type: z.literal('set-pin'), pin: pinSchema, old: z.nullable(pinSchema) }),
  z.strictObject({ type: z.literal('family-off'), pin: pinSchema }),
  only('reset-family'),
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
