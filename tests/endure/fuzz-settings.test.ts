import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { test } from 'vitest';
import { createTrial, type Trial } from '../../scripts/endure/trial';
import { createFakeArea } from '../../utils/fake-area';
import { DEFAULT_SETTINGS } from '../../utils/settings';
import { readSettingsFile, writeSettingsFile } from '../../utils/settings-file';
import { settingsChangeSchema } from '../../utils/settings-schemas';
import { createStorage } from '../../utils/storage';
import { FUZZ_TIMEOUT, fuzzOptions } from './fuzz-options';

const KNOWN = { services: ['telegram', 'facebook'], countries: ['KH'] };
const NAMES = [
  ...['language', 'country', 'offServices', 'paused', 'sensitivity', 'retentionDays', 'audience', 'version'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'chosen', 'pin', 'family', 'secret'],
];
const VALUES = [
  ...['en', 'km', 'KH', 'kh', '', 'fewer', 'a'.repeat(500), null, true, false, 0, 1, 90, 91, -1, 1e308, 0.5],
  ...[
    [],
    ['telegram'],
    ['telegram', 'telegrm'],
    ['telegrm'],
    ['__proto__'],
    Array(33).fill('a'),
    {},
    { polluted: true },
  ],
];

/** A file with our mark on it and anything inside; `__proto__` as a real key, as JSON.parse makes it. */
const ourFile = () =>
  fc
    .record({
      version: fc.constantFrom(1, 1, 1, 0, 2, '1', null),
      fields: fc.array(
        fc.tuple(fc.constantFrom(...NAMES), fc.oneof(fc.constantFrom(...VALUES), fc.jsonValue())),
      ),
      more: fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.jsonValue()), { maxLength: 2 }),
    })
    .map(({ version, fields, more }) => {
      const inside = fields.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
      const beside = more.map(([name, value]) => `,${JSON.stringify(name)}:${JSON.stringify(value)}`);
      return `{"for":"porchlight","version":${JSON.stringify(version)},"settings":{${inside.join()}}${beside.join('')}}`;
    });

const anyFile = () =>
  fc.oneof(
    ourFile(),
    ourFile(),
    fc.json(),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constant('['.repeat(19_000)),
  );

test('a settings file may be anything: it changes only what it may', { timeout: FUZZ_TIMEOUT }, async () => {
  const trial = createTrial('fuzz-settings');
  await fc.assert(
    fc.asyncProperty(anyFile(), (text) => imports(trial, text)),
    fuzzOptions({ short: 2_000, full: 20_000 }),
  );
  trial.end();
});

async function imports(trial: Trial, text: string): Promise<void> {
  trial.input();
  const { change, report } = readSettingsFile(text, KNOWN);
  trial.holds(settingsChangeSchema.safeParse(change).success, 'a change that may not be made');
  trial.holds(Object.getPrototypeOf(change) === Object.prototype, 'a change with another prototype');
  trial.holds(report.applied.length === Object.keys(change).length, 'more changed than is said');
  for (const { field } of report.problems)
    trial.holds(
      field === null || (field.length <= 40 && !/[\p{C}]/u.test(field)),
      'a name that can fool the eye',
    );
  const items: Record<string, unknown> = {};
  const storage = createStorage(createFakeArea(items), () => 0);
  await storage.changeSettings(change);
  const settings = await storage.settings();
  trial.keeps(
    Object.keys(items).every((key) => key === 'settings'),
    'anything but the settings was written',
  );
  trial.holds(settings.audience === DEFAULT_SETTINGS.audience, 'the audience was set by a file');
  trial.holds(
    isDeepStrictEqual(readSettingsFile(writeSettingsFile(settings), KNOWN).report.problems, []),
    'what is written out does not come back',
  );
  trial.holds(!('polluted' in {}) && Object.keys(Object.prototype).length === 0, 'a prototype was polluted');
}
