// Which lines count as cries and as harmless ones, and whose words are asked in chats.
import { expect, test } from 'vitest';
import { TEST_RULES } from '../../engine/test-rules';
import { testDetector as detector } from '../../engine/test-talk';
import type { Cry } from '../train/cries';
import type { Labelled } from './corpus';
import { criesTable } from './cries';

const CRY = 'i want to die';
const line = (lang: string, cry: boolean, text: string): Cry => ({ id: text, lang, cry, text });
const chat = (label: Labelled['label'], self: string): Labelled => ({
  ...{ id: 'a', lang: 'en', label, kind: 'teens', self, set: 'x', expect: {}, events: {} },
  messages: [
    ...[
      { author: 'me', text: CRY },
      { author: 'them', text: CRY },
    ],
    ...[{ author: 'me', text: 'hello' }],
  ],
});

test('criesTable: cries and lines that sound alike by language; of chats the child’s words in harmless ones alone', () => {
  const cries = [
    ...[line('km', true, CRY), line('en', true, CRY), line('en', true, 'i cannot any more')],
    ...[line('en', false, CRY), line('en', false, 'hello'), line('en', false, 'a'), line('en', false, 'b')],
  ];
  const chats = [chat('benign', 'me'), chat('benign', 'nobody there'), chat('risky', 'me')];
  const rows = criesTable(cries, chats, { ...TEST_RULES, detector })
    .split('\n')
    .slice(2);
  expect(rows).toEqual([
    '| en, cries | 2 | 1 | 50.0 % | 9.5 % to 90.5 % |',
    '| en, lines that only sound alike | 4 | 1 | 25.0 % | 4.6 % to 69.9 % |',
    '| km, cries | 1 | 1 | 100.0 % | 20.7 % to 100.0 % |',
    '| km, lines that only sound alike | 0 | 0 | – | 0.0 % to 100.0 % |',
    '| own messages in harmless chats of the sets above that are only measured | 2 | 1 | 50.0 % | 9.5 % to 90.5 % |',
  ]);
});
