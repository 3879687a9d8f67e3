// Reading a policy that may hold anything: bad values are left out one by one, named, and never take the others along.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_POLICY, parsePolicy } from './policy-parse';

const SERVICES = ['facebook', 'telegram'];
const COUNTRIES = ['KH', 'TH', 'ZZ'];
const parse = (raw: unknown) => parsePolicy(raw, SERVICES, COUNTRIES);
const named = (raw: unknown) => parse(raw).problems.map(({ key, why }) => `${key} ${why}`);

const CONTACT = { name: 'Ms Chan, room 12', phone: '+855 12 345 678' };
/** Every key, with a value that is good. */
const GOOD: Readonly<Record<string, unknown>> = {
  organisation: 'Hill School',
  schoolContact: CONTACT,
  defaultLanguage: 'km',
  defaultCountry: 'KH',
  sitesOff: ['facebook'],
  sensitivity: 'more',
  retentionDays: 30,
};
/** What a good value becomes. */
const PART = {
  organisation: 'by',
  schoolContact: 'contact',
  defaultLanguage: 'language',
  defaultCountry: 'country',
} as const;

function partOf(key: string, policy: ReturnType<typeof parse>): unknown {
  if (key in PART) return policy[PART[key as keyof typeof PART]];
  return policy.values[(key === 'sitesOff' ? 'offServices' : key) as keyof typeof policy.values];
}

it('leaves out a country that help has no lines of, and names it: UK for GB would show a student no line', () => {
  expect(parse({ ...GOOD, defaultCountry: 'UK' }).country).toBeNull();
  expect(named({ ...GOOD, defaultCountry: 'UK' })).toEqual(['defaultCountry: UK no-lines']);
  expect(parse({ ...GOOD, defaultCountry: 'ZZ' })).toMatchObject({ country: 'ZZ', problems: [] });
});

it('takes a whole policy', () => {
  const policy = parse({ ...GOOD, locks: { sitesOff: true, sensitivity: 1, retentionDays: false } });
  expect(policy).toEqual({
    ...{ managed: true, by: 'Hill School', language: 'km', country: 'KH', problems: [] },
    contact: { ...CONTACT, email: null, hours: null },
    values: { offServices: ['facebook'], sensitivity: 'more', retentionDays: 30 },
    locked: ['offServices', 'sensitivity'],
  });
});

it.each([null, undefined, 'garbage', 7, [], [1], {}])('%j is no policy', (raw) => {
  expect(parse(raw)).toEqual(NO_POLICY);
});

describe.each(Object.keys(GOOD))('a bad value of %s', (key) => {
  it('is left out and named, and all others are taken', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const policy = parse({ ...GOOD, [key]: value });
        for (const other of Object.keys(GOOD).filter((name) => name !== key)) {
          expect(partOf(other, policy)).toEqual(partOf(other, parse(GOOD)));
        }
        const isTaken = partOf(key, policy) !== null && partOf(key, policy) !== undefined;
        if (!isTaken && value !== undefined) expect(policy.problems.length).toBeGreaterThan(0);
        for (const problem of policy.problems) expect(problem.key.startsWith(key)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

it('never throws, and nothing but the known comes out of it', () => {
  const keys = [...Object.keys(GOOD), 'locks', '__proto__', 'constructor', 'paused', 'hidden', 'audience'];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), fc.anything()), (raw) => {
      const policy = parse(raw);
      expect(Object.keys(policy).sort()).toEqual(Object.keys(NO_POLICY).sort());
      expect(policy.problems.length).toBeLessThanOrEqual(50);
      for (const service of policy.values.offServices ?? []) expect(SERVICES).toContain(service);
      for (const locked of policy.locked) expect(policy.values[locked]).toBeDefined();
    }),
    { numRuns: 500 },
  );
});

