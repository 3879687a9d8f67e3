// From a text to its hits: cuts it into words, finds phrases of every language, applies `unless` and the gates.
import { createLexicon } from './lexicon';
import { type Found, type Line, Matcher, type Phrase } from './matcher';
import { splitWords, type Words } from './normalise';
import { canBeEmpty, listsOf, type PhraseNode, parsePhrase } from './phrase';
import type { PackData, SignalTable } from './rules';
import type { Hit } from './types';
import type { Vocabulary } from './vocabulary';

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
  /** True where a message with hits is a quote, a lesson, news, a song: the other person's hits don't count. */
  readonly gated: boolean;
  /** The text as word ids, for a sentence that goes on in the next message. */
  readonly line: Line;
};

export type Detector = {
  /** Reads one message. Linear in its length. */
  read(text: string): Reading;
  /** Hits that begin in the earlier short messages of the same author and end in this one. */
  readAcross(earlier: readonly Line[], current: Reading): readonly SpokenHit[];
  /** Packs that could not be used, with the reason. */
  readonly failures: readonly PackError[];
};

type Role = 'hit' | 'unless' | 'gate';
type Rule = { readonly signal: string; readonly language: string; readonly speaker: SpokenHit['speaker'] };

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
  const { vocabulary, matcher, rules, gates, vetoes } = assemble(usable);

  /** Word ids of a text, with the place of each word in the original. */
  function lineOf(text: string): Placed {
    const { words, starts, ends } = splitWords(text);
    const placed: Placed = { ids: [], asks: null, starts: [], ends: [] };
    for (let i = 0; i < words.length; i += 1) {
      const word = words[i] ?? '';
      if (word.length > 1 || !isSingleLetter(word)) {
        if (word === '?') ask(placed);
        else for (const id of vocabulary.resolve(word)) put(placed, id, starts[i] ?? 0, ends[i] ?? 0);
      } else if (isSingleLetter(words[i + 1]) && isSingleLetter(words[i + 2])) {
        i = takeSpaced({ words, starts, ends }, i, placed);
      } else for (const id of vocabulary.resolve(word)) put(placed, id, starts[i] ?? 0, ends[i] ?? 0);
    }
    return placed;
  }

  /** Three or more letters that stand alone in a row, read as the words they spell; the index of the last one. */
  function takeSpaced({ words, starts, ends }: Words, first: number, placed: Placed): number {
    let last = first + 2;
    while (isSingleLetter(words[last + 1])) last += 1;
    const letters = words.slice(first, last + 1);
    const apart = letters.flatMap((letter) => vocabulary.resolve(letter));
    // "y r u" are words of their own; "p i c t u r e s" is one that was spread out.
    const isChat = letters.length <= CHAT_LETTERS && apart.every((id) => id !== 0);
    const spelled = isChat ? apart : spelledBy(letters.join(''), vocabulary, apart);
    for (const id of spelled) put(placed, id, starts[first] ?? 0, ends[last] ?? 0);
    return last;
  }

  function read(text: string): Reading {
    const line = lineOf(text);
    const found = matcher.find(line);
    if (found === null) return { hits: NO_HITS, gated: false, line };
    const span = ({ first, end }: Found): readonly [number, number] => [
      line.starts[first] ?? 0,
      line.ends[end - 1] ?? text.length,
    ];
    return { hits: hitsOf(found, line, span), gated: isGated(line), line };
  }

  function hitsOf(
    found: ReadonlyMap<number, Found>,
    line: Line,
    span: (place: Found) => readonly [number, number],
  ): SpokenHit[] {
    const hits = new Map<string, SpokenHit>();
    for (const [accept, place] of found) {
      const rule = rules[accept];
      if (!rule || hits.has(rule.signal) || isVetoed(rule, line)) continue;
      hits.set(rule.signal, { ...rule, span: span(place) });
    }
    return [...hits.values()];
  }

  function isVetoed({ language, signal }: Rule, line: Line): boolean {
    return (vetoes.get(`${language} ${signal}`) ?? []).some((veto) => matcher.test(veto, line));
  }

  function isGated(line: Line): boolean {
    return gates.some((gate) => matcher.test(gate, line));
  }

  function readAcross(earlier: readonly Line[], current: Reading): readonly SpokenHit[] {
    if (earlier.length === 0 || !isPiece(current.line)) return NO_HITS;
    const before = earlier.flatMap(({ ids }) => ids);
    const line: Line = { ids: [...before, ...current.line.ids], asks: null };
    const found = matcher.find(line);
    if (found === null || isGated(line)) return NO_HITS;
    const known = new Set(current.hits.map((hit) => hit.signal));
    for (const [accept, { first, end }] of found) {
      const isAcross = first < before.length && end > before.length;
      if (!isAcross || known.has(rules[accept]?.signal ?? '')) found.delete(accept);
    }
    return hitsOf(found, line, () => [0, 0]);
  }

  return { read, readAcross, failures };
}

