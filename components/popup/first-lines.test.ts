// Which lines stand first in the popup: each number once, called what it is.
import { expect, it } from 'vitest';
import { testLine } from '../../help/test-line';
import type { HelpData, HelpLine } from '../../help/types';
import { shippedHelp } from '../lines/testing';
import { firstLines } from './first-lines';
import type { Urgency } from './stages';

const help = shippedHelp();
const line = (id: string, change: Partial<HelpLine>) =>
  testLine({ id, phone: id, forWhom: 'child', ...change });
const shown = (lines: readonly HelpLine[], urgency: Urgency) => {
  const only: HelpData = {
    ...help,
    countries: [{ country: 'XX', first: lines[0]?.id ?? null, members: [], lines }],
  };
  return firstLines(only, 'XX', urgency).map(({ line: { phone }, as }) => `${phone} ${as}`);
};
const HOTLINE = line('100', { kind: 'report' });
const CRISIS = line('200', { kind: 'crisis' });
const POLICE = line('300', { kind: 'police', emergency: true });

it.each<[Urgency, readonly string[]]>([
  ['none', ['100 null', '200 crisis-line']],
  ['talk', ['100 null', '200 crisis-line']],
  ['life', ['100 null', '300 emergency', '200 crisis-line']],
  ['despair', ['200 crisis-line', '300 emergency', '100 null']],
])(
  'where despair is near the crisis line comes first, in danger to life the emergency number next: %s',
  (urgency, lines) => {
    expect(shown([HOTLINE, CRISIS, POLICE], urgency)).toEqual(lines);
  },
);

it('a hotline that is the crisis line stands there once, as that', () => {
  const both = line('100', { kind: 'crisis' });
  expect(shown([HOTLINE, { ...both, id: 'crisis' }], 'none')).toEqual(['100 crisis-line']);
});

it('a hotline that is the emergency number stands there once, as that', () => {
  const police = { ...POLICE, phone: '100' };
  expect(shown([HOTLINE, CRISIS, police], 'life')).toEqual(['100 emergency', '200 crisis-line']);
});
