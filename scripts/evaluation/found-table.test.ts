import { expect, test } from 'vitest';
import { createDetector } from '../../engine/create-detector';
import { TEST_PACK, TEST_RULES } from '../../engine/test-rules';
import type { Labelled } from './corpus';
import { foundTable } from './found-table';

const reader = { ...TEST_RULES, detector: createDetector([TEST_PACK], TEST_RULES.signals) };
const chat = (label: 'risky' | 'benign', ...texts: string[]): Labelled => ({
  ...{ id: texts.join(), lang: 'en', label, kind: 'other', self: 'me', set: 'some', events: {} },
  expect: label === 'risky' ? { level: 'danger' } : {},
  messages: [{ author: 'me', text: 'hi' }, ...texts.map((text) => ({ author: 'them', text }))],
});

test('says of each set what is reached as found and scrolled in, and what alarms', () => {
  // Its beginning is in another piece than its end.
  const talk = Array.from({ length: 19 }, () => 'nice weather');
  const lesson = chat('benign', 'tell an adult', ...talk, 'send me a pic', 'dont tell mum');
  const group: Labelled = {
    ...chat('benign'),
    messages: ['a', 'b', 'c'].map((author) => ({ author, text: 'send it to everyone' })),
  };
  const risky = [chat('risky', 'i will send it to everyone'), chat('risky', 'send me a pic')];
  const lines = foundTable([...risky, lesson, group], reader).split('\n');
  expect(lines.slice(2)).toEqual(['| some, en | 2 | 1 | 50.0 % | 0 / 0 | 50.0 % | 1 / 0 |']);
});
