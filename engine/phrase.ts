// A phrase as a tree, and what can be told of it without looking for it.

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

/** The names of the lists that a phrase uses. */
export function listsOf(node: PhraseNode): string[] {
  if (node.kind === 'list') return [node.name];
  if (node.kind === 'optional') return listsOf(node.item);
  if (node.kind === 'sequence' || node.kind === 'choice') return node.items.flatMap(listsOf);
  return [];
}

/** True where a start stands behind words, or an end before them: there no message matches. */
export function hasLostMark(node: PhraseNode): boolean {
  if (node.kind === 'optional') return hasLostMark(node.item);
  if (node.kind !== 'sequence' && node.kind !== 'choice') return false;
  if (node.items.some(hasLostMark)) return true;
  if (node.kind === 'choice') return false;
  const { items } = node;
  return items.some(
    ({ kind }, at) =>
      (kind === 'start' && !items.slice(0, at).every(canBeEmpty)) ||
      (kind === 'end' && !items.slice(at + 1).every(canBeEmpty)),
  );
}

/** True where the phrase could match without a single word of its own. */
export function canBeEmpty(node: PhraseNode): boolean {
  if (node.kind === 'word' || node.kind === 'list' || node.kind === 'class') return false;
  if (node.kind === 'sequence') return node.items.every(canBeEmpty);
  if (node.kind === 'choice') return node.items.some(canBeEmpty);
  return true;
}
