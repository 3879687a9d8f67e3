// Finds phrases in a row of word ids: pieces by the automaton, then their order and distance.
import { type Alphabet, Automaton, type AutomatonState, type SpecialIds, type SymbolsOf } from './automaton';
import type { PhraseNode } from './phrase';
import { lengthOf, segmentsOf } from './segments';

/** Where a phrase was found: indices of its first and last word. */
export type Found = { readonly first: number; readonly last: number };

/** A phrase that waits for its pieces. `widths[k]` words at most before piece k. */
type Chain = {
  readonly rule: number;
  readonly pieces: readonly number[];
  readonly widths: readonly number[];
};
type Use = { readonly chain: Chain; readonly index: number };
type Piece = {
  readonly least: number;
  readonly most: number;
  readonly uses: Use[];
  readonly whole: number[];
};

/** A piece never spans more words than this; bounds the search for its start. */
const LONGEST_PIECE = 32;
/** Places of a piece kept while a message is read: an earlier one is out of reach of every gap. */
const PLACES_KEPT = 12;

/** Collects the phrases of all languages, then reads texts. */
export class Matcher {
  private readonly automaton: Automaton;
  private readonly pieces: Piece[] = [];
  private readonly pieceIds = new Map<string, number>();

  constructor(symbolsOf: SymbolsOf, special: SpecialIds) {
    this.automaton = new Automaton(symbolsOf, special);
  }

  /** Adds a phrase of a language; `rule` is reported where it is found. @throws Error where it is too loose */
  add(tree: PhraseNode, rule: number, language: string, alphabet: Alphabet): void {
    for (const { pieces, gaps } of segmentsOf(tree)) {
      const ids = pieces.map((piece) => this.pieceId(piece, language, alphabet));
      if (ids.length === 1) this.at(ids[0] ?? 0).whole.push(rule);
      else {
        const chain: Chain = { rule, pieces: ids, widths: gaps.map((count) => count * alphabet.gap) };
        ids.forEach((id, index) => {
          this.at(id).uses.push({ chain, index });
        });
      }
    }
  }

  /** First place of every phrase in `ids`; null where there is none, which is the case of nearly every message. */
  find(ids: readonly number[]): Map<number, Found> | null {
    let reading: Reading | null = null;
    let state: AutomatonState = this.automaton.root();
    for (let i = 0; i < ids.length; i += 1) {
      state = this.automaton.step(state, ids[i] ?? 0);
      if (state.accepts.length === 0) continue;
      reading ??= { ids, found: new Map(), ends: new Map(), progress: new Map() };
      for (const piece of state.accepts) this.take(piece, i, reading);
    }
    return reading && reading.found.size > 0 ? reading.found : null;
  }

  private take(piece: number, last: number, reading: Reading): void {
    const { whole, uses } = this.at(piece);
    for (const rule of whole)
      if (!reading.found.has(rule))
        reading.found.set(rule, { first: this.firstOf(piece, last, reading), last });
    if (uses.length === 0) return;
    keep(reading.ends, piece, { first: -1, last });
    for (const { chain, index } of uses)
      if (index > 0 && !reading.found.has(chain.rule)) this.extend(chain, index, piece, last, reading);
  }

  /** Piece `index` of a chain ends here: does the one before it end near enough? */
  private extend(chain: Chain, index: number, piece: number, last: number, reading: Reading): void {
    const before =
      index === 1 ? reading.ends.get(chain.pieces[0] ?? 0) : reading.progress.get(chain)?.[index - 1];
    if (!before) return;
    const { least, most } = this.at(piece);
    const width = chain.widths[index] ?? 0;
    const isPossible = before.some(
      (place) => place.last <= last - least && last - most - place.last <= width,
    );
    if (!isPossible) return;
    const first = this.firstOf(piece, last, reading);
    const previous = before.find((place) => place.last < first && first - place.last - 1 <= width);
    if (!previous) return;
    const start =
      previous.first >= 0 ? previous.first : this.firstOf(chain.pieces[0] ?? 0, previous.last, reading);
    if (index === chain.pieces.length - 1) reading.found.set(chain.rule, { first: start, last });
    else {
      const steps = reading.progress.get(chain) ?? [];
      steps[index] = [...(steps[index] ?? []), { first: start, last }].slice(-PLACES_KEPT);
      reading.progress.set(chain, steps);
    }
  }

  private firstOf(piece: number, last: number, { ids }: Reading): number {
    const { least, most } = this.at(piece);
    return least === most
      ? last - least + 1
      : this.automaton.startOf(piece, ids, last, Math.max(0, last - LONGEST_PIECE));
  }

  private pieceId(tree: PhraseNode, language: string, alphabet: Alphabet): number {
    const key = `${language} ${JSON.stringify(tree)}`;
    const known = this.pieceIds.get(key);
    if (known !== undefined) return known;
    const id = this.pieces.length;
    const [least, most] = lengthOf(tree, (name) => listLength(name, alphabet));
    this.pieces.push({ least, most, uses: [], whole: [] });
    this.pieceIds.set(key, id);
    this.automaton.add(tree, id, alphabet);
    return id;
  }

  private at(piece: number): Piece {
    return this.pieces[piece] as Piece;
  }
}

/** What is known while one message is read. */
type Reading = {
  readonly ids: readonly number[];
  readonly found: Map<number, Found>;
  readonly ends: Map<number, Found[]>;
  readonly progress: Map<Chain, Found[][]>;
};

function keep(ends: Map<number, Found[]>, piece: number, place: Found): void {
  const places = ends.get(piece);
  if (!places) ends.set(piece, [place]);
  else {
    places.push(place);
    if (places.length > PLACES_KEPT) places.shift();
  }
}

function listLength(name: string, alphabet: Alphabet): readonly [number, number] {
  const { longer } = alphabet.list(name);
  const most = Math.max(1, ...longer.map((item) => lengthOf(item, () => [1, 1])[1]));
  const least = Math.min(1, ...longer.map((item) => lengthOf(item, () => [1, 1])[0]));
  return [least, most];
}
