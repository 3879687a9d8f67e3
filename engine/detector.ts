// From a text to its hits: cuts it into words, finds phrases of every language, applies `unless` and the gates.
import type { Alphabet } from './automaton';
import { type Found, Matcher } from './matcher';
import { splitWords, type Words } from './normalise';
import { canBeEmpty, listsOf, type PhraseNode, parsePhrase } from './phrase';
import type { PackData, SignalTable } from './rules';
import type { Hit } from './types';
import { basesOf, createVocabulary, type Vocabulary } from './vocabulary';

/** A pack that can't be used; names its language and, where known, the signal. */
export class PackError extends Error {
  constructor(
    message: string,
    readonly language: string,
    readonly signal: string | null = null,
  ) {
    super(`${language}${signal ? ` ${signal}` : ''}: ${message}`);
  }
}

/** A hit with what the conversation needs to know: who must have said it. */
export type SpokenHit = Hit & { readonly speaker: 'self' | 'other' | 'any' };

/** What a text says. */
export type Reading = {
  readonly hits: readonly SpokenHit[];
  /** True where the message is a quote, a lesson, news, a song: the other person's hits in it don't count. */
  readonly gated: boolean;
  /** The text as word ids between a start and an end mark, for a sentence that goes on in the next message. */
  readonly ids: readonly number[];
};

export type Detector = {
  /** Reads one message. Linear in its length. */
  read(text: string): Reading;
  /** Hits that begin in the earlier short messages of the same author and end in this one. */
  readAcross(earlier: readonly (readonly number[])[], current: Reading): readonly SpokenHit[];
  /** Packs that could not be used, with the reason. */
  readonly failures: readonly PackError[];
};

type Rule = {
  readonly role: 'hit' | 'unless' | 'gate';
  readonly signal: string;
  readonly language: string;
  readonly speaker: SpokenHit['speaker'];
};

/** A message this short may be a piece of a sentence (`readAcross`). */
const PIECE_WORDS = 8;
/** A word this long of known words run together is still read ("sendmepics"). */
const GLUED_MAX = 24;

/**
 * Builds a detector. A pack with a fault is left out and reported in `failures`; the others work.
 * Costs some milliseconds; build once a page.
 */
export function createDetector(packs: readonly PackData[], signals: SignalTable): Detector {
  const failures: PackError[] = [];
  const usable = packs.flatMap((pack) => {
    try {
      return [parsePack(pack, signals)];
    } catch (error) {
      failures.push(error instanceof PackError ? error : new PackError(String(error), packLanguage(pack)));
      return [];
    }
  });
  const { vocabulary, matcher, rules, special } = assemble(usable);

  /** Word ids of a text between a start and an end mark, with the place of each word in the original. */
  function idsOf(text: string): Placed {
    const { words, starts, ends } = splitWords(text);
    const placed: Placed = { ids: [special.start], starts: [0], ends: [0] };
    for (let i = 0; i < words.length; i += 1) {
      const word = words[i] ?? '';
      if (
        word.length === 1 &&
        isSingleLetter(word) &&
        isSingleLetter(words[i + 1]) &&
        isSingleLetter(words[i + 2])
      ) {
        i = takeSpaced({ words, starts, ends }, i, placed);
        continue;
      }
      for (const id of vocabulary.resolve(word)) put(placed, id, starts[i] ?? 0, ends[i] ?? 0);
    }
    put(placed, special.end, text.length, text.length);
    return placed;
  }

  /** Three or more letters that stand alone in a row, read as the words they spell; the index of the last one. */
  function takeSpaced({ words, starts, ends }: Words, first: number, placed: Placed): number {
    let last = first + 2;
    while (isSingleLetter(words[last + 1])) last += 1;
    const letters = words.slice(first, last + 1);
    const spelled =
      cutIntoKnown(letters.join(''), vocabulary) ?? letters.flatMap((letter) => vocabulary.resolve(letter));
    for (const id of spelled) put(placed, id, starts[first] ?? 0, ends[last] ?? 0);
    return last;
  }

  function read(text: string): Reading {
    const { ids, starts, ends } = idsOf(text);
    const found = matcher.find(ids);
    if (found === null) return { hits: NO_HITS, gated: false, ids };
    const last = ids.length - 2;
    const span = (place: Found): readonly [number, number] => [
      starts[Math.min(Math.max(1, place.first), last)] ?? 0,
      ends[Math.max(1, Math.min(place.last, last))] ?? text.length,
    ];
    return { hits: hitsOf(found, span), gated: isGated(found), ids };
  }

  function hitsOf(
    found: ReadonlyMap<number, Found>,
    span: (place: Found) => readonly [number, number],
  ): SpokenHit[] {
    const vetoed = new Set<string>();
    for (const accept of found.keys()) {
      const rule = rules[accept];
      if (rule?.role === 'unless') vetoed.add(`${rule.language} ${rule.signal}`);
    }
    const hits = new Map<string, SpokenHit>();
    for (const [accept, place] of found) {
      const rule = rules[accept];
      if (rule?.role !== 'hit' || hits.has(rule.signal) || vetoed.has(`${rule.language} ${rule.signal}`))
        continue;
      hits.set(rule.signal, {
        signal: rule.signal,
        language: rule.language,
        speaker: rule.speaker,
        span: span(place),
      });
    }
    return [...hits.values()];
  }

  function isGated(found: ReadonlyMap<number, Found>): boolean {
    for (const accept of found.keys()) if (rules[accept]?.role === 'gate') return true;
    return false;
  }

  function readAcross(earlier: readonly (readonly number[])[], current: Reading): readonly SpokenHit[] {
    if (earlier.length === 0 || !isPiece(current.ids)) return NO_HITS;
    const before = earlier.flatMap((ids) => ids.slice(1, -1));
    const joined = [...before, ...current.ids.slice(1, -1)];
    const found = matcher.find(joined);
    if (found === null || isGated(found)) return NO_HITS;
    const known = new Set(current.hits.map((hit) => hit.signal));
    for (const [accept, { first, last }] of found) {
      const rule = rules[accept];
      const isAcross = first < before.length && last >= before.length;
      if (rule?.role === 'hit' && (!isAcross || known.has(rule.signal))) found.delete(accept);
    }
    return hitsOf(found, () => [0, 0]);
  }

  return { read, readAcross, failures };
}

