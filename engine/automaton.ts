// One automaton for all pieces of phrases (segments.ts): its time is linear in the number of words and nearly independent of the number of
// phrases. It is built as a nondeterministic one and made deterministic on the way, state by state, as texts need it
// (the method of RE2: Cox 2010, "Regular Expression Matching in the Wild").
import type { PhraseNode } from './phrase';

/** What a word id means to the automaton: the symbols it carries (its own, its lists', its number class). */
export type SymbolsOf = (word: number) => readonly number[];

/** Words with a special part. */
export type SpecialIds = { readonly start: number; readonly end: number; readonly question: number };

/** How a phrase's leaves become symbols and how wide a gap is. */
export type Alphabet = {
  symbolOfWord(word: string): number;
  symbolOfClass(name: string): number;
  /** The symbol shared by the one-word entries of a list, and the trees of its longer entries. */
  list(name: string): { readonly symbol: number; readonly longer: readonly PhraseNode[] };
  readonly question: number;
  readonly start: number;
  readonly end: number;
  /** How many words a gap may skip; for the matcher. */
  readonly gap: number;
};

/** A place in a phrase: what leads on from it. Null where nothing does; there may be 100,000 of them. */
type Place = {
  symbols: number[] | null;
  targets: number[] | null;
  empty: number[] | null;
  accept: number;
};

/** A deterministic state: the set of places where phrases that have begun may be. */
export type AutomatonState = {
  readonly places: readonly number[];
  readonly accepts: readonly number[];
  readonly next: Map<number, AutomatonState>;
};

/** States kept before the cache is emptied: bounds memory under hostile text. */
const STATE_LIMIT = 20_000;

/** Collects phrases, then reads texts word by word. */
export class Automaton {
  private readonly places: Place[] = [createPlace()];
  private readonly firstOf: number[] = [];
  private readonly starts = new Map<number, number[]>();
  private states = new Map<string, AutomatonState>();
  private readonly empty: AutomatonState = { places: [], accepts: [], next: new Map() };

  constructor(
    private readonly symbolsOf: SymbolsOf,
    private readonly special: SpecialIds,
  ) {}

  /** Adds a phrase; `accept` is reported where it ends. A phrase never begins with a gap nor matches nothing. */
  add(tree: PhraseNode, accept: number, alphabet: Alphabet): void {
    const first = this.place();
    const last = this.place();
    this.at(last).accept = accept;
    this.build(tree, first, last, alphabet);
    this.firstOf[accept] = first;
    for (const place of this.close([first])) {
      const { symbols, targets } = this.at(place);
      symbols?.forEach((symbol, i) => {
        push(this.starts, symbol, targets?.[i] ?? 0);
      });
    }
  }

  /** The state before any word: no phrase has begun. */
  root(): AutomatonState {
    return this.empty;
  }

  /** The state after one more word. */
  step(state: AutomatonState, word: number): AutomatonState {
    const known = state.next.get(word);
    if (known) return known;
    const begun = this.symbolsOf(word).flatMap((symbol) => this.starts.get(symbol) ?? []);
    const next = this.stateOf(this.close([...begun, ...this.advance(state.places, word)]));
    state.next.set(word, next);
    return next;
  }

  /** The nearest word where the phrase `accept` can start if it ends with word `end`; not before `oldest`. */
  startOf(accept: number, ids: readonly number[], end: number, oldest: number): number {
    const first = this.firstOf[accept] ?? 0;
    for (let start = end; start >= oldest; start -= 1) {
      let places = this.close([first]);
      for (let i = start; i <= end && places.length > 0; i += 1)
        places = this.close(this.advance(places, ids[i] ?? 0));
      if (places.some((place) => this.at(place).accept === accept)) return start;
    }
    return oldest;
  }

  private build(node: PhraseNode, from: number, to: number, alphabet: Alphabet): void {
    switch (node.kind) {
      case 'word':
        this.link(from, alphabet.symbolOfWord(node.word), to);
        break;
      case 'class':
        this.link(from, alphabet.symbolOfClass(node.name), to);
        break;
      case 'question':
      case 'start':
      case 'end':
        this.link(from, alphabet[node.kind], to);
        break;
      case 'list': {
        const { symbol, longer } = alphabet.list(node.name);
        this.link(from, symbol, to);
        for (const item of longer) this.build(item, from, to, alphabet);
        break;
      }
      case 'sequence':
        this.buildSequence(node.items, from, to, alphabet);
        break;
      case 'choice':
        for (const item of node.items) this.build(item, from, to, alphabet);
        break;
      case 'optional':
        this.at(from).empty = [...(this.at(from).empty ?? []), to];
        this.build(node.item, from, to, alphabet);
        break;
      case 'gap':
        throw new Error('a gap inside a piece');
    }
  }

  private buildSequence(items: readonly PhraseNode[], from: number, to: number, alphabet: Alphabet): void {
    let place = from;
    items.forEach((item, i) => {
      const next = i === items.length - 1 ? to : this.place();
      this.build(item, place, next, alphabet);
      place = next;
    });
  }

  private link(from: number, symbol: number, to: number): void {
    const place = this.at(from);
    place.symbols = [...(place.symbols ?? []), symbol];
    place.targets = [...(place.targets ?? []), to];
  }

  private place(): number {
    this.places.push(createPlace());
    return this.places.length - 1;
  }

  private at(place: number): Place {
    return this.places[place] as Place;
  }

  private advance(places: readonly number[], word: number): number[] {
    const reached: number[] = [];
    const carried = this.symbolsOf(word);
    for (const index of places) {
      const { symbols, targets } = this.at(index);
      symbols?.forEach((symbol, i) => {
        if (carried.includes(symbol)) reached.push(targets?.[i] ?? 0);
      });
    }
    // A question mark may stand anywhere: phrases that don't ask for it read over it (but don't end a second time).
    if (word === this.special.question) reached.push(...places.filter((place) => this.at(place).accept < 0));
    return reached;
  }

  private close(places: readonly number[]): number[] {
    const seen = new Set<number>(places);
    for (const place of seen) for (const next of this.at(place).empty ?? []) seen.add(next);
    return [...seen].filter((place) => isUseful(this.at(place))).sort((a, b) => a - b);
  }

  private stateOf(places: readonly number[]): AutomatonState {
    if (places.length === 0) return this.empty;
    const key = places.join(',');
    const known = this.states.get(key);
    if (known) return known;
    if (this.states.size >= STATE_LIMIT) {
      this.states = new Map();
      this.empty.next.clear();
    }
    const accepts = [
      ...new Set(places.map((place) => this.at(place).accept).filter((accept) => accept >= 0)),
    ];
    const fresh: AutomatonState = { places, accepts, next: new Map() };
    this.states.set(key, fresh);
    return fresh;
  }
}

function createPlace(): Place {
  return { symbols: null, targets: null, empty: null, accept: -1 };
}

function isUseful(place: Place): boolean {
  return place.symbols !== null || place.accept >= 0;
}

function push(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
