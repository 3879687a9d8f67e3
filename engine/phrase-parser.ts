// Reads the phrase language of rules/README.md into a tree.
import type { PhraseNode } from './phrase';

/** Any currency sign: the tokeniser makes them all `$`. */
const CURRENCY: PhraseNode = { kind: 'word', word: '$' };

/** A phrase that can't be read; `at` is the offset in the phrase. */
export class PhraseError extends Error {
  constructor(
    message: string,
    readonly phrase: string,
    readonly at: number,
  ) {
    super(`${message} at ${at} in "${phrase}"`);
  }
}

type Split = (text: string) => readonly string[];

/**
 * What a phrase is made of: `...`, brackets with their content, single signs, words; `?` stays with what it follows.
 * The last alternative takes what fits nowhere. Cut in one go: that is many times faster than sign by sign.
 */
const TOKEN = /\.\.\.\??|\[[^\]]*\]\??|<[^>]*>\??|[()|^~]\??|(?:(?!\.\.\.)[^ ()[\]<>|?^~])+\??|[^ ]/g;
const [OPEN, CLOSE, OR, START, FILLER, END, GAP] = ['(', ')', '|', '^', '~', '$', '...'] as const;
const CLOSE_CODE = CLOSE.charCodeAt(0);
const DEEPEST = 8;

/**
 * Parses phrases; what they have in common (words, lists) is one node. Lists of parts are copied when they are whole: one
 * that grew has room for sixteen more, and a page keeps tens of thousands of them.
 */
export class PhraseParser {
  private readonly known = new Map<string, PhraseNode>();
  private readonly words = new Map<string, PhraseNode>();
  private phrase = '';
  private tokens: readonly string[] = [];
  private at = 0;

  /** @param split cuts literal text into the same words as a message (normalise.ts) */
  constructor(private readonly split: Split) {}

  /** @throws PhraseError */
  parse(phrase: string): PhraseNode {
    if (phrase.trim() === '$') return CURRENCY;
    this.phrase = phrase;
    this.tokens = phrase.match(TOKEN) ?? [];
    this.at = 0;
    const tree = this.sequence(0);
    if (this.at === this.tokens.length) return tree;
    // Without brackets it would part the whole phrase in two, and each half alone says something else.
    return this.fail(
      this.tokens[this.at] === OR ? 'brackets are missing around what | parts' : 'unexpected )',
    );
  }

  private fail(message: string): never {
    throw new PhraseError(message, this.phrase, this.offset());
  }

  /** Where the token at hand stands: only spaces are left out between them. */
  private offset(): number {
    let offset = 0;
    for (const token of this.tokens.slice(0, this.at))
      offset = this.phrase.indexOf(token, offset) + token.length;
    return this.phrase.indexOf(this.tokens[this.at] ?? '', offset);
  }

  private choice(depth: number): PhraseNode {
    const first = this.sequence(depth);
    if (this.tokens[this.at] !== OR) return first;
    const items = [first];
    while (this.tokens[this.at] === OR) {
      this.at += 1;
      items.push(this.sequence(depth));
    }
    return { kind: 'choice', items: items.slice() };
  }

  private sequence(depth: number): PhraseNode {
    const items: PhraseNode[] = [];
    for (; this.at < this.tokens.length; ) {
      const token = this.tokens[this.at] as string;
      if (token === OR || token.charCodeAt(0) === CLOSE_CODE) break;
      const item = token === OPEN ? this.group(depth) : this.atom(token);
      if (item.kind === 'sequence') items.push(...item.items);
      else items.push(item);
    }
    if (items.length === 0) this.fail('empty phrase or choice');
    return items.length === 1 ? (items[0] as PhraseNode) : { kind: 'sequence', items: items.slice() };
  }

  private group(depth: number): PhraseNode {
    if (depth >= DEEPEST) this.fail('brackets nest too deep');
    this.at += 1;
    const inner = this.choice(depth + 1);
    const close = this.tokens[this.at];
    if (close === undefined) this.fail('missing )');
    this.at += 1;
    const item: PhraseNode = inner.kind === 'sequence' ? { kind: 'choice', items: [inner] } : inner;
    return close === CLOSE ? item : { kind: 'optional', item };
  }

  private atom(token: string): PhraseNode {
    if (token === END) return this.end();
    const known = this.known.get(token);
    const node = known ?? (token.endsWith('?') ? this.optional(token.slice(0, -1)) : this.plain(token));
    if (!known) this.known.set(token, node);
    this.at += 1;
    return node;
  }

  /** A `$` that stands apart is the end; one that touches what follows is money. */
  private end(): PhraseNode {
    const next = this.phrase.charAt(this.offset() + 1);
    this.at += 1;
    return next === '' || ' )|'.includes(next) ? { kind: 'end' } : CURRENCY;
  }

  private optional(token: string): PhraseNode {
    const item = this.plain(token);
    return { kind: 'optional', item: item.kind === 'sequence' ? { kind: 'choice', items: [item] } : item };
  }

  private plain(token: string): PhraseNode {
    if (token === START) return { kind: 'start' };
    if (token === FILLER) return { kind: 'filler' };
    if (token === GAP) return { kind: 'gap' };
    if (token.startsWith('[')) return { kind: 'list', name: this.inside(token, ']') };
    if (token.startsWith('<')) return this.special(this.inside(token, '>'));
    return this.literal(token);
  }

  private inside(token: string, close: string): string {
    return token.endsWith(close) ? token.slice(1, -1).trim() : this.fail(`missing ${close}`);
  }

  private special(name: string): PhraseNode {
    if (name === 'q') return { kind: 'question' };
    if (name === 'cur') return CURRENCY;
    if (name === 'num' || name === 'minor' || name === 'adult') return { kind: 'class', name };
    return this.fail(`unknown <${name}>`);
  }

  private word(word: string): PhraseNode {
    const known = this.words.get(word);
    if (known) return known;
    const node: PhraseNode = { kind: 'word', word };
    this.words.set(word, node);
    return node;
  }

  private literal(token: string): PhraseNode {
    const items = this.split(token).map((word) => this.word(word));
    if (items.length === 0 || ']>?'.includes(token)) this.fail(`"${token || '?'}" is no word`);
    return items.length === 1 ? (items[0] as PhraseNode) : { kind: 'sequence', items };
  }
}

/** Parses one phrase. @param split cuts literal text into words @throws PhraseError */
export function parsePhrase(phrase: string, split: Split): PhraseNode {
  return new PhraseParser(split).parse(phrase);
}
