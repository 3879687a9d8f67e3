// What a help file may say. Used while building and in tests alone: zod must not ship.
import { z } from 'zod';
import { SITUATIONS } from '../utils/situations';
import type { HelpCountry, HelpLine, PlatformRoute, Situation } from './types';

/** Numbers as people write them: digits, spaces, dashes, brackets, a leading + or *. */
const phone = z.string().regex(/^[+*]?[0-9(][0-9 ()-]*$/, 'not a phone number');
const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'not a date like 2025, 2025-11 or 2025-11-04');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'not a day like 2025-11-04');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'not a time like 08:00');
const url = z.url({ protocol: /^https?$/ });
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not in kebab-case');
const HOURS =
  'not always, office, or lines like - { first: mon, last: fri, from: "09:00", to: "17:00" }, hours in quotes';
const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

export const limitSchema = z.enum([
  'no-images',
  'url-required',
  'under-18-images',
  'adults-only',
  'maybe-not-children',
  'not-a-suicide-line',
  'inside-country-only',
  'residents-only',
  'not-for-emergencies',
  'not-encrypted-apps',
  'missing-child',
  'directory',
  'only-some-places',
  'may-wait',
  'call-costs',
  'channel-not-chat',
  'no-public-line',
]);

const opening = z.strictObject({ first: weekday, last: weekday, from: clock, to: clock });

/** For editors alone; never shipped. */
const editors = {
  sources: z.array(z.string()).default([]),
  note: z.string().optional(),
};

/** What several sources agree on names them. */
const hasSourcesWhereHigh = ({ confidence, sources }: { confidence: string; sources: readonly string[] }) =>
  confidence !== 'high' || sources.length > 0;
const NO_SOURCES = 'high confidence needs `sources`';

const checked = {
  confidence: z.enum(['high', 'medium']),
  asOf: date.nullable(),
  dialled: day.nullable(),
  anonymous: z.boolean().nullable(),
  limits: z.array(limitSchema).default([]),
};

const lineSchema = z
  .strictObject({
    id,
    kind: z.enum(['report', 'helpline', 'crisis', 'police', 'takedown']),
    name: z.string().min(2),
    nativeName: z.string().min(2).nullable().default(null),
    phone: phone.nullable().default(null),
    press: z.string().regex(/^\d$/, 'not one figure, in quotes').nullable().default(null),
    sms: phone.nullable().default(null),
    textKeyword: z.string().nullable().default(null),
    email: z.email().nullable().default(null),
    url: url.nullable().default(null),
    chatUrl: url.nullable().default(null),
    hours: z
      .union([z.enum(['always', 'office']), z.array(opening).min(1)], HOURS)
      .nullable()
      .default(null),
    hoursZone: z.string().nullable().default(null),
    languages: z.array(z.string().regex(/^[a-z]{2,3}$/, 'not a code like en, or mul for many')),
    forWhom: z.enum(['child', 'anyone', 'parent']),
    free: z.boolean().nullable(),
    unverifiedFields: z
      .array(z.enum(['languages', 'url', 'hours', 'free', 'anonymous', 'textKeyword']))
      .default([]),
    standsIn: z.enum(['child-helpline', 'emergency', 'youth-line']).nullable().default(null),
    /** Of a takedown: a source says that the picture never leaves the device, a code made from it does. */
    staysOnDevice: z.literal(true).optional(),
    emergency: z.boolean().default(false),
    ...checked,
    ...editors,
  })
  .refine(hasSourcesWhereHigh, NO_SOURCES)
  .refine((line) => line.textKeyword === null || line.sms !== null, 'a word to text needs a number in `sms`')
  .refine(
    (line) => line.phone ?? line.sms ?? line.url ?? line.chatUrl ?? line.email,
    'no phone, sms, url, chatUrl or email: nobody can reach it',
  )
  .transform(({ sources: _sources, note: _note, ...line }): HelpLine => line);

export const countrySchema = z
  .strictObject({
    country: z.string().regex(/^([A-Z]{2}|INT)$/, 'not two capital letters like KH, or INT'),
    first: id.nullable().default(null),
    members: z.array(z.string().regex(/^[A-Z]{2}$/, 'not two capital letters like FR')).default([]),
    lines: z.array(lineSchema).min(1),
  })
  .refine(({ first, lines }) => first === null || lines.some((line) => line.id === first), {
    message: 'names no line of this file',
    path: ['first'],
  }) satisfies z.ZodType<HelpCountry>;

const routeSchema = z
  .strictObject({
    id,
    services: z.array(id).min(1),
    name: z.string().min(1),
    url: url.nullable().default(null),
    email: z.email().nullable().default(null),
    taps: id.nullable().default(null),
    ...checked,
    ...editors,
  })
  .refine(hasSourcesWhereHigh, NO_SOURCES)
  .transform(({ sources: _sources, note: _note, ...route }): PlatformRoute => route);

export const routesSchema = z.strictObject({ routes: z.array(routeSchema).min(1) });

const reach = z.enum(['talk', 'report', 'police', 'pictures', 'platforms']);
const unique = (list: readonly string[]) => new Set(list).size === list.length;

const situationSchema = z
  .strictObject({
    id: z.enum(SITUATIONS),
    crisis: z.enum(['first', 'after']),
    emergency: z.boolean(),
    noName: z.boolean().default(false),
    comfort: z.enum(['fault', 'friend', 'shared', 'parent']),
    say: z.enum(['teen', 'outside', 'friend', 'parent']),
    do: z.array(id).min(3).max(8).refine(unique, 'a step stands twice'),
    dont: z.array(id).min(3).max(6).refine(unique, 'a sentence stands twice'),
    reach: z.array(reach).min(3).refine(unique, 'a kind of help stands twice'),
    next: z.array(z.enum(SITUATIONS)).min(2).max(4).refine(unique, 'a situation stands twice'),
  })
  .refine(({ reach }) => reach.includes('talk'), 'somebody to talk to is missing from `reach`')
  .refine(({ id, next }) => !next.includes(id), 'it leads to itself') satisfies z.ZodType<Situation>;

export const situationsSchema = z
  .strictObject({ situations: z.array(situationSchema) })
  .refine(
    ({ situations }) => situations.map(({ id }) => id).join() === SITUATIONS.join(),
    `the situations must be, in this order: ${SITUATIONS.join(', ')}`,
  );
