// Remembers what a person put away in this tab. A folded card never reopens itself: the screen may be shared with the
// offender. A graver card under the same id is another card, and opens once. In memory only.
import type { Card } from '../../components/card-surface';

export type Folds = {
  isFolded(card: Card): boolean;
  fold(card: Card): void;
  unfold(card: Card): void;
};

const GRAVITY = { notice: 1, caution: 2, danger: 3 } as const;

/** The crisis card is no warning about anybody, so it is folded for itself. */
function keyOf({ id, content }: Card): string {
  return content.kind === 'crisis' ? `crisis ${id}` : `card ${id}`;
}

function gravityOf({ content }: Card): number {
  return content.kind === 'crisis' ? 1 : GRAVITY[content.kind];
}

export function createFolds(): Folds {
  const folded = new Map<string, number>();
  return {
    isFolded: (card) => gravityOf(card) <= (folded.get(keyOf(card)) ?? 0),
    fold: (card) => folded.set(keyOf(card), Math.max(gravityOf(card), folded.get(keyOf(card)) ?? 0)),
    unfold: (card) => folded.delete(keyOf(card)),
  };
}
