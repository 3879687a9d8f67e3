// The schema that Chrome and Edge are given, and what Porchlight does with it: they know the same keys, each key is
// explained, and none of them can hide, send, or take help away.
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutLocked, withPolicy } from '../../entrypoints/background/policy';
import { parsePolicy } from '../../entrypoints/background/policy-parse';
import { readSchema, type SchemaPart } from '../../scripts/admin/docs';
import { LOCKABLE } from '../../utils/policy-types';
import { DEFAULT_SETTINGS, type Settings, type SettingsChange } from '../../utils/settings';

const SCHEMA = readSchema(path.resolve(import.meta.dirname, '../..'));
const SERVICES = ['facebook', 'telegram'];
const COUNTRIES = ['KH', 'TH', 'ZZ'];

/**
 * All that a school can set. Think twice before you add to it: nothing here may hide Porchlight, send anything, or lock
 * language, country, help, deleting, pausing or danger (docs/admin/settings.md says so to parents and students).
 */
const KEYS = [
  ...['organisation', 'schoolContact', 'schoolContact.name', 'schoolContact.phone'],
  ...['schoolContact.email', 'schoolContact.hours', 'defaultLanguage', 'defaultCountry', 'sitesOff'],
  ...['sensitivity', 'retentionDays', 'locks', 'locks.sitesOff', 'locks.sensitivity', 'locks.retentionDays'],
];

function partsOf({ properties = {} }: SchemaPart, above = ''): [string, SchemaPart][] {
  return Object.entries(properties).flatMap(([name, part]): [string, SchemaPart][] => [
    [`${above}${name}`, part],
    ...partsOf(part, `${above}${name}.`),
  ]);
}
const PARTS = partsOf(SCHEMA);

it('has these keys and no other', () => {
  expect(PARTS.map(([key]) => key)).toEqual(KEYS);
});

it('is one that Chrome takes: an object at the top, and nothing there about other keys', () => {
  expect(SCHEMA.type).toBe('object');
  expect(Object.keys(SCHEMA).sort()).toEqual(['properties', 'type']);
});

it.each(PARTS)('%s has a kind, a title and a description', (_, { type, title, description }) => {
  expect(['string', 'integer', 'boolean', 'array', 'object']).toContain(type);
  expect(title?.length).toBeGreaterThan(3);
  expect(description?.length).toBeGreaterThan(15);
});

it('says of itself only keys that Porchlight knows', () => {
  const bad = (part: SchemaPart): unknown =>
    part.properties === undefined
      ? { bad: true } // fits no key, and is so named as bad and never as unknown
      : Object.fromEntries(Object.entries(part.properties).map(([name, inner]) => [name, bad(inner)]));
  const { problems } = parsePolicy(bad(SCHEMA), SERVICES, COUNTRIES);
  expect(problems.map(({ why }) => why)).not.toContain('unknown');
  expect(problems.map(({ why }) => why)).not.toContain('not-lockable');
  expect(problems.length).toBeGreaterThan(10);
});

it('can lock exactly what is lockable', () => {
  const values = { sitesOff: [], sensitivity: 'more', retentionDays: 7 };
  const locks = Object.keys(SCHEMA.properties?.locks?.properties ?? {});
  const all = parsePolicy(
    { ...values, locks: Object.fromEntries(locks.map((key) => [key, true])) },
    SERVICES,
    COUNTRIES,
  );
  expect(all.locked).toEqual(LOCKABLE);
  expect(all.problems).toEqual([]);
});

describe('whatever a policy holds', () => {
  /** Names that a policy might try: those of the schema, of the settings, and of what must never be one. */
  const names = fc.oneof(
    fc.constantFrom(...Object.keys(SCHEMA.properties ?? {}), ...Object.keys(DEFAULT_SETTINGS), 'chosen'),
    fc.constantFrom('hidden', 'danger', 'help', 'delete', 'reportTo', 'url', 'family', 'pin', 'toolbar'),
  );
  const good = fc.constantFrom<unknown>('more', 'fewer', 7, 30, [], ['facebook'], 'TH', 'en', true, false);
  const locks = fc.dictionary(names, fc.constantFrom<unknown>(true, 1, 'yes'));
  const policies = fc
    .tuple(fc.dictionary(names, fc.oneof(good, fc.anything())), fc.option(locks))
    .map(([values, locked]) =>
      parsePolicy(locked === null ? values : { ...values, locks: locked }, SERVICES, COUNTRIES),
    );
  const own: Settings = {
    ...DEFAULT_SETTINGS,
    ...{ language: 'km', country: 'KH', paused: true, audience: 'teen', retentionDays: 60 },
  };

  it('a person’s own language, country, pause and set-up stay theirs', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        const { offServices, sensitivity, retentionDays, ...rest } = withPolicy(own, policy);
        const { offServices: _o, sensitivity: _s, retentionDays: _r, ...before } = own;
        expect(rest).toEqual(before);
        expect(retentionDays).toBeGreaterThanOrEqual(1);
        expect(retentionDays).toBeLessThanOrEqual(90);
        expect(['fewer', 'standard', 'more']).toContain(sensitivity);
        expect(SERVICES).toEqual(expect.arrayContaining([...offServices]));
      }),
      { numRuns: 500 },
    );
  });

  it('language, country and pause can still be changed', () => {
    const change: SettingsChange = { language: 'en', country: 'TH', paused: false };
    fc.assert(
      fc.property(policies, (policy) => {
        expect(withoutLocked(change, policy)).toEqual(change);
      }),
      { numRuns: 500 },
    );
  });
});
