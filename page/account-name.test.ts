import { expect, test } from 'vitest';
import { namesDiffer } from './account-name';

test.each([
  ['Emily Rose', 'kxtrader_0091'],
  ['Zoë', 'marko.p'],
  ['Lê An', 'kx.trader.0091'],
  ['J K Ra M', 'kxtrader'],
  ['Sok Dara Phal', 'dspecial'],
])('%s and %s have nothing in common', (shown, account) => {
  expect(namesDiffer(shown, account)).toBe(true);
});

test.each([
  ['Robin Fielder', 'robin.fielder'],
  ['Robin Fielder', 'xx_rob_xx'],
  ['Zoë K', 'zoe.k'],
  ['រតនា', 'kxtrader'],
  ['Đặng Thị Hoa', 'hoadang'],
  ['Jo', 'kxtrader'],
  ['Robin', '84421'],
  ['Anna 安娜', 'kxtrader'],
  ['Lê An', 'an.le99'],
  ['Bo Li', 'libo_07'],
  ['Sok Dara Phal', 'sdp_2010'],
  ['Leo Kim', 'l30k1m'],
  ['Jess', 'j3ss'],
])('%s and %s are alike or can not be compared', (shown, account) => {
  expect(namesDiffer(shown, account)).toBe(false);
});
