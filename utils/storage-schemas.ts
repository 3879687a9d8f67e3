// What may stand in storage, item by item. Anything else is set aside (storage-items.ts). In no page of a site; zod/mini holds
// no code that makes functions of strings, and tests/e2e/manifest.spec.ts looks.
import * as z from 'zod/mini';
import { CARDS_KEPT, DAYS_KEPT, SIGHTINGS_KEPT } from '../engine/memory-limits';
import { STAGES } from '../engine/stages';
import type { ConversationMemory, Level, Sighting } from '../engine/types';
import { PIN_PATTERN } from './family-types';
import { REQUEST_FLAGS } from './request-flags';
import { NAME_LENGTH, NUMBER_LENGTH } from './trusted-adult';

/** Signals that one conversation may name, also as lighter ones (engine/ledger.ts), and combinations (engine/stands.ts): above today's, so that the size stays bounded. */
const MAX_SIGNALS = 320;

/** 2^32, the range of a fingerprint. */
const FINGERPRINTS = 2 ** 32;

/** Days since 1970: the year 2243, beyond which a date is an error. */
const LAST_DAY = 100_000;

/** Milliseconds since 1970 of the same day. */
const LAST_TIME = LAST_DAY * 24 * 60 * 60 * 1000;

/** A whole number from `least` to `most`. */
export const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));

const atMost = (limit: number) =>
  z.refine((record) => Object.keys(record as object).length <= limit, { error: 'too many entries' });

const daySchema = whole(0, LAST_DAY);

/** `stage.name`, both kebab-case: an id of rules/signals.yaml, or that of a lighter sign or a combination, and never a sentence. */
export const signalSchema = z
  .string()
  .check(z.maxLength(64), z.regex(/^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/));

export const conversationKeySchema = z.string().check(z.regex(/^[0-9a-f]{32}$/));

export const levelSchema = z.enum(['calm', 'notice', 'caution', 'danger'] satisfies Level[]);

const LEVEL = '(notice|caution|danger)';
const STAGE = `(${STAGES.join('|')})`;

/** A card as `decide` names it: its level, then an escalation's id or up to three stages, e.g. 'caution secrecy past'. */
export const cardSchema = z
  .string()
  .check(
    z.maxLength(96),
    z.regex(new RegExp(`^${LEVEL}( [a-z]+([.-][a-z0-9]+)*|( ${STAGE}){1,3})( past)?$`)),
  );

/** A stage that a card named. */
export const stageSchema = z.enum(STAGES);

const sightingSchema = z.pipe(
  z.tuple([whole(0, FINGERPRINTS - 1), daySchema]),
  z.transform((pair): Sighting => pair),
);

export const memorySchema: z.ZodMiniType<ConversationMemory> = z.strictObject({
  version: z.literal(1),
  signals: z
    .record(signalSchema, z.array(sightingSchema).check(z.maxLength(SIGHTINGS_KEPT)))
    .check(atMost(MAX_SIGNALS)),
  days: z.record(z.string().check(z.regex(/^\d{1,6}$/)), whole(0, 1_000_000)).check(atMost(DAYS_KEPT)),
  lastSeen: daySchema,
});

/** One conversation's memory as stored; `weak` where the key was made from a mere title. */
export const storedMemorySchema = z.strictObject({
  version: z.literal(1),
  weak: z.boolean(),
  memory: memorySchema,
});

/** Flags of the request that came before a chat. */
export const requestFlagsSchema = z.array(z.enum(REQUEST_FLAGS)).check(z.maxLength(REQUEST_FLAGS.length));

/** What the person decided about a contact, and which cards were shown. */
export const contactSchema = z.strictObject({
  version: z.literal(1),
  snoozedUntil: z.nullable(whole(0, LAST_TIME)),
  shown: z.strictObject({
    stages: z.partialRecord(stageSchema, daySchema).check(atMost(CARDS_KEPT)),
    cards: z.record(cardSchema, whole(0, 1_000_000)).check(atMost(CARDS_KEPT)),
  }),
  /** Cards that were counted on `day`: the same one again is a second tab, or a message sent twice. */
  counted: z.strictObject({ day: daySchema, cards: z.array(cardSchema).check(z.maxLength(CARDS_KEPT)) }),
  lastSeen: daySchema,
  requested: z.optional(requestFlagsSchema),
});

/** Warnings a week and level, and no more: no site, no signal, no name, no minute. */
export const countsSchema = z.strictObject({
  version: z.literal(1),
  weeks: z.record(
    z.string().check(z.regex(/^\d{4}-W\d{2}$/)),
    z.strictObject({ notice: whole(0, 1e6), caution: whole(0, 1e6), danger: whole(0, 1e6) }),
  ),
});

/** One line of text, as a person types it. */
const lineOf = (least: number, most: number) =>
  z.string().check(z.minLength(least), z.maxLength(most), z.regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u));

export const trustedAdultSchema = z.strictObject({
  name: lineOf(1, NAME_LENGTH),
  number: lineOf(0, NUMBER_LENGTH),
});

export const storedAdultSchema = z.strictObject({ version: z.literal(1), adult: trustedAdultSchema });

/** That the family view is on, and from which day on cards are counted for it. */
export const familySchema = z.strictObject({ version: z.literal(1), on: z.literal(true), since: daySchema });

export const pinSchema = z.string().check(z.regex(PIN_PATTERN));

const isPowerOfTwo = (n: number) => Number.isInteger(Math.log2(n));

/** A salted, slow hash (pin.ts), and the wrong tries since the last right one. */
export const storedPinSchema = z.strictObject({
  version: z.literal(1),
  salt: z.string().check(z.maxLength(64)),
  hash: z.string().check(z.maxLength(64)),
  cost: z.strictObject({
    N: whole(2, 2 ** 18).check(z.refine(isPowerOfTwo)),
    r: whole(1, 16),
    p: whole(1, 8),
  }),
  wrong: whole(0, 1_000_000),
  lastTry: whole(0, LAST_TIME),
});

/** That a danger card waits for the PIN: no more than that, not even since when. */
export const pendingSchema = z.strictObject({ version: z.literal(1), pending: z.literal(true) });

export const secretSchema = z.strictObject({ version: z.literal(1), key: z.string() });
