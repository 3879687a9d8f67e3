// Typical slips of somebody who edits rules/ by hand and does not program: each is told once, with its file and line, in
// plain words, and nothing else is called wrong because of it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeProblems, loadRules } from '../../rules/load';

const PART = `lists:
  parent: [mum, dad]
signals:
  secrecy.tell:
    speaker: other
    phrases:
      - "dont tell [parent]"
      - "dont tell [elder]"
    matches: [dont tell mum, dont tell dad, dont tell nan]
    ignores:
      - tell mum
      - tell dad
      - tell nan
`;
const FILES: Readonly<Record<string, string>> = {
  'signals.yaml': `secrecy.tell:
  {
    title: Asks for silence,
    stage: secrecy,
    weight: 1,
    status: test,
    description: "Asks to tell nobody.",
    falsePositives: [a surprise],
    references: [OConnell2003],
  }
`,
  'escalations.yaml': `- id: silence
  level: caution
  why: Silence alone, for this test.
  all: [[secrecy.tell]]
  within: { messages: 1, days: 0 }
`,
  'languages/en.yaml': 'language: en\nname: English\nreviewed-by: []\nlists:\n  elder: [nan]\n',
  'languages/en.sexual.yaml': 'language: en\nterms: { strong: [], mild: [] }\n',
  'languages/en/secrecy.yaml': PART,
};
const PART_FILE = 'languages/en/secrecy.yaml';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'porchlight-rules-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is said of the rules with these files instead of, or beside, the right ones. */
function saidOf(files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries({ ...FILES, ...files })) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return describeProblems(loadRules(folder).problems);
}

it('finds nothing wrong where nothing is', () => expect(saidOf({})).toBe(''));

/** File, what is written wrong, for what, and what is said. */
const SLIPS: readonly (readonly [string, string, string, string])[] = [
  [PART_FILE, '    speaker: other', '\tspeaker: other', ':5 the line begins with a tab'],
  [
    PART_FILE,
    '    speaker: other',
    '    speaker: any',
    ':5 [secrecy.tell] speaker: any is for signals of context alone',
  ],
  [PART_FILE, '    speaker: other', '   speaker: other', ':5 a text with a colon in it, or a line that'],
  [
    PART_FILE,
    '      - tell dad',
    '      - he said: tell dad',
    ':12 [secrecy.tell] ignores, entry 2: must be a text',
  ],
  [PART_FILE, '      - tell dad', '      - he: said: tell dad', ':12 a text with a colon in it'],
  [PART_FILE, '      - tell dad', '      - *tell', ':12 no text may begin with *'],
  [PART_FILE, '      - tell dad', '      - @tell dad', ':12 no text may begin with this sign'],
  [PART_FILE, '      - tell dad', '      - !tell dad', ':12 no text may begin with this sign'],
  [PART_FILE, '[mum, dad]', '[mum, &dad]', ':2 no text may begin with * or &'],
  [
    PART_FILE,
    '      - tell dad',
    '      - 12',
    ':12 [secrecy.tell] ignores, entry 2: must be a text. A number',
  ],
  [PART_FILE, '      - tell dad', '      -', ':12 [secrecy.tell] ignores, entry 2: has nothing in it'],
  [PART_FILE, '      - tell dad', '', ':10 [secrecy.tell] ignores: must have at least 3'],
  [PART_FILE, '"dont tell [parent]"', '[parent] secret', ':7 something stands behind the end'],
  [PART_FILE, '"dont tell [parent]"', '"tell \\w"', ':7 a text in double quotes may hold no \\'],
  [PART_FILE, '[parent]', '[parents', ':7 [secrecy.tell] missing ]'],
  [
    PART_FILE,
    'dont tell [parent]',
    'dont|never tell [parent]',
    ':7 [secrecy.tell] brackets are missing around what |',
  ],
  [
    PART_FILE,
    'dont tell [parent]',
    'dont ^ tell [parent]',
    ':7 [secrecy.tell] "dont ^ tell [parent]" can match nothing',
  ],
  [PART_FILE, '[mum, dad]', '[mum, dad', ':3 the line does not begin where it should, or a closing'],
  [
    PART_FILE,
    'speaker: other',
    'speaker: stranger',
    ':5 [secrecy.tell] speaker: must be one of self, other, any',
  ],
  [PART_FILE, '    speaker: other\n', '', ':4 [secrecy.tell] speaker: is missing'],
  [
    PART_FILE,
    '    matches:',
    '    also: [secrecy.told]\n    matches:',
    ':9 [secrecy.tell] also, entry 1: secrecy.told is not',
  ],
  [PART_FILE, 'signals:\n', `signals:\n${PART.slice(PART.indexOf('  secrecy'))}`, ': this name stands twice'],
  ['signals.yaml', '    stage: secrecy,', '    stage: secrecy', ':4 a comma'],
  [
    'signals.yaml',
    '    stage: secrecy,',
    '    stage: secret,',
    ':4 secrecy.tell, stage: must be one of access',
  ],
  ['signals.yaml', '    weight: 1,\n', '', ':1 secrecy.tell, weight: is missing'],
  [
    'escalations.yaml',
    '[[secrecy.tell]]',
    '[[secrecy.tel]]',
    ':4 silence names an unknown signal: secrecy.tel',
  ],
  ['escalations.yaml', '[[secrecy.tell]]', '[secrecy.tell]', ':4 entry 1, all, entry 1: must be a list'],
  ['escalations.yaml', 'why: Silence', 'why: Note: Silence', ':3 a text with a colon in it'],
  [
    'languages/en.yaml',
    'lists:',
    'spellings: { nan: [my gran] }\nlists:',
    ':4 spellings, nan: "my gran" is not read as one word. Write it into a list',
  ],
  [
    'languages/en.yaml',
    'lists:',
    'spellings: { meet: [meat] }\nown-words: [meat, were]\nlists:',
    ':5 own-words: "were" stands nowhere among the spellings',
  ],
  [
    'languages/en.yaml',
    '  elder:',
    '  ông-bà:',
    ':5 lists, ông-bà: this name must be of small Latin letters',
  ],
  [
    'languages/en.yaml',
    'lists:',
    'ages: { units: [KG] }\nlists:',
    ':4 ages, units, entry 1: must be a word, or words apart by one space',
  ],
  ['languages/en.yaml', 'language: en', 'language: km', ':1 language: must be en, as the file is called'],
  [
    'languages/en.yaml',
    'language: en',
    'language: English',
    ':1 language: must be the two or three small letters',
  ],
  ['escalations.yaml', 'id: silence', 'id: Silence', ':1 entry 1, id: must be of small Latin letters'],
];

