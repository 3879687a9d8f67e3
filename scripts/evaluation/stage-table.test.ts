import { expect, test } from 'vitest';
import { TEST_RULES } from '../../engine/test-rules';
import { testDetector as detector } from '../../engine/test-talk';
import type { Labelled } from './corpus';
import type { Outcome } from './measure';
import { stageTable } from './stage-table';

const outcome = (caution: number | null, right: boolean, ...texts: string[]): Outcome => ({
  conversation: {
    ...{ id: 'a', lang: 'en', label: 'risky', self: 's', set: 'x', kind: 'grooming' },
    ...{ expect: {}, events: {} },
    messages: texts.map((text) => ({
      author: text.startsWith('me: ') ? 's' : 'o',
      text: text.replace('me: ', ''),
    })),
  } as unknown as Labelled,
  ...{ caution, danger: null, right, ever: right, signals: [] },
});

test('says of each stage whether the warning came before its first sign, or with it', () => {
  const { signals, escalations } = TEST_RULES;
  const rows = stageTable(
    [
      outcome(1, true, 'dont tell mum', 'send me a pic', 'send me a pic now'),
      outcome(1, false, 'hi', 'send me a pic'),
      outcome(null, false, 'me: send me a pic', 'hello', 'send me a pic'),
      outcome(0, true, 'me: dont tell mum'),
      outcome(0, true, 'someone told me dont tell mum'),
    ],
    { detector, signals, escalations },
  ).split('\n');
  expect(rows.slice(2)).toEqual([
    '| media | 3 | 0.0 % | 66.7 % | 33.3 % |',
    '| secrecy | 1 | 0.0 % | 0.0 % | 100.0 % |',
  ]);
});
