// No line of the corpora resembles an example of the rules: figures on lines that the rules were written for say nothing.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { splitWords } from '../../engine/normalise';
import { loadRules } from '../../rules/load';
import { readCorpus } from '../../scripts/evaluation/corpus';
import { LEARNED_FROM, OWN_SETS } from '../../scripts/evaluation/sets';

const ROOT = resolve(__dirname, '../..');
/** Lines shorter than this are everybody's ("send me a pic"). */
const SHORTEST = 7;
/** The same in characters: a Khmer word is several letter groups. */
const SHORTEST_LENGTH = 30;
/** Share of common word pairs from which two lines are told alike. */
const ALIKE = 0.6;

const SETS = ['tune', 'frozen', 'fresh', 'talk']
  .map((set) => `${ROOT}/tests/corpora/${set}`)
  .filter((path) => existsSync(path));

const pairsOf = (text: string) => {
  const { words } = splitWords(text);
  return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));
};
const examples = loadRules(`${ROOT}/rules`, { check: false }).files.flatMap(({ source }) =>
  Object.values(source.signals).flatMap(({ matches, ignores }) => [...matches, ...ignores]),
);
const byPair = new Map<string, number[]>();
const pairs = examples.map(pairsOf);
pairs.forEach((set, i) => {
  for (const pair of set) byPair.set(pair, [...(byPair.get(pair) ?? []), i]);
});

function likest(text: string): string | null {
  const own = pairsOf(text);
  if (own.size < SHORTEST || text.length < SHORTEST_LENGTH) return null;
  const shared = new Map<number, number>();
  for (const pair of own) for (const i of byPair.get(pair) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1);
  for (const [i, count] of shared)
    if (count / (own.size + (pairs[i]?.size ?? 0) - count) >= ALIKE) return examples[i] ?? null;
  return null;
}

test('no line of the first corpora resembles an example of the rules', () => {
  const alike = readCorpus(SETS).flatMap(({ id, messages }) =>
    messages.flatMap(({ text }) => {
      const example = likest(text);
      return example === null ? [] : [`${id}: "${text}" ~ "${example}"`];
    }),
  );
  expect(alike).toEqual([]);
});

test('in the sets that came later two lines do, and no more', () => {
  const sets = ['kept', 'later', 'plain', 'printed', 'gathered', 'latin', 'lessons'].map(
    (set) => `${ROOT}/tests/corpora/${set}`,
  );
  const lines = readCorpus(sets).flatMap(({ messages }) => messages.map(({ text }) => text));
  expect(lines.length).toBeGreaterThan(16_000);
  // Told by their number: nobody is to read them.
  expect(lines.filter((text) => likest(text) !== null).length).toBeLessThanOrEqual(2);
});

/** Words from which on a line is more than a turn of phrase; the same in characters, for a script without spaces. */
const LINE_WORDS = 5;
const LINE_LENGTH = 20;
const plain = (text: string) => splitWords(text).words.join(' ');
const longLines = (sets: readonly string[]) =>
  readCorpus(sets.map((set) => `${ROOT}/tests/corpora/${set}`)).flatMap(({ messages }) =>
    messages
      .filter(({ text }) => text.length >= LINE_LENGTH && splitWords(text).words.length >= LINE_WORDS)
      .map(({ text }) => plain(text)),
  );

test('of the lines that are only measured hardly one stands in a chat that the classifier learned from', () => {
  const learned = new Set(longLines(['tune', 'study', 'taught']));
  const measured = longLines(OWN_SETS.filter((set) => set !== LEARNED_FROM));
  const both = measured.filter((line) => learned.has(line));
  expect(both.length / measured.length).toBeLessThan(0.01);
});

test('the check tells likeness', () =>
  expect(
    likest(examples.find((text) => pairsOf(text).size >= SHORTEST && text.length >= SHORTEST_LENGTH) ?? ''),
  ).not.toBeNull());
