// The shape of one line of a corpus: an invented conversation and what the engine is expected to make of it.
import { z } from 'zod';

/** A 0-based place in `messages`. */
const index = z.int().nonnegative();

const message = z.strictObject({
  author: z.string().min(1),
  text: z.string().min(1),
  /** ISO 8601 with offset; only where pauses matter (grooming over weeks). */
  time: z.iso.datetime({ offset: true }).optional(),
});

/** What both kinds of conversation carry. `self` is the author whom the extension protects. */
const shared = {
  id: z.string().regex(/^[a-z]{2,3}-[a-z0-9-]+-\d+$/),
  lang: z.string().min(2),
  plot: z.string().regex(/^[a-z0-9-]+$/),
  self: z.string().min(1),
  messages: z.array(message).min(2),
};

/** A conversation in which someone is at risk: `level` must be reached at message `by` or before. */
const risky = z.strictObject({
  ...shared,
  label: z.literal('risky'),
  kind: z.enum(['grooming', 'sextortion', 'coercion', 'advert', 'offer']),
  expect: z.strictObject({ level: z.enum(['caution', 'danger']), by: index, never: z.null() }),
  events: z.strictObject({
    'first-image-request': index.nullable(),
    'first-payment-demand': index.nullable(),
  }),
});

const quiet = {
  ...shared,
  label: z.literal('benign'),
  expect: z.strictObject({ level: z.literal('calm'), by: z.null(), never: z.enum(['caution', 'danger']) }),
  events: z.strictObject({ 'first-image-request': z.null(), 'first-payment-demand': z.null() }),
};

/** An innocent twin: it shares cues with the plot `twin-of` and must stay below the level `never`. */
const twin = z.strictObject({ ...quiet, kind: z.literal('everyday'), 'twin-of': z.string().min(1) });

/** Ordinary talk, by who talks: nobody's twin. */
const talk = z.strictObject({ ...quiet, kind: z.enum(['teens', 'adults', 'family', 'lessons']) });

/** One line of a corpus file. */
export const conversationSchema = z.union([risky, twin, talk]);

export type CorpusConversation = z.infer<typeof conversationSchema>;