const NO_HITS: readonly SpokenHit[] = [];
type Placed = {
  readonly ids: number[];
  asks: Set<number> | null;
  readonly starts: number[];
  readonly ends: number[];
};

function put(placed: Placed, id: number, start: number, end: number): void {
  placed.ids.push(id);
  placed.starts.push(start);
  placed.ends.push(end);
}

/** Notes a question mark behind the words so far. */
function ask(placed: Placed): void {
  if (placed.asks === null) placed.asks = new Set();
  placed.asks.add(placed.ids.length);
}

/** True where a message may be a piece of a sentence that goes on in the next one. */
export function isPiece({ ids }: Line): boolean {
  return ids.length > 0 && ids.length <= PIECE_WORDS;
}

type ParsedPack = {
  readonly pack: PackData;
  readonly lists: ReadonlyMap<string, readonly PhraseNode[]>;
  readonly phrases: readonly { readonly tree: PhraseNode; readonly role: Role; readonly rule: Rule }[];
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
  const phrases: { tree: PhraseNode; role: Role; rule: Rule }[] = [];
  const add = (text: string, role: Role, signal: string, speaker: Rule['speaker']) => {
    const tree = parsePhrase(text, split);
    const missing = listsOf(tree).find((name) => !lists.has(name));
    if (missing !== undefined)
      throw new PackError(`unknown list [${missing}] in "${text}"`, pack.language, signal);
    if (canBeEmpty(tree)) throw new PackError(`"${text}" can match nothing`, pack.language, signal);
    if (tree.kind === 'sequence' && tree.items[0]?.kind === 'gap')
      throw new PackError(`"${text}" starts with a gap`, pack.language, signal);
    phrases.push({
      tree,
      role,
      rule: { signal, language: pack.language, speaker },
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

/** Numbers the words and fills one matcher with the phrases of all packs. */
function assemble(packs: readonly ParsedPack[]) {
  const lexicon = createLexicon(
    packs.map(({ pack, lists, phrases }) => ({
      lists,
      spellings: pack.spellings,
      endings: pack.endings,
      phrases: phrases.map(({ tree }) => tree),
      lone: phrases.filter(({ role }) => role === 'hit').map(({ tree }) => tree),
    })),
  );
  const matcher = new Matcher(lexicon);
  const rules: Rule[] = [];
  const gates: Phrase[] = [];
  const vetoes = new Map<string, Phrase[]>();
  for (const { pack, lists, phrases } of packs) {
    for (const { tree, role, rule } of phrases) {
      if (role === 'gate') gates.push(matcher.prepare(tree, lists, pack.gap));
      else if (role === 'unless') {
        const key = `${rule.language} ${rule.signal}`;
        vetoes.set(key, [...(vetoes.get(key) ?? []), matcher.prepare(tree, lists, pack.gap)]);
      } else {
        matcher.add(tree, rules.length, lists, pack.gap);
        rules.push(rule);
      }
    }
  }
  return { vocabulary: lexicon.vocabulary, matcher, rules, gates, vetoes };
}

function isSingleLetter(word: string | undefined): boolean {
  return word !== undefined && word.length === 1 && word >= 'a' && word <= 'z';
}

const UNKNOWN_WORD: readonly number[] = [0];
/** So many letters in a row may be words of chat ("y r u"); more are a word that was spread out. */
const CHAT_LETTERS = 3;

/** Words that letters spell: one known word, else one behind a first letter of its own ("a p i c"), else several. */
function spelledBy(text: string, vocabulary: Vocabulary, apart: readonly number[]): readonly number[] {
  const whole = vocabulary.resolve(text);
  if (whole.every((id) => id !== 0)) return whole;
  const rest = vocabulary.resolve(text.slice(1));
  if (rest.every((id) => id !== 0)) return [apart[0] ?? 0, ...rest];
  const words = cutIntoKnown(text, vocabulary);
  // A word that no rule knows stays one unknown word: gaps count words.
  return words === null || words.includes(0) ? UNKNOWN_WORD : words;
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