const NO_HITS: readonly SpokenHit[] = [];
type Placed = { readonly ids: number[]; readonly starts: number[]; readonly ends: number[] };

function put(placed: Placed, id: number, start: number, end: number): void {
  placed.ids.push(id);
  placed.starts.push(start);
  placed.ends.push(end);
}

/** True where a message may be a piece of a sentence that goes on in the next one; `ids` as `Reading` has them. */
export function isPiece(ids: readonly number[]): boolean {
  return ids.length > 2 && ids.length <= PIECE_WORDS + 2;
}

type ParsedPack = {
  readonly pack: PackData;
  readonly lists: ReadonlyMap<string, readonly PhraseNode[]>;
  readonly phrases: readonly { readonly tree: PhraseNode; readonly rule: Rule }[];
};

function packLanguage(pack: unknown): string {
  const language = (pack as { language?: unknown } | null)?.language;
  return typeof language === 'string' ? language : '?';
}

/** Parses one pack whole. @throws PackError at the first fault. */
function parsePack(pack: PackData, signals: SignalTable): ParsedPack {
  const split = (text: string) => splitWords(text).words;
  const lists = new Map<string, readonly PhraseNode[]>();
  for (const [name, entries] of Object.entries(pack.lists))
    lists.set(
      name,
      entries.map((entry) => parsePhrase(entry, split)),
    );
  const phrases: { tree: PhraseNode; rule: Rule }[] = [];
  const add = (text: string, role: Rule['role'], signal: string, speaker: Rule['speaker']) => {
    const tree = parsePhrase(text, split);
    const missing = listsOf(tree).find((name) => !lists.has(name));
    if (missing !== undefined)
      throw new PackError(`unknown list [${missing}] in "${text}"`, pack.language, signal);
    if (canBeEmpty(tree)) throw new PackError(`"${text}" can match nothing`, pack.language, signal);
    if (tree.kind === 'sequence' && tree.items[0]?.kind === 'gap')
      throw new PackError(`"${text}" starts with a gap`, pack.language, signal);
    phrases.push({
      tree,
      rule: { role, signal, language: pack.language, speaker },
    });
  };
  for (const gate of pack.gates) add(gate, 'gate', '', 'any');
  for (const signal of pack.signals) {
    if (!signals[signal.id]) throw new PackError('unknown signal', pack.language, signal.id);
    for (const phrase of signal.phrases) add(phrase, 'hit', signal.id, signal.speaker);
    for (const phrase of signal.unless) add(phrase, 'unless', signal.id, signal.speaker);
  }
  return { pack, lists, phrases };
}

