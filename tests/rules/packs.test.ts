// The rule files as they ship: no problems, every sexual term found, no explicit word where a person could read it.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import held from 'virtual:rules';
import { describe, expect, test } from 'vitest';
import { createDetector } from '../../engine/create-detector';
import { splitWords } from '../../engine/normalise';
import { describeProblems, loadRules } from '../../rules/load';

const ROOT = resolve(__dirname, '../..');
const { rules, problems, files } = loadRules(join(ROOT, 'rules'));

/**
 * What a page is sent where a conversation is open, in bytes of gzip. The goal of 60 KB, code and packs, is given up for
 * breadth (docs/adr/0010), for processor time (docs/adr/0014, 0016, 0018), and for what is learned (docs/adr/0035, 0038, 0041, 0044, 0061, 0066).
 */
const HEAVIEST = 1048 * 1024;

test('the packs are no heavier than need be', () =>
  expect(gzipSync(JSON.stringify(held.packs)).length).toBeLessThan(HEAVIEST));

test('the rules build without a problem', () => expect(describeProblems(problems)).toBe(''));

test('every pack builds in the engine', () =>
  expect(createDetector(rules.packs, rules.signals).failures.map(String)).toEqual([]));

describe.each(rules.packs.map((pack) => [pack.language, pack] as const))(
  'the sexual terms of %s',
  (_, pack) => {
    const detector = createDetector([pack], rules.signals);
    const strong = pack.lists['sexual-strong'] ?? [];
    test('are more than ten strong ones', () => expect(strong.length).toBeGreaterThan(10));
    test('are found one by one', () => {
      const missed = strong.filter(
        (term) => !detector.read(`well ${term} ok`).hits.some(({ signal }) => signal === 'sexual.terms'),
      );
      expect(missed).toEqual([]);
    });
  },
);

/** Strong terms of English of one plain word; longer ones are made of harmless words. */
const explicit = new Set(
  (rules.packs.find(({ language }) => language === 'en')?.lists['sexual-strong'] ?? []).filter((term) =>
    /^[a-z]{4,}$/.test(term),
  ),
);
const explicitIn = (text: string) => splitWords(text).words.filter((word) => explicit.has(word));

describe('no explicit word stands', () => {
  test.each(files)('in an example of $file', ({ source }) => {
    const examples = Object.values(source.signals).flatMap(({ matches, ignores }) => [
      ...matches,
      ...ignores,
    ]);
    expect(examples.filter((text) => explicitIn(text).length > 0)).toEqual([]);
  });
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'rules/README.md',
    'rules/signals.yaml',
    'locales/en.json',
    'tour/story.yaml',
  ].concat(
    readdirSync(join(ROOT, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  );
  test.each(pages)('in %s', (path) => expect(explicitIn(readFileSync(join(ROOT, path), 'utf8'))).toEqual([]));
});

describe('every signal', () => {
  const spoken = new Set(rules.packs.flatMap(({ signals }) => signals.map(({ id }) => id)));
  // Found by the engine in what another signal hits (engine/ages.ts).
  for (const found of ['young', 'peer-age', 'grown', 'gap']) spoken.add(`context.${found}`);
  // Found in the last messages as a whole (engine/impression.ts).
  for (const found of ['look.alike', 'context.looks-threatening']) spoken.add(found);
  test.each(Object.keys(rules.signals))('%s is said in some language', (id) =>
    expect(spoken.has(id)).toBe(true),
  );
});
