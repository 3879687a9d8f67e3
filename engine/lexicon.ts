// Which written words stand for which words of the rules: numbers words, spellings, regular endings and lists.
import type { NumberClass, PhraseNode } from './phrase';
import { basesOf, createVocabulary, type Vocabulary } from './vocabulary';

/** A pack's words, as far as they matter here. */
export type WordSource = {
  readonly lists: ReadonlyMap<string, readonly PhraseNode[]>;
  readonly spellings: Readonly<Record<string, readonly string[]>>;
  readonly endings: readonly string[];
  readonly phrases: readonly PhraseNode[];
  /** Phrases of one word alone: a typo must not lead to them. */
  readonly lone: readonly PhraseNode[];
};

/** Numbers that stand for an age: a child's, an adult's. */
const AGES: Readonly<Record<Exclude<NumberClass, 'num'>, readonly [number, number]>> = {
  minor: [5, 17],
  adult: [18, 79],
};

export type Lexicon = {
  readonly vocabulary: Vocabulary;
  /** Ids of all written words that a phrase's word stands for. */
  idsOfWord(word: string): readonly number[];
  idsOfClass(name: NumberClass): readonly number[];
  /** How common a written word is likely to be, in rough units: small words are everywhere. */
  commonness(id: number): number;
};

/** Lists of a pack whose words are everywhere: they make poor keywords for the filter. */
const COMMON_LISTS = ['filler', 'common'];
/** Small words make up half of any talk; the others are rare, those that many phrases name a little less so. */
const COMMON = 200;
const USES_PER_UNIT = 10;

export function createLexicon(sources: readonly WordSource[]): Lexicon {
  const uses = new Map<string, number>(['<num>', '<minor>', '<adult>'].map((word) => [word, 0]));
  const small = new Set<string>();
  const lone = new Set<string>();
  for (const { lists, spellings, phrases, lone: alone } of sources) {
    const count = (word: string) => uses.set(word, (uses.get(word) ?? 0) + 1);
    for (const entries of lists.values()) for (const entry of entries) forEachWord(entry, count);
    for (const phrase of phrases) forEachWord(phrase, count);
    for (const phrase of alone) forEachLoneWord(phrase, lists, (word) => lone.add(word));
    for (const written of Object.values(spellings).flat()) uses.set(written, uses.get(written) ?? 0);
    for (const name of COMMON_LISTS)
      for (const entry of lists.get(name) ?? []) if (entry.kind === 'word') small.add(entry.word);
  }
  const endings = [...new Set(sources.flatMap((source) => source.endings))];
  const vocabulary = createVocabulary(uses, lone, endings);
  const standsFor = new Map<string, number[]>();
  const formsOf = new Map<string, string[]>();
  const link = (word: string, written: string) => {
    const id = vocabulary.idOf.get(written);
    const known = standsFor.get(word);
    if (id === undefined || known?.includes(id)) return;
    if (known) known.push(id);
    else standsFor.set(word, [id]);
  };
  for (const word of vocabulary.idOf.keys()) {
    link(word, word);
    for (const base of basesOf(word, endings)) {
      if (!vocabulary.idOf.has(base)) continue;
      link(base, word);
      formsOf.set(base, [...(formsOf.get(base) ?? []), word]);
    }
  }
  for (const { spellings } of sources)
    for (const [word, list] of Object.entries(spellings))
      for (const written of list) {
        link(word, written);
        // "photos" is a form of "photo", which is a spelling of "pic".
        for (const form of formsOf.get(written) ?? []) link(word, form);
      }
  const numbers = [...vocabulary.idOf].filter(([word]) => /^\d+$/.test(word));
  const inRange = ([low, high]: readonly [number, number]) =>
    numbers.filter(([word]) => Number(word) >= low && Number(word) <= high);
  const id = (word: string) => vocabulary.idOf.get(word) ?? 0;
  const classes: Readonly<Record<NumberClass, readonly number[]>> = {
    minor: [id('<minor>'), ...inRange(AGES.minor).map(([, n]) => n)],
    adult: [id('<adult>'), ...inRange(AGES.adult).map(([, n]) => n)],
    num: [id('<num>'), id('<minor>'), id('<adult>'), ...numbers.map(([, n]) => n)],
  };
  const common = new Float64Array(vocabulary.size + 1);
  for (const [word, n] of vocabulary.idOf)
    common[n] = small.has(word) ? COMMON : 1 + (uses.get(word) ?? 0) / USES_PER_UNIT;
  return {
    vocabulary,
    idsOfWord: (word) => standsFor.get(word) ?? [],
    idsOfClass: (name) => classes[name],
    commonness: (n) => common[n] ?? 1,
  };
}

/** Calls `visit` for every word of a phrase. */
export function forEachWord(node: PhraseNode, visit: (word: string) => void): void {
  if (node.kind === 'word') visit(node.word);
  else if (node.kind === 'optional') forEachWord(node.item, visit);
  else if (node.kind === 'sequence' || node.kind === 'choice')
    for (const item of node.items) forEachWord(item, visit);
}

/** Words that are a whole phrase by themselves. */
function forEachLoneWord(node: PhraseNode, lists: WordSource['lists'], visit: (word: string) => void): void {
  if (node.kind === 'word') visit(node.word);
  else if (node.kind === 'choice') for (const item of node.items) forEachLoneWord(item, lists, visit);
  else if (node.kind === 'list')
    for (const item of lists.get(node.name) ?? []) forEachLoneWord(item, lists, visit);
}
