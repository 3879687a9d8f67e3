// Whether a card stands on a page. Its root is closed to the page, not to the debugging protocol.
import type { Page } from '@playwright/test';
import { attribute, type CdpNode } from '../browser/closed-root';

/** Classes of components/card-frame.tsx, notice-card.tsx and folded-lamp.tsx, the loudest first. */
const CARDS = ['card-danger', 'card-crisis', 'card-caution', 'card-notice', 'folded'] as const;
export type Card = (typeof CARDS)[number];

/** A sentence where a card stands of which the page's facts say nothing: what it costs is not measured here. Null else. */
export function cardFault(card: Card | null, hasNotice: boolean, since: string): string | null {
  if (card === null || (hasNotice && (card === 'card-notice' || card === 'folded'))) return null;
  return `a card stands (${card}) after ${since}, so that what it costs would be measured too`;
}

/** The loudest card, or null. The session is let go of: one that stays would be told of each row that comes. */
export async function standingCard(page: Page): Promise<Card | null> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    return loudestCard(root as CdpNode);
  } finally {
    await session.detach();
  }
}

/** The loudest card in the closed roots below `node`. */
export function loudestCard(node: CdpNode): Card | null {
  const classes = new Set(classesIn(node, false));
  return CARDS.find((card) => classes.has(card)) ?? null;
}

function classesIn(node: CdpNode, isOurs: boolean): string[] {
  const own = isOurs ? (attribute(node, 'class') ?? '').split(/\s+/) : [];
  const inner = (node.children ?? []).flatMap((child) => classesIn(child, isOurs));
  const roots = (node.shadowRoots ?? []).flatMap((root) =>
    classesIn(root, isOurs || root.shadowRootType === 'closed'),
  );
  return [...own, ...inner, ...roots];
}
