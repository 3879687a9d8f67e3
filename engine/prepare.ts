// What can be worked out of the packs before any page is open: the build does it, so that a page need not.
import { type AgeWords, forAgeLists } from './age-words';
import { FIRST_WORD } from './code';
import { PhraseWriter } from './compile';
import { countWords } from './count-words';
import { Glossary } from './glossary';
import { searchOf } from './keywords';
import { createLexicon, endingsOf, type Lexicon, otherWordsOf } from './lexicon';
import { type ParsedPack, parsePack } from './pack';
import type { PhraseNode } from './phrase';
import { prepareClassifier, prepareLook } from './prepare-classifier';
import type {
  LearnedWeights,
  PackData,
  PreparedPack,
  PreparedPacks,
  PreparedRules,
  Rules,
  SignalTable,
} from './rules';
import { AT, CHECKS_MOST, NO_SET, SEARCH_SIZE } from './search-code';
import { SetWriter, setRow } from './set-writer';
import { type Speller, spelledIn } from './spelled';

/** The rules as they ship. @throws PackError, PhraseError as `preparePacks` */
export function prepareRules({ signals, escalations, packs, learned }: Rules): PreparedRules {
  return { signals, escalations, packs: preparePacks(packs, signals, learned) };
}

/**
 * Checks the packs and works out what all pages need of them.
 * @throws PackError at the first fault, PhraseError where a phrase does not parse, RangeError where it is too much
 */
export function preparePacks(
  packs: readonly PackData[],
  table: SignalTable,
  learned: LearnedWeights | null = null,
): PreparedPacks {
  const parsed = packs.map((pack) => parsePack(pack, table));
  const book = countWords(parsed);
  const lexicon = createLexicon(book, parsed);
  const writers: Writers = { anchors: new SetWriter(), sets: new SetWriter() };
  const prepared = parsed.map((one) => preparePack(one, lexicon, writers));
  checkFits('words', lexicon.vocabulary.size);
  checkFits(
    'phrases',
    prepared.reduce((sum, { searches }) => sum + searches.length / SEARCH_SIZE, 0),
  );
  checkFits('sets of words', Math.max(writers.anchors.count, writers.sets.count));
  return {
    packs: prepared,
    words: book.words.join(' '),
    uses: book.uses,
    lone: [...book.lone],
    endings: endingsOf(packs),
    otherWords: otherWordsOf(packs),
    ages: ageWordsOf(packs),
    bases: lexicon.bases.flatMap(setRow),
    spelled: { pairs: spelledRow(spelledIn(parsed.map(spellerOf), lexicon.vocabulary.idOf)) },
    anchors: writers.anchors.row,
    sets: writers.sets.row,
    classifier: learned && prepareClassifier(learned, book.words),
    despair: learned && prepareLook(learned.despair, book.words),
    lessons: learned && prepareLook(learned.lessons, book.words),
  };
}

const spellerOf = (one: ParsedPack): Speller => ({
  spellings: one.pack.spellings,
  ownWords: one.pack.ownWords,
  words: countWords([one]).words,
});

/** As `PreparedPacks` holds it. */
function spelledRow(spelled: ReadonlyMap<number, number>): number[] {
  const pairs = [...spelled].sort(([a], [b]) => a - b);
  return pairs.flatMap(([spelling, word], i) => [spelling - (pairs[i - 1]?.[0] ?? 0), word]);
}

/** A page keeps them as numbers of 16 bits, words as steps (code.ts). @throws RangeError where there are too many */
export function checkFits(what: string, count: number): void {
  if (FIRST_WORD + count > 0xffff) throw new RangeError(`${count} ${what} do not fit 16 bits`);
}

/** The words of all languages together: teens mix them. */
function ageWordsOf(packs: readonly PackData[]): AgeWords {
  const all = packs.map(({ ages }) => ages);
  const lists = forAgeLists((name) => [...new Set(all.flatMap((ages) => ages[name]))]);
  return { ...lists, numbers: Object.assign({}, ...all.map((ages) => ages.numbers)) };
}

type Writers = { readonly anchors: SetWriter; readonly sets: SetWriter };

function preparePack(
  { pack, lists, gates, lessons, signals }: ParsedPack,
  lexicon: Lexicon,
  writers: Writers,
): PreparedPack {
  const glossary = new Glossary(lexicon, lists, pack.gap);
  const writer = new PhraseWriter(glossary, writers.sets);
  const doubts = [...new Set(signals.flatMap(({ unless }) => unless))];
  const all = [...gates, ...lessons, ...doubts, ...signals.flatMap(({ phrases }) => phrases)];
  const phraseRows = all.map((tree) => writer.writePhrase(tree));
  const rows = [...writer.shared, ...phraseRows];
  for (const row of rows) checkFits('steps in a row', row.length);
  return {
    language: pack.language,
    code: rows.flatMap((row) => [row.length, ...row]),
    shared: writer.shared.length,
    searches: all.flatMap((tree) => packSearch(tree, glossary, writers)),
    gates: gates.length,
    lessons: lessons.length,
    doubts: doubts.length,
    signals: signals.map(({ id, speaker, phrases, unless }) => ({
      id,
      speaker,
      phrases: phrases.length,
      unless: unless.map((doubt) => doubts.indexOf(doubt)),
    })),
  };
}

/** How a phrase is looked for, as `PreparedPack` holds it. */
function packSearch(tree: PhraseNode, glossary: Glossary, { anchors, sets }: Writers): readonly number[] {
  const search = searchOf(tree, glossary);
  if (search === null) return NEVER_FOUND;
  const { anchor, checks, before, after, atStart, atEnd, asks } = search;
  const at = (atStart ? AT.start : 0) + (atEnd ? AT.end : 0) + (asks ? AT.question : 0);
  const facts = [anchors.numberOf(anchor), ...before, after, at];
  const rows = checks.flatMap(({ words, low, high }) => [sets.numberOf(words), low, high]);
  return [...facts, ...rows, ...NO_CHECKS.slice(rows.length)];
}

const NO_CHECKS = Array.from({ length: CHECKS_MOST }, () => [NO_SET, 0, 0]).flat();
const NEVER_FOUND: readonly number[] = [NO_SET, 0, 0, 0, 0, ...NO_CHECKS];
