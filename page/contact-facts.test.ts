import { expect, test } from 'vitest';
import { countryOfFlag, newAccount, onlyNumber } from './contact-facts';

test.each([
  ['🇰🇭', 'KH'],
  ['🇳🇱 Netherlands', 'NL'],
  ['🇳🇱🇫🇷', null],
  ['🏴‍☠️', null],
  ['Netherlands', null],
])('the country of %s is %s', (text, country) => {
  expect(countryOfFlag(text)).toBe(country);
});

const NOW = new Date('2026-11-24T12:00:00').getTime();

test.each([
  [2026, 11, '2026-11'],
  [2026, 5, '2026-05'],
  [2026, 4, null],
  [2027, 1, null],
  [2025, 11, null],
])('an account of %i-%i is new: %s', (year, month, text) => {
  expect(newAccount({ year, month }, NOW)).toEqual(text && { fact: 'new-account', month: text });
});

test.each([
  ['4 mutual friends', 4],
  ['មិត្តរួម ៥ នាក់', 5],
  ['Kim 99 and 4 other mutual friends', null],
  ['12345', null],
  ['1K mutual friends', null],
  ['1 rb teman', null],
  ['មិត្តរួម ១ ពាន់ នាក់', null],
  ['3 kids', 3],
  ['none', null],
])('the only number in "%s" is %s', (text, number) => {
  expect(onlyNumber(text)).toBe(number);
});
