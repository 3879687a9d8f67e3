// What Porchlight shows in a page, read as a person sees it. Its root is closed to the page, not to the debugging protocol.
import type { Page } from '@playwright/test';
import { attribute, type Box, type CdpNode, ClosedRoot } from '../scripts/browser/closed-root';

/** A card's kind, or `folded` for one that was put away to the small lamp. */
export type CardKind = 'notice' | 'caution' | 'danger' | 'crisis' | 'folded';

export type ShownCard = {
  readonly kind: CardKind;
  /** The words in it. */
  readonly text: string;
  readonly box: Box;
  readonly node: CdpNode;
  readonly root: ClosedRoot;
};

/** From loud to quiet. */
const KINDS: readonly CardKind[] = ['danger', 'crisis', 'caution', 'notice', 'folded'];

/** Every card that has a box on the page, the loudest first. */
export async function readCards(page: Page): Promise<ShownCard[]> {
  const cards: ShownCard[] = [];
  for (const root of await ClosedRoot.all(page)) {
    for (const node of root.elements((one) => kindOf(one) !== null)) {
      const kind = kindOf(node);
      const box = await root.box(node).catch(() => null); // it may be gone by now
      const text = box && (await root.text(node).catch(() => null)); // or by now
      if (box !== null && text !== null && kind !== null) cards.push({ kind, text, box, node, root });
    }
  }
  return cards.toSorted((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind));
}

/** The loudest card's kind, or `calm` where nothing is shown. */
export async function shownLevel(page: Page): Promise<CardKind | 'calm'> {
  return (await readCards(page))[0]?.kind ?? 'calm';
}

/** The classes that components/card-frame.tsx, notice-card.tsx and folded-lamp.tsx give. */
function kindOf(node: CdpNode): CardKind | null {
  const classes = (attribute(node, 'class') ?? '').split(/\s+/);
  return KINDS.find((kind) => classes.includes(kind === 'folded' ? kind : `card-${kind}`)) ?? null;
}

/** Clicks a control of a card by its `data-name`, as a hand does. Throws where there is none. */
export async function press(card: ShownCard, name: string): Promise<void> {
  const control = card.root.elements((node) => attribute(node, 'data-name') === name)[0];
  if (control === undefined) throw new Error(`The card has no control "${name}".`);
  await card.root.click(control);
}
