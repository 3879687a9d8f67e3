// What may stand in settings, field by field: in storage, in a file of them, in a policy and in a change of them. In no page of
// a site, as storage-schemas.ts.
import * as z from 'zod/mini';
import { DAYS_KEPT } from '../engine/memory-limits';
import { LOCKABLE } from './policy-types';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { whole } from './storage-schemas';

export const audienceSchema = z.enum(['teen', 'parent', 'together', 'school']);

/** The fields of `Settings`, one by one, so that a bad one does not take the others along. */
export const settingsFields = {
  version: z.literal(1),
  language: z.nullable(z.enum(['en', 'km'])),
  country: z.nullable(z.string().check(z.regex(/^[A-Z]{2}$/))),
  offServices: z.array(z.string().check(z.regex(/^[a-z][a-z-]{0,31}$/))).check(z.maxLength(32)),
  paused: z.boolean(),
  sensitivity: z.enum(['fewer', 'standard', 'more']),
  retentionDays: whole(1, DAYS_KEPT),
  audience: z.nullable(audienceSchema),
  chosen: z.optional(z.array(z.enum(LOCKABLE)).check(z.maxLength(LOCKABLE.length))),
} satisfies { [K in keyof Settings]: z.ZodMiniType<Settings[K]> };

/** Fields that older versions did not write: their absence is no damage. */
const ADDED_LATER: readonly string[] = ['audience', 'chosen'];

/** A change of settings: any fields that a person chooses one by one. */
export const settingsChangeSchema = z.strictObject({
  language: z.optional(settingsFields.language),
  country: z.optional(settingsFields.country),
  offServices: z.optional(settingsFields.offServices),
  paused: z.optional(settingsFields.paused),
  sensitivity: z.optional(settingsFields.sensitivity),
  retentionDays: z.optional(settingsFields.retentionDays),
});

/** Takes each good field and the default for each bad one. `intact` is false where any was bad. */
export function salvageSettings(raw: Record<string, unknown>): { settings: Settings; intact: boolean } {
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  let intact = true;
  for (const [name, schema] of Object.entries(settingsFields)) {
    if (raw[name] === undefined && ADDED_LATER.includes(name)) continue;
    const field = schema.safeParse(raw[name]);
    if (field.success) settings[name] = field.data;
    else intact = false;
  }
  return { settings: settings as Settings, intact };
}