it('reads every word of a language as messages are read, with its accents or without them', () => {
  const main = [
    'language: vi',
    'name: Vietnamese',
    'reviewed-by: []',
    'spellings: { không: [ko, khồng] }',
    'endings: [nhé]',
    'other-words: chào nồi',
    'ages: { numbers: { mười ba: 13, ثلاثة عشر: 13 }, years: [tuổi], units: [phút, دقيقة] }',
    'signals:',
    '  secrecy.tell:',
    '    speaker: other',
    '    phrases: [không nói]',
    '    matches: [ko noi, khong nói, KHÔNG NÓI, nóinhé không nóinhé]',
    '    ignores: [nói, không, dont tell]',
  ].join('\n');
  const sexual = 'language: vi\nterms: { strong: [], mild: [] }\n';
  expect(saidOf({ 'languages/vi.yaml': main, 'languages/vi.sexual.yaml': sexual })).toBe('');
});

it.each(SLIPS)('%s with %j as %j', (file, right, wrong, said) => {
  const text = FILES[file] ?? '';
  expect(text).toContain(right);
  const lines = saidOf({ [file]: text.replace(right, () => wrong) }).split('\n');
  const [where, what] = /^:(\d*) ?(.*)$/.exec(said)?.slice(1) ?? [];
  expect(lines[0]).toContain(`rules/${file}:${where}`);
  expect(lines[0]).toContain(what);
  expect(lines).toHaveLength(1);
});

it('names two mistakes of one entry, an unknown name beside what is missing', () => {
  expect(saidOf({ [PART_FILE]: PART.replace('ignores:', 'ingores:') }).split('\n')).toEqual([
    `rules/${PART_FILE}:4 [secrecy.tell] ignores: is missing`,
    `rules/${PART_FILE}:10 [secrecy.tell] not known here: ingores. Is it spelled right?`,
  ]);
});

it('names an escalation that is there twice', () => {
  const text = FILES['escalations.yaml'] ?? '';
  expect(saidOf({ 'escalations.yaml': text + text })).toBe(
    'rules/escalations.yaml:6 id: another one is called silence already',
  );
});

it.each(['languages/en/media.yml', 'languages/th/secrecy.yaml', 'languages/Thai.yaml'])(
  'names %s, which nothing reads',
  (file) => {
    expect(saidOf({ [file]: PART })).toMatch(new RegExp(`^rules/${file}:0 is read by nothing`));
  },
);
