import { expect, test } from 'vitest';
import { countryOfNumber } from './dialling-codes';

test.each([
  ['+855 12 345 678', 'KH'],
  ['+31 6 0000 0000', 'NL'],
  ['+234 800 000 0000', 'NG'],
  ['+998 90 000 00 00', 'UZ'],
  ['+84 90 000 0000', 'VN'],
])('%s is of %s', (number, country) => {
  expect(countryOfNumber(number)).toBe(country);
});

test.each(['', '+', '+1 202 555 0100', '+7 900 000 00 00', '+44 7700 900000', '+999 1'])(
  '%s names no country',
  (number) => {
    expect(countryOfNumber(number)).toBeNull();
  },
);
