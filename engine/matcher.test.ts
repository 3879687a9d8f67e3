import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FILLERS_SKIPPED } from './code';
import { createLexicon, type Lexicon } from './lexicon';
import { type Line, type Matcher, MatcherBuilder } from './matcher';
import { parsePack } from './pack';
import type { NumberClass, PhraseNode } from './phrase';
import { preparePacks } from './prepare';
import { programSteps } from './program';
import type { PackData, PreparedPack, PreparedPacks } from './rules';
import { SEARCH_SIZE } from './search-code';
import { finish } from './steps';
import { tableSteps } from './tables';
import { TEST_PACK, TEST_RULES } from './test-rules';
import { unpackWords } from './unpack';

const WORDS = ['send', 'me', 'pic', 'your', 'mum'];
/** What messages hold: also forms, spellings, and numbers that a phrase names or not. */
const WRITTEN = [...WORDS, '13', '7', '40', '99', 'zzz', 'ur', 'pics'];
const LISTS = { two: ['pic', 'your mum', 'send me send'], filler: ['me', 'your'] };
const atom = fc.constantFrom(
  ...WORDS,
  '13',
  '[two]',
  '<num>',
  '<minor>',
  '<adult>',
  '~',
  '...',
  '^',
  '$',
  '<q>',
);
const part = fc.oneof(
  { weight: 3, arbitrary: atom },
  fc
    .array(fc.array(atom, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((items) => `(${items.map((item) => item.join(' ')).join('|')})`),
);
const phrase = fc
  .array(fc.tuple(part, fc.constantFrom('', '', '?')), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.map(([text, mark]) => text + mark).join(' '));

const packOf = (phrases: readonly string[]): PackData => ({
  ...TEST_PACK,
  lists: LISTS,
  gates: [],
  lessons: [],
  signals: [{ id: 'threat.publish', speaker: 'any', phrases, unless: [] }],
});

/** Prepares a pack; null where it would be refused. */
function prepare(pack: PackData): PreparedPacks | null {
  try {
    return preparePacks([pack], TEST_RULES.signals);
  } catch {
    return null;
  }
}

function matcherOf(prepared: PreparedPacks): Matcher {
  const { tables } = finish(tableSteps(prepared));
  const builder = new MatcherBuilder();
  const [pack] = prepared.packs as [PreparedPack];
  const program = finish(programSteps(pack));
  for (let rule = 0; rule < program.begins.length - 1 - program.shared; rule += 1)
    builder.add({ rule, program, row: program.shared + rule }, pack.searches, rule * SEARCH_SIZE);
  return finish(builder.build(tables));
}

test('what the build writes is found where the phrase itself says, and nowhere else', () => {
  fc.assert(
    fc.property(
      fc.array(phrase, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(WRITTEN.length - 1), { maxLength: 12 }),
      fc.uniqueArray(fc.nat(12), { maxLength: 3 }),
      (phrases, words, asks) => {
        const pack = packOf(phrases);
        const prepared = prepare(pack);
        if (prepared === null) return;
        const parsed = parsePack(pack, TEST_RULES.signals);
        const lexicon = createLexicon(unpackWords(prepared), [parsed]);
        const { vocabulary } = lexicon;
        const ids = words.flatMap((n) => vocabulary.resolve(WRITTEN[n] ?? ''));
        const line: Line = { ids, asks: asks.length === 0 ? null : new Set(asks) };
        const found = [...(matcherOf(prepared).find(line) ?? [])];
        const { signals, lists } = parsed;
        expect(found.sort((a, b) => a.rule - b.rule)).toEqual(
          (signals[0]?.phrases ?? []).flatMap((tree, rule) =>
            firstPlace(tree, rule, { line, lexicon, lists, gap: pack.gap }),
          ),
        );
      },
    ),
    { numRuns: 2000 },
  );
});

type Text = {
  readonly line: Line;
  readonly lexicon: Lexicon;
  readonly lists: ReadonlyMap<string, readonly PhraseNode[]>;
  readonly gap: number;
};

/** The first place of a phrase, tried at every word, read from its tree alone. */
function firstPlace(tree: PhraseNode, rule: number, text: Text) {
  for (let first = 0; first < text.line.ids.length; first += 1) {
    const end = Math.max(first, ...endsOf(tree, first, text));
    if (end > first) return [{ rule, first, end }];
  }
  return [];
}

/** Every place at which a match that begins before word `at` can end. */
function endsOf(node: PhraseNode, at: number, text: Text): readonly number[] {
  const { line, lexicon, lists, gap } = text;
  const anyOf = (nodes: readonly PhraseNode[]) => nodes.flatMap((each) => endsOf(each, at, text));
  const upTo = (count: number, takes: (at: number) => boolean) => {
    const ends = [at];
    for (let end = at; end < Math.min(at + count, line.ids.length) && takes(end); end += 1)
      ends.push(end + 1);
    return ends;
  };
  const isWord = (word: string) => {
    const id = lexicon.vocabulary.idOf.get(word) ?? -1;
    const written = line.ids[at] ?? 0;
    return written === id || (lexicon.bases[written] ?? []).includes(id);
  };
  switch (node.kind) {
    case 'word':
      return isWord(node.word) ? [at + 1] : [];
    case 'class':
      return isOfClass(namesOf(lexicon)[(line.ids[at] ?? 0) - 1] ?? '', node.name) ? [at + 1] : [];
    case 'list':
      return anyOf(lists.get(node.name) ?? []);
    case 'choice':
      return anyOf(node.items);
    case 'optional':
      return [at, ...endsOf(node.item, at, text)];
    case 'sequence':
      return node.items.reduce<readonly number[]>(
        (ends, item) => [...new Set(ends.flatMap((end) => endsOf(item, end, text)))],
        [at],
      );
    case 'gap':
      return upTo(gap, () => true);
    case 'filler':
      return upTo(FILLERS_SKIPPED, (end) => endsOf({ kind: 'list', name: 'filler' }, end, text).length > 0);
    case 'question':
      return line.asks?.has(at) ? [at] : [];
    case 'start':
      return at === 0 ? [at] : [];
    case 'end':
      return at === line.ids.length ? [at] : [];
  }
}

const namesOf = ({ vocabulary }: Lexicon) => [...vocabulary.idOf.keys()];

/** Whether a word of the rules is a number of a class: as rules/README.md says. */
function isOfClass(word: string, name: NumberClass): boolean {
  if (word === `<${name}>`) return true;
  if (name === 'num') return /^(\d+|<minor>|<adult>)$/.test(word);
  const [least, most] = name === 'minor' ? [5, 17] : [18, 79];
  return /^\d+$/.test(word) && Number(word) >= least && Number(word) <= most;
}

test('a match is never longer than places have bits, and a long line is read to its end', () => {
  const prepared = prepare(packOf(['send ... ... ... ... ... ... ... ... ... ... ... pic', 'mum']));
  if (prepared === null) throw new Error('refused');
  const { vocabulary } = finish(tableSteps(prepared));
  const id = (word: string) => vocabulary.idOf.get(word) ?? 0;
  const line = (gap: number): Line => ({
    ids: [
      id('send'),
      ...Array.from({ length: gap }, () => 0),
      id('pic'),
      ...Array.from({ length: 40 }, () => 0),
      id('mum'),
    ],
    asks: null,
  });
  const matcher = matcherOf(prepared);
  const found = (gap: number) => (matcher.find(line(gap)) ?? []).map(({ rule }) => rule);
  expect(found(28)).toEqual([0, 1]);
  expect(found(29)).toEqual([1]);
  expect(found(33)).toEqual([1]);
});
