// Reads the policy's values one by one: a bad one is left out and named, the others are taken. Pure, and never throws.
import * as z from 'zod/mini';
import { latinDigits } from '../../utils/latin-digits';
import {
  LOCKABLE,
  type Lockable,
  POLICY_LINE_LENGTH,
  type PolicyProblem,
  type SchoolContact,
} from '../../utils/policy-types';
import type { Settings } from '../../utils/settings';
import { nameShown, recordOf } from '../../utils/settings-file';
import { settingsFields } from '../../utils/settings-schemas';

/** A policy as it was read. */
export type Policy = {
  /** False where nothing was set at all. */
  readonly managed: boolean;
  readonly by: string | null;
  readonly contact: SchoolContact | null;
  /** Presets for what the person has not chosen: null where the policy says nothing. */
  readonly language: Settings['language'];
  readonly country: Settings['country'];
  readonly values: Partial<Pick<Settings, Lockable>>;
  readonly locked: readonly Lockable[];
  readonly problems: readonly PolicyProblem[];
};

export const NO_POLICY: Policy = {
  ...{ managed: false, by: null, contact: null, language: null, country: null },
  ...{ values: {}, locked: [], problems: [] },
};

/** Keys of public/managed-schema.json, and the setting that each of them is about. */
const SETTING_OF: Readonly<Record<string, Lockable>> = {
  sitesOff: 'offServices',
  sensitivity: 'sensitivity',
  retentionDays: 'retentionDays',
};
const KEYS = ['organisation', 'schoolContact', 'defaultLanguage', 'defaultCountry', 'locks'];

/** Problems that are named; more of them is a file that was meant for something else. */
const PROBLEMS_NAMED = 50;

/**
 * One line that can't steer how the text around it is drawn. Joiners and the space without width may stand between letters:
 * Khmer keyboards set one between words.
 */
const lineSchema = z.string().check(
  z.trim(),
  z.maxLength(POLICY_LINE_LENGTH),
  z.regex(/^(?:[^\p{C}\p{Zl}\p{Zp}]|[\u200b-\u200d])*$/u),
  z.regex(/[^\s\u200b-\u200d]/), // something to see
);
/** Windows keeps yes and no as 1 and 0. */
const switchSchema = z.union([z.boolean(), z.literal([0, 1])]);
const CONTACT_PARTS = {
  name: lineSchema,
  // In the digits on the keys of a phone, also where they were typed in Khmer.
  phone: lineSchema.check(z.overwrite(latinDigits), z.regex(/^[+\d\s().-]*$/), z.regex(/\d/)),
  email: lineSchema.check(z.regex(/^[^\s@<>]+@[^\s@<>]+$/)),
  hours: lineSchema,
};

/**
 * @param services those that can be switched off, e.g. 'telegram'
 * @param countries those whose help can be shown, e.g. 'KH'
 */
export function parsePolicy(raw: unknown, services: readonly string[], countries: readonly string[]): Policy {
  const keys = recordOf(raw);
  if (keys === null || keys.size === 0) return NO_POLICY;
  const problems: PolicyProblem[] = [];
  const note = (key: string, why: PolicyProblem['why']): null => {
    if (problems.length < PROBLEMS_NAMED) problems.push({ key: nameShown(key), why });
    return null;
  };
  /** The value of a key, or null where it is absent or bad. */
  const take = <T>(key: string, schema: z.ZodMiniType<T>): T | null => {
    if (!keys.has(key)) return null;
    const result = schema.safeParse(keys.get(key));
    const value = result.success ? result.data : null;
    return value ?? note(key, 'bad-value');
  };
  for (const key of keys.keys()) {
    if (!KEYS.includes(key) && !Object.hasOwn(SETTING_OF, key)) note(key, 'unknown');
  }
  const values = withoutNulls({
    offServices: sitesOf(keys.get('sitesOff'), services, note),
    sensitivity: take('sensitivity', settingsFields.sensitivity),
    retentionDays: take('retentionDays', settingsFields.retentionDays),
  });
  return {
    managed: true,
    by: take('organisation', lineSchema),
    contact: contactOf(keys.get('schoolContact'), note),
    language: take('defaultLanguage', settingsFields.language),
    country: countryOf(take('defaultCountry', settingsFields.country), countries, note),
    values,
    locked: locksOf(keys.get('locks'), values, note),
    problems,
  };
}

type Note = (key: string, why: PolicyProblem['why']) => null;

/** Each site alone: one that is unknown here does not bring the others back. */
function sitesOf(raw: unknown, services: readonly string[], note: Note): readonly string[] | null {
  if (raw === undefined) return null;
  if (!Array.isArray(raw)) return note('sitesOff', 'bad-value');
  for (const site of raw) {
    if (!services.includes(site))
      note(`sitesOff: ${typeof site === 'string' ? site : typeof site}`, 'unknown-site');
  }
  return services.filter((service) => raw.includes(service));
}

/** One that is written wrong (UK for GB) would show no line at all: the guess of `suggestCountry` is better. */
function countryOf(code: string | null, countries: readonly string[], note: Note): string | null {
  if (code === null || countries.includes(code)) return code;
  return note(`defaultCountry: ${code}`, 'no-lines');
}

/** Needs a name, and a number or an address; a bad part is left out alone. */
function contactOf(raw: unknown, note: Note): SchoolContact | null {
  if (raw === undefined) return null;
  const parts = recordOf(raw);
  if (parts === null) return note('schoolContact', 'bad-value');
  for (const part of parts.keys()) {
    if (!Object.hasOwn(CONTACT_PARTS, part)) note(`schoolContact.${part}`, 'unknown');
  }
  const take = (part: keyof typeof CONTACT_PARTS) => {
    const result = CONTACT_PARTS[part].safeParse(parts.get(part));
    if (!result.success && parts.has(part)) note(`schoolContact.${part}`, 'bad-value');
    return result.data ?? null;
  };
  const contact = { name: take('name'), phone: take('phone'), email: take('email'), hours: take('hours') };
  if (contact.name === null || (contact.phone ?? contact.email) === null)
    return note('schoolContact', 'bad-value');
  return { ...contact, name: contact.name };
}

/** A lock holds only a value that the policy sets itself: nobody's own choice is frozen. */
function locksOf(raw: unknown, values: Policy['values'], note: Note): readonly Lockable[] {
  if (raw === undefined) return [];
  const locks = recordOf(raw);
  if (locks === null) return note('locks', 'bad-value') ?? [];
  const locked: Lockable[] = [];
  for (const [key, value] of locks) {
    const setting = Object.hasOwn(SETTING_OF, key) ? SETTING_OF[key] : undefined;
    const on = switchSchema.safeParse(value);
    if (setting === undefined) note(`locks.${key}`, 'not-lockable');
    else if (!on.success) note(`locks.${key}`, 'bad-value');
    else if (on.data && values[setting] === undefined) note(`locks.${key}`, 'nothing-to-lock');
    else if (on.data) locked.push(setting);
  }
  return LOCKABLE.filter((setting) => locked.includes(setting));
}

function withoutNulls<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const set = Object.entries(fields).filter(([, value]) => value !== null);
  return Object.fromEntries(set) as { [K in keyof T]?: NonNullable<T[K]> };
}
