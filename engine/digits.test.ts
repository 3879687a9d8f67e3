import { expect, test } from 'vitest';
import { digitValue } from './digits';
import { splitWords } from './normalise';

test('every digit of every script has its value, in sets that stand end to end too', () => {
  let run = 0;
  const wrong: string[] = [];
  for (let point = 48; point < 0x20000; point += 1) {
    const digit = String.fromCodePoint(point);
    const isDigit = /\p{Nd}/u.test(digit);
    if (isDigit && (digitValue(point) !== run % 10 || splitWords(digit).words[0] !== String(run % 10)))
      wrong.push(point.toString(16));
    run = isDigit ? run + 1 : 0;
  }
  expect(wrong).toEqual([]);
});
