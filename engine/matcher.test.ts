import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Code } from './compile';
import { Glossary } from './glossary';
import { createLexicon } from './lexicon';
import { type Line, Matcher } from './matcher';
import { parseAgain } from './pack';
import type { PhraseNode } from './phrase';
import { preparePacks } from './prepare';
import { SEARCH_SIZE } from './rules';
import { finish } from './steps';
import { TEST_PACK, TEST_RULES } from './test-rules';
import { unpackSets, unpackWords } from './unpack';
import { Walker } from './walker';
import { WordTable } from './words';

const WORDS = ['send', 'me', 'pic', 'your', 'mum'];
const atom = fc.constantFrom(...WORDS, '[two]', '<num>', '~', '...', '^', '$', '<q>');
const part = fc.oneof(
  { weight: 3, arbitrary: atom },
  fc
    .array(fc.array(atom, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((items) => `(${items.map((item) => item.join(' ')).join('|')})`),
);
const phrase = fc
  .array(fc.tuple(part, fc.constantFrom('', '', '?')), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.map(([text, mark]) => text + mark).join(' '));

/** Prepares a pack of phrases; null where it would be refused. */
function prepare(phrases: readonly string[]) {
  const lists = { two: ['pic', 'your mum', 'send me send'], filler: ['me', 'your'] };
  try {
    return preparePacks(
      [
        {
          ...TEST_PACK,
          lists,
          gates: [],
          lessons: [],
          signals: [{ id: 'threat.publish', speaker: 'any', phrases, unless: [] }],
        },
      ],
      TEST_RULES.signals,
    );
  } catch {
    return null;
  }
}

test('the keyword filter loses no match and moves none', () => {
  fc.assert(
    fc.property(
      fc.array(phrase, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(WORDS.length + 1), { maxLength: 12 }),
      fc.uniqueArray(fc.nat(12), { maxLength: 3 }),
      (phrases, words, asks) => {
        const prepared = prepare(phrases);
        if (prepared === null) return;
        const { packs } = prepared;
        const lexicon = createLexicon(unpackWords(prepared), packs);
        const { vocabulary } = lexicon;
        const ids = words.flatMap((n) => vocabulary.resolve([...WORDS, '7', 'zzz'][n] ?? ''));
        const line: Line = { ids, asks: asks.length === 0 ? null : new Set(asks) };
        const table = new WordTable(vocabulary.size);
        finish(table.prefill(finish(unpackSets(prepared.checks))));
        const code = new Code(table);
        const glossary = new Glossary(lexicon, packs[0]?.lists ?? {}, packs[0]?.gap ?? 0);
        const matcher = new Matcher(code, vocabulary.size, finish(unpackSets(prepared.anchors)));
        for (const [rule, text] of phrases.entries()) {
          matcher.add(text, rule, glossary, packs[0]?.searches ?? [], rule * SEARCH_SIZE);
        }
        const found = [...(matcher.find(line) ?? [])].sort((a, b) => a.rule - b.rule);
        expect(found).toEqual(
          phrases.flatMap((text, rule) => bySlowSearch(parseAgain(text), rule, glossary, line, code)),
        );
      },
    ),
    { numRuns: 2000 },
  );
});

/** The first place of a phrase, tried at every word. */
function bySlowSearch(tree: PhraseNode, rule: number, glossary: Glossary, line: Line, code: Code) {
  const block = code.write(tree, glossary);
  const walker = new Walker(code);
  for (let first = 0; first < line.ids.length; first += 1) {
    const length = walker.walk(block, line, first);
    if (length > 0) return [{ rule, first, end: first + length }];
  }
  return [];
}
