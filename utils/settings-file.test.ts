import { describe, expect, it } from 'vitest';
import { parseFromPages } from './message-schemas';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { MAX_FILE_LENGTH, readSettingsFile, textOfFile, writeSettingsFile } from './settings-file';

const KNOWN = { services: ['discord', 'facebook', 'telegram'], countries: ['KH', 'TH'] };
const OWN: Settings = {
  ...DEFAULT_SETTINGS,
  language: 'km',
  country: 'KH',
  offServices: ['facebook'],
  sensitivity: 'more',
  retentionDays: 30,
  audience: 'parent',
};
const file = (settings: unknown, rest: object = {}) =>
  JSON.stringify({ for: 'porchlight', version: 1, settings, ...rest });

describe('a settings file', () => {
  it('carries the settings over, whole', () => {
    const { change, report } = readSettingsFile(writeSettingsFile(OWN), KNOWN);
    const { audience: _, version: __, ...carried } = OWN;
    expect(change).toEqual(carried);
    expect(report).toEqual({ applied: Object.keys(carried), problems: [], more: 0 });
  });

  it('holds no private item, nor who uses the browser', () => {
    expect(Object.keys(JSON.parse(writeSettingsFile(OWN)).settings)).toEqual([
      ...['language', 'country', 'offServices', 'paused', 'sensitivity', 'retentionDays'],
    ]);
  });

  it('takes the good fields and names each bad one', () => {
    const { change, report } = readSettingsFile(
      file({ country: 'KH', sensitivity: 'loudest', retentionDays: 1e9, audience: 'parent', pin: '1' }),
      KNOWN,
    );
    expect(change).toEqual({ country: 'KH' });
    expect(report).toEqual({
      applied: ['country'],
      problems: [
        { field: 'sensitivity', why: 'bad-value' },
        { field: 'retentionDays', why: 'bad-value' },
        { field: 'audience', why: 'unknown' },
        { field: 'pin', why: 'unknown' },
      ],
      more: 0,
    });
  });

  it('takes the sites that are known and names each other one', () => {
    const { change, report } = readSettingsFile(
      file({ offServices: ['telegram', 'telegrm', 'myspace'] }),
      KNOWN,
    );
    expect(change).toEqual({ offServices: ['telegram'] });
    expect(report).toEqual({
      applied: ['offServices'],
      problems: [
        { field: 'telegrm', why: 'unknown-site' },
        { field: 'myspace', why: 'unknown-site' },
      ],
      more: 0,
    });
  });

  it('that names no known site switches none of them on', () => {
    const { change, report } = readSettingsFile(file({ offServices: ['telegrm'] }), KNOWN);
    expect(change).toEqual({});
    expect(report).toEqual({
      applied: [],
      problems: [{ field: 'telegrm', why: 'unknown-site' }],
      more: 0,
    });
  });

  it('may switch all of them on', () => {
    const { change, report } = readSettingsFile(file({ offServices: [] }), KNOWN);
    expect(change).toEqual({ offServices: [] });
    expect(report.problems).toEqual([]);
  });

  it('with a country that help knows nothing of keeps the own one', () => {
    const { change, report } = readSettingsFile(file({ country: 'UK', language: null }), KNOWN);
    expect(change).toEqual({ language: null });
    expect(report.problems).toEqual([{ field: 'country', why: 'bad-value' }]);
    expect(readSettingsFile(file({ country: null }), KNOWN).change).toEqual({ country: null });
  });

  it('can’t reach a prototype', () => {
    const text =
      '{"for":"porchlight","version":1,"__proto__":{"paused":true},"settings":{"__proto__":{"paused":true},"constructor":{"prototype":{"paused":true}},"toString":1}}';
    const { change, report } = readSettingsFile(text, KNOWN);
    expect(change).toEqual({});
    expect(({} as Settings).paused).toBeUndefined();
    expect(report.problems.map(({ field }) => field)).toEqual([
      ...['__proto__', '__proto__', 'constructor', 'toString'],
    ]);
  });

  it.each<[string, string, string]>([
    ['nothing', '', 'not-settings'],
    ['a word', 'hello', 'not-settings'],
    ['a list', '[1]', 'not-settings'],
    ['null', 'null', 'not-settings'],
    ['another program’s file', '{"version":1,"settings":{}}', 'not-settings'],
    ['no settings', '{"for":"porchlight","version":1}', 'not-settings'],
    ['settings that are a list', file([]), 'not-settings'],
    ['no version', '{"for":"porchlight","settings":{"paused":true}}', 'not-settings'],
    ['a newer version', file({ paused: true }, { version: 2 }), 'newer-version'],
    ['brackets without end', '['.repeat(MAX_FILE_LENGTH), 'not-settings'],
    ['too much', file({ pad: 'x'.repeat(MAX_FILE_LENGTH) }), 'too-long'],
  ])('that is %s changes nothing and says so', (_, text, why) => {
    expect(readSettingsFile(text, KNOWN)).toEqual({
      change: {},
      report: { applied: [], problems: [{ field: null, why }], more: 0 },
    });
  });

  it('with endless fields names fifty and counts the rest', () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`field-${index}`, 1]));
    const { report } = readSettingsFile(file({ ...many, country: 'KH' }), KNOWN);
    expect([report.problems.length, report.more, report.applied]).toEqual([50, 350, ['country']]);
  });

  it.each([
    ['a picture', new Uint8Array(60_000), 'too-long'],
    ['a small picture', new Uint8Array(15_000), 'not-settings'],
    ['long prose', new TextEncoder().encode('"\n'.repeat(30_000)), 'too-long'],
  ] as const)('that is %s reaches the background, which says what is wrong', async (_, bytes, why) => {
    const text = await textOfFile(new Blob([bytes]));
    expect(parseFromPages({ type: 'import-settings', text })).not.toBeNull();
    expect(readSettingsFile(text, KNOWN).report.problems).toEqual([{ field: null, why }]);
  });

  it('keeps what it says on the way through a file', async () => {
    const text = await textOfFile(new Blob(['\ufeff', writeSettingsFile(OWN)]));
    expect(text).toBe(writeSettingsFile(OWN));
  });

  it('shows an unknown name cut, without characters that steer', () => {
    const { report } = readSettingsFile(file({ [`a\u202eb\n\u0000${'c'.repeat(100)}`]: 1 }), KNOWN);
    expect(report.problems[0]?.field).toBe(`ab${'c'.repeat(38)}`);
  });
});