/** Numbers words and lists, and fills one automaton with the phrases of all packs. */
function assemble(packs: readonly ParsedPack[]) {
  const uses = new Map<string, number>(
    ['<start>', '<end>', '?', '<num>', '<minor>', '<adult>'].map((word) => [word, 0]),
  );
  const alone = new Set<string>();
  for (const { lists, phrases } of packs) {
    const count = (node: PhraseNode) =>
      forEachWord(node, (word) => uses.set(word, (uses.get(word) ?? 0) + 1));
    for (const entries of lists.values()) entries.forEach(count);
    for (const { tree, rule } of phrases) {
      count(tree);
      if (rule.role === 'hit') forEachLone(tree, lists, (word) => alone.add(word));
    }
  }
  for (const { pack } of packs)
    for (const written of Object.values(pack.spellings).flat()) uses.set(written, uses.get(written) ?? 0);
  const endings = [...new Set(packs.flatMap(({ pack }) => pack.endings))];
  const vocabulary = createVocabulary(uses, alone, endings);
  const symbols: number[][] = Array.from({ length: vocabulary.size + 1 }, (_, id) => (id === 0 ? [] : [id]));
  let nextSymbol = vocabulary.size + 1;
  const id = (word: string) => vocabulary.idOf.get(word) ?? 0;
  const special = { start: id('<start>'), end: id('<end>'), question: id('?') };
  for (const word of vocabulary.idOf.keys()) {
    if (!/^\d+$/.test(word)) continue;
    const value = Number(word);
    symbols[id(word)]?.push(id('<num>'));
    if (value >= 5 && value <= 17) symbols[id(word)]?.push(id('<minor>'));
    if (value >= 18 && value <= 79) symbols[id(word)]?.push(id('<adult>'));
  }
  symbols[id('<minor>')]?.push(id('<num>'));
  symbols[id('<adult>')]?.push(id('<num>'));
  const carry = (written: string, word: string) => {
    const target = vocabulary.idOf.get(word);
    if (target !== undefined && !symbols[id(written)]?.includes(target)) symbols[id(written)]?.push(target);
  };
  for (const { pack } of packs)
    for (const [word, spellings] of Object.entries(pack.spellings))
      for (const written of spellings) carry(written, word);
  for (const word of vocabulary.idOf.keys()) for (const base of basesOf(word, endings)) carry(word, base);
  const symbolsOf = (word: number) => symbols[word] ?? [];
  const matcher = new Matcher(symbolsOf, special);
  const rules: Rule[] = [];
  for (const { pack, lists, phrases } of packs) {
    const listSymbols = new Map<string, { symbol: number; longer: PhraseNode[] }>();
    for (const [name, entries] of lists) {
      const symbol = nextSymbol;
      nextSymbol += 1;
      const members = new Set(entries.flatMap((entry) => (entry.kind === 'word' ? [id(entry.word)] : [])));
      for (const carried of symbols) if (carried.some((member) => members.has(member))) carried.push(symbol);
      listSymbols.set(name, { symbol, longer: entries.filter((entry) => entry.kind !== 'word') });
    }
    const alphabet: Alphabet = {
      symbolOfWord: id,
      symbolOfClass: (name) => id(`<${name}>`),
      list: (name) => listSymbols.get(name) ?? { symbol: 0, longer: [] },
      ...special,
      gap: pack.gap,
    };
    for (const { tree, rule } of phrases) {
      matcher.add(tree, rules.length, pack.language, alphabet);
      rules.push(rule);
    }
  }
  return { vocabulary, matcher, rules, special };
}

function forEachWord(node: PhraseNode, visit: (word: string) => void): void {
  if (node.kind === 'word') visit(node.word);
  else if (node.kind === 'optional') forEachWord(node.item, visit);
  else if (node.kind === 'sequence' || node.kind === 'choice')
    for (const item of node.items) forEachWord(item, visit);
}

/** Words that are a whole phrase by themselves. */
function forEachLone(
  node: PhraseNode,
  lists: ReadonlyMap<string, readonly PhraseNode[]>,
  visit: (word: string) => void,
): void {
  if (node.kind === 'word') visit(node.word);
  else if (node.kind === 'choice') for (const item of node.items) forEachLone(item, lists, visit);
  else if (node.kind === 'list')
    for (const item of lists.get(node.name) ?? []) forEachLone(item, lists, visit);
}

function isSingleLetter(word: string | undefined): boolean {
  return word !== undefined && word.length === 1 && word >= 'a' && word <= 'z';
}

/** What a letter that belongs to no known word costs: more than any known word, so that words win. */
const STRAY_LETTER = 3;

/** Known words that make up `text` when written together, fewest first; a stray letter becomes 0. Null where no word is found. */
export function cutIntoKnown(text: string, vocabulary: Vocabulary): number[] | null {
  if (text.length > GLUED_MAX * 4) return null;
  const best: { readonly cost: number; readonly ids: readonly number[] }[] = [{ cost: 0, ids: [] }];
  for (let end = 1; end <= text.length; end += 1) {
    const stray = best[end - 1] ?? { cost: 0, ids: [] };
    let winner = { cost: stray.cost + STRAY_LETTER, ids: [...stray.ids, 0] as readonly number[] };
    for (let start = Math.max(0, end - GLUED_MAX); start < end; start += 1) {
      const before = best[start];
      const id = vocabulary.idOf.get(text.slice(start, end));
      if (before && id !== undefined && before.cost + 1 < winner.cost)
        winner = { cost: before.cost + 1, ids: [...before.ids, id] };
    }
    best[end] = winner;
  }
  const ids = best[text.length]?.ids ?? [];
  return ids.some((id) => id !== 0) ? [...ids] : null;
}
