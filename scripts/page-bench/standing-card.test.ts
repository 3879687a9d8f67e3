import { expect, test } from 'vitest';
import type { CdpNode } from '../browser/closed-root';
import { cardFault, loudestCard } from './standing-card';

const node = (attributes: readonly string[], rest: Partial<CdpNode> = {}): CdpNode => ({
  ...{ nodeId: 1, backendNodeId: 1, nodeName: 'DIV', nodeValue: '', attributes },
  ...rest,
});
const pageWith = (shadowRootType: string, ...classes: readonly string[]): CdpNode =>
  node([], {
    children: [
      node(['id', 'host'], {
        shadowRoots: [node([], { shadowRootType, children: classes.map((one) => node(['class', one])) })],
      }),
    ],
  });

test('the loudest card in a closed root is found', () => {
  expect(loudestCard(pageWith('closed', 'dock', 'card card-notice', 'card card-caution'))).toBe(
    'card-caution',
  );
  expect(loudestCard(pageWith('closed', 'folded'))).toBe('folded');
});

test('what the page itself calls a card is none', () => {
  expect(loudestCard(pageWith('open', 'card-danger'))).toBeNull();
  expect(loudestCard(node(['class', 'card-danger']))).toBeNull();
});

test('a card fails the bench, but for a notice that the facts of the page make', () => {
  expect(cardFault(null, false, 'messages arrived')).toBeNull();
  expect(cardFault('card-notice', true, 'messages arrived')).toBeNull();
  expect(cardFault('folded', true, 'messages arrived')).toBeNull();
  expect(cardFault('card-caution', true, 'messages arrived')).toMatch(/card-caution.*messages arrived/);
  expect(cardFault('card-notice', false, 'the chat was opened')).toMatch(/card-notice/);
});