it.each([
  [{ sensitivity: 'loud' }, ['sensitivity bad-value']],
  [{ retentionDays: '30' }, ['retentionDays bad-value']],
  [{ retentionDays: 0 }, ['retentionDays bad-value']],
  [{ retentionDays: 91 }, ['retentionDays bad-value']],
  [{ defaultCountry: 'Cambodia' }, ['defaultCountry bad-value']],
  [{ sitesOff: ['facebook', 'myspace'] }, ['sitesOff: myspace unknown-site']],
  [{ sitesOff: 'facebook' }, ['sitesOff bad-value']],
  [{ locks: { sitesOff: true } }, ['locks.sitesOff nothing-to-lock']],
  [
    { sensitivity: 'loud', locks: { sensitivity: true } },
    ['sensitivity bad-value', 'locks.sensitivity nothing-to-lock'],
  ],
  [{ sensitivity: 'more', locks: { sensitivity: 'yes' } }, ['locks.sensitivity bad-value']],
  [
    { locks: { help: true, delete: true, danger: true } },
    [...['locks.help not-lockable', 'locks.delete not-lockable', 'locks.danger not-lockable']],
  ],
  [{ locks: true }, ['locks bad-value']],
  [{ reportTo: 'https://school.example/collect' }, ['reportTo unknown']],
  // Names that every object in JavaScript knows, as they stand in a file.
  [
    JSON.parse('{ "__proto__": { "locks": {} }, "constructor": 1, "toString": true }'),
    [...['__proto__ unknown', 'constructor unknown', 'toString unknown']],
  ],
  [{ schoolContact: { name: 'Ms Chan' } }, ['schoolContact bad-value']],
  [{ schoolContact: { phone: '012' } }, ['schoolContact bad-value']],
  [
    { schoolContact: { ...CONTACT, email: 'no', url: 'https://x.example' } },
    [...['schoolContact.url unknown', 'schoolContact.email bad-value']],
  ],
])('%j: %j', (raw, problems) => {
  expect(named(raw)).toEqual(problems);
});

it('a site that is unknown does not switch the others on again', () => {
  expect(parse({ sitesOff: ['myspace', 'facebook'] }).values.offServices).toEqual(['facebook']);
});

it('a line can’t steer what stands around it, nor run on', () => {
  for (const organisation of ['a\nb', 'a\u202eb', 'x'.repeat(81), '   ', '', '\u200b \u200d']) {
    expect(parse({ organisation }).by).toBeNull();
  }
});

it('a line may have the space without width, which Khmer keyboards set between words', () => {
  const [organisation, name] = ['វិទ្យាល័យ\u200bសុវណ្ណភូមិ', 'លោក\u200bគ្រូ ដារ៉ា'];
  const policy = parse({ organisation, schoolContact: { ...CONTACT, name } });
  expect(policy).toMatchObject({ by: organisation, contact: { name }, problems: [] });
});

it.each(['(012) 345 678', '+855 (0)12 345 678', '(+855) 12-345.678', '012'])('%s is a number', (phone) => {
  expect(parse({ schoolContact: { ...CONTACT, phone } }).contact?.phone).toBe(phone);
});

it('a number in Khmer digits is shown in those that are on the keys of a phone', () => {
  const raw = { schoolContact: { ...CONTACT, name: 'បន្ទប់ ១២', phone: '+៨៥៥ ១២ ៣៤៥ ៦៧៨' } };
  expect(parse(raw)).toMatchObject({
    contact: { name: 'បន្ទប់ ១២', phone: '+855 12 345 678' },
    problems: [],
  });
});

it.each(['012 CALL US', '+', '()', '012 / 345'])(
  '%s is no number, and the rest of the contact holds',
  (phone) => {
    const raw = { schoolContact: { ...CONTACT, phone, email: 'room12@hill.example' } };
    expect(parse(raw).contact).toMatchObject({
      name: CONTACT.name,
      phone: null,
      email: 'room12@hill.example',
    });
    expect(named(raw)).toEqual(['schoolContact.phone bad-value']);
  },
);

it('a name of a key is shown cut, without characters that steer', () => {
  expect(named({ [`a\u202eb${'c'.repeat(100)}`]: 1 })).toEqual([`ab${'c'.repeat(38)} unknown`]);
});
