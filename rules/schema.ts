// The shape of the rule files, checked at build time only: zod never reaches the page.
import { z } from 'zod';
import { forAgeLists } from '../engine/age-words';
import { STAGES } from '../engine/stages';

const phrase = z.string().min(1);
const phrases = z.array(phrase);

/** rules/signals.yaml */
export const signalsFile = z.record(
  z
    .string()
    .regex(/^[a-z]+\.[a-z-]+$/, 'must be two names with a point between, in small Latin letters: stage.sign'),
  z.strictObject({
    title: z.string().min(3),
    stage: z.enum(STAGES),
    weight: z.number().min(0).max(10),
    status: z.enum(['experimental', 'test', 'stable', 'deprecated']),
    description: z.string().min(10),
    falsePositives: z.array(z.string()).min(1),
    references: z.array(z.string()).min(1),
  }),
);

const listName = z.string().regex(/^[a-z0-9-]+$/, 'must be of small Latin letters, figures and hyphens');
const lists = z.record(listName, phrases.min(1)).default({});
const signals = z
  .record(
    z.string(),
    z.strictObject({
      speaker: z.enum(['self', 'other', 'any']),
      phrases: phrases.min(1),
      unless: phrases.default([]),
      matches: z.array(z.string().min(1)).min(3),
      ignores: z.array(z.string().min(1)).min(3),
      also: z.array(z.string()).default([]),
    }),
  )
  .default({});

const WORDS_APART = 'must be a word, or words apart by one space, in small letters and without figures';
const ageWord = z
  .string()
  .regex(/^[^\d\s]+( [^\d\s]+)*$/u, WORDS_APART)
  .refine((word) => word === word.toLowerCase(), WORDS_APART);
const ageWords = z.array(ageWord).default([]);
/** How a language speaks of ages: see `AgeWords` in engine/age-words.ts. */
const ages = z
  .strictObject({
    numbers: z.record(ageWord, z.number().int().min(1).max(99)).default({}),
    ...forAgeLists(() => ageWords),
  })
  .prefault({});

/** rules/languages/<lang>.yaml */
export const languageFile = z.strictObject({
  language: z.string().regex(/^[a-z]{2,3}$/, 'must be the two or three small letters of the language, as en'),
  name: z.string().min(2),
  'reviewed-by': z.array(z.string()),
  gap: z.number().int().min(1).max(10).default(3),
  lists,
  spellings: z.record(z.string(), phrases.min(1)).default({}),
  romanised: z
    .record(z.string().regex(/^[a-z]+$/, 'must be of small Latin letters'), phrases.min(1))
    .default({}),
  'own-words': phrases.default([]),
  endings: z.array(z.string().regex(/^\p{L}{1,4}$/u, 'must be one to four letters')).default([]),
  'other-words': z
    .string()
    .regex(
      /^\p{L}[\p{L}\p{M}]*( \p{L}[\p{L}\p{M}]*)*$/u,
      'must be words apart by one space, without figures and signs',
    )
    .default(''),
  ages,
  gates: phrases.default([]),
  lessons: phrases.default([]),
  signals,
});

/** rules/languages/<lang>/<part>.yaml: signals of one stage, with lists of their own; words and gates of the language hold. */
export const partFile = z.strictObject({ lists, signals });

/** rules/languages/<lang>.sexual.yaml: bare dictionary terms, nothing else. */
export const sexualFile = z.strictObject({
  language: z.string(),
  terms: z.strictObject({ strong: z.array(z.string().min(1)), mild: z.array(z.string().min(1)) }),
});

/** rules/escalations.yaml */
export const escalationsFile = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z-]+$/, 'must be of small Latin letters and hyphens'),
    level: z.enum(['notice', 'caution', 'danger']),
    why: z.string().min(10),
    all: z.array(z.array(z.string()).min(1)).min(1),
    within: z.strictObject({ messages: z.number().int().min(1), days: z.number().int().min(0).max(90) }),
    'unknown-author': z.boolean().default(false),
    needs: z.number().nonnegative().nullable().default(null),
    unless: z.array(z.string()).default([]),
    without: z.array(z.string()).default([]),
  }),
);

export type LanguageFile = z.infer<typeof languageFile>;
export type PartFile = z.infer<typeof partFile>;
