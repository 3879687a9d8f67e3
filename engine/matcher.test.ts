import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FILLERS_SKIPPED } from './code';
import { createLexicon, type Lexicon } from './lexicon';
import { type Line, type Matcher, MatcherBuilder, type WordTables } from './matcher';
import { parsePack } from './pack';
import type { PhraseNode } from './phrase';
import { preparePacks } from './prepare';
import { programSteps } from './program';
import { type PackData, type PreparedPack, type PreparedPacks, SEARCH_SIZE } from './rules';
import { finish } from './steps';
import { TEST_PACK, TEST_RULES } from './test-rules';
import { inverted, unpackSets, unpackWords } from './unpack';
import { WordTable } from './word-table';

const WORDS = ['send', 'me', 'pic', 'your', 'mum'];
const LISTS = { two: ['pic', 'your mum', 'send me send'], filler: ['me', 'your'] };
const atom = fc.constantFrom(...WORDS, '[two]', '<num>', '<minor>', '~', '...', '^', '$', '<q>');
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

function matcherOf(prepared: PreparedPacks, size: number): Matcher {
  const bases = finish(unpackSets(prepared.bases));
  const forms = inverted(bases, size);
  const table = new WordTable(finish(unpackSets(prepared.sets)), bases);
  finish(table.sign(forms));
  const tables: WordTables = { table, forms, anchors: finish(unpackSets(prepared.anchors)) };
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
      fc.array(fc.nat(WORDS.length + 3), { maxLength: 12 }),
      fc.uniqueArray(fc.nat(12), { maxLength: 3 }),
      (phrases, words, asks) => {
        const pack = packOf(phrases);
        const prepared = prepare(pack);
        if (prepared === null) return;
        const lexicon = createLexicon(unpackWords(prepared), [pack]);
        const { vocabulary } = lexicon;
        const ids = words.flatMap((n) => vocabulary.resolve([...WORDS, '7', 'zzz', 'ur', 'pics'][n] ?? ''));
        const line: Line = { ids, asks: asks.length === 0 ? null : new Set(asks) };
        const found = [...(matcherOf(prepared, vocabulary.size).find(line) ?? [])];
        const { signals, lists } = parsePack(pack, TEST_RULES.signals);
        expect(found.sort((a, b) => a.rule - b.rule)).toEqual(
          (signals[0]?.phrases ?? []).flatMap(({ tree }, rule) =>
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
      return isWord(`<${node.name}>`) ? [at + 1] : [];
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
