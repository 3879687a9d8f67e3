// Reads the phrase language of rules/README.md into a tree.

/** A phrase as a tree. `words` are already normalised; `gap` counts words at most. */
export type PhraseNode =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'list'; readonly name: string }
  | { readonly kind: 'class'; readonly name: NumberClass }
  | { readonly kind: 'gap' }
  | { readonly kind: 'filler' }
  | { readonly kind: 'question' }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'sequence'; readonly items: readonly PhraseNode[] }
  | { readonly kind: 'choice'; readonly items: readonly PhraseNode[] }
  | { readonly kind: 'optional'; readonly item: PhraseNode };

export type NumberClass = 'num' | 'minor' | 'adult';

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
 * Parses one phrase.
 * @param split cuts literal text into the same words as a message (normalise.ts)
 * @throws PhraseError
 */
export function parsePhrase(phrase: string, split: Split): PhraseNode {
  let at = 0;
  const fail = (message: string): never => {
    throw new PhraseError(message, phrase, at);
  };
  const peek = () => phrase.charAt(at);
  const skipSpace = () => {
    while (peek() === ' ') at += 1;
  };

  function choice(depth: number): PhraseNode {
    const items = [sequence(depth)];
    while (peek() === '|') {
      at += 1;
      items.push(sequence(depth));
    }
    return items.length === 1 ? (items[0] as PhraseNode) : { kind: 'choice', items };
  }

  function sequence(depth: number): PhraseNode {
    const items: PhraseNode[] = [];
    for (skipSpace(); at < phrase.length && peek() !== '|' && peek() !== ')'; skipSpace()) {
      const item = optional(atom(depth));
      if (item.kind === 'sequence') items.push(...item.items);
      else items.push(item);
    }
    if (items.length === 0) fail('empty phrase or choice');
    return items.length === 1 ? (items[0] as PhraseNode) : { kind: 'sequence', items };
  }

  function optional(item: PhraseNode): PhraseNode {
    if (peek() !== '?') return item;
    at += 1;
    return { kind: 'optional', item };
  }

  function atom(depth: number): PhraseNode {
    if (depth > 8) fail('brackets nest too deep');
    const character = peek();
    if (character === '(') {
      at += 1;
      const inner = choice(depth + 1);
      if (peek() !== ')') fail('missing )');
      at += 1;
      return inner.kind === 'sequence' ? { kind: 'choice', items: [inner] } : inner;
    }
    if (character === '[') return { kind: 'list', name: bracketed(']') };
    if (character === '<') return special(bracketed('>'));
    if (character === '^') return single({ kind: 'start' });
    if (character === '$' && (at === phrase.length - 1 || ' )|'.includes(phrase.charAt(at + 1))))
      return single({ kind: 'end' });
    if (character === '~') return single({ kind: 'filler' });
    if (phrase.startsWith('...', at)) {
      at += 3;
      return { kind: 'gap' };
    }
    return literal();
  }

  function single(node: PhraseNode): PhraseNode {
    at += 1;
    return node;
  }

  function bracketed(close: string): string {
    const end = phrase.indexOf(close, at);
    if (end < 0) fail(`missing ${close}`);
    const name = phrase.slice(at + 1, end).trim();
    at = end + 1;
    return name;
  }

  function special(name: string): PhraseNode {
    if (name === 'q') return { kind: 'question' };
    if (name === 'cur') return CURRENCY;
    if (name === 'num' || name === 'minor' || name === 'adult') return { kind: 'class', name };
    return fail(`unknown <${name}>`);
  }

  function literal(): PhraseNode {
    const start = at;
    while (at < phrase.length && !' ()[]<>|?^~'.includes(peek()) && !phrase.startsWith('...', at)) at += 1;
    const words = split(phrase.slice(start, at));
    if (words.length === 0) fail(`"${phrase.slice(start, at) || peek()}" is no word`);
    const items = words.map((word): PhraseNode => ({ kind: 'word', word }));
    return items.length === 1
      ? (items[0] as PhraseNode)
      : peek() === '?'
        ? { kind: 'choice', items: [{ kind: 'sequence', items }] }
        : { kind: 'sequence', items };
  }

  if (phrase.trim() === '$') return CURRENCY;
  const tree = choice(0);
  skipSpace();
  if (at < phrase.length) fail('unexpected )');
  return tree;
}

/** The names of the lists that a phrase uses. */
export function listsOf(node: PhraseNode): string[] {
  if (node.kind === 'list') return [node.name];
  if (node.kind === 'optional') return listsOf(node.item);
  if (node.kind === 'sequence' || node.kind === 'choice') return node.items.flatMap(listsOf);
  return [];
}

/** True where the phrase could match without a single word of its own. */
export function canBeEmpty(node: PhraseNode): boolean {
  if (node.kind === 'word' || node.kind === 'list' || node.kind === 'class') return false;
  if (node.kind === 'sequence') return node.items.every(canBeEmpty);
  if (node.kind === 'choice') return node.items.some(canBeEmpty);
  return true;
}
