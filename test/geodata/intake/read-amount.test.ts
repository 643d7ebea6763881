import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAmount } from '../../../geodata/intake/read-amount.ts';

test.each([
  ['17961569.07', 17961569.07],
  ['1,234.50', 1234.5],
  ['1,234', 1234],
  ['12,345,678', 12345678],
  ['-0', 0],
  ['0.00', 0],
  ['.5', 0.5],
  ['1e+06', 1_000_000],
  ['-3.5', -3.5],
  ['−3.5', -3.5],
  ['－３．５', -3.5],
  ['(1,234.50)', -1234.5],
  ['（１２）', -12],
  ['１２３４．５', 1234.5],
  ['１，２３４', 1234],
  ['¥1,234', 1234],
  ['￥ 1234', 1234],
  ['-$5', -5],
  ['$-5', -5],
  ['€5', 5],
  ['5 €', 5],
  ['₱17,961,569.07', 17961569.07],
  ['1234元', 1234],
])('%s is %d', (text, amount) => {
  expect(readAmount(text)).toBe(amount);
});

test.each([
  'MYCA with Project ID P00444687MN',
  '1.234,50',
  '1,23',
  '12,34,567',
  '1 234',
  '3万元',
  '¥5元',
  '(-5)',
  '--5',
  '5-6',
  'NaN',
  'Infinity',
  '0x10',
  '1e400',
  '99999999999999999',
  '元',
  '-',
  'N/A',
  '１２月',
])('%s is no number', (text) => {
  expect(readAmount(text)).toBeNull();
});

test('every number that is written plainly or with separators is read as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e15, max: 1e15 }), (cents) => {
      const amount = cents / 100;
      if (Math.abs(amount) >= 2 ** 46) return;
      expect(readAmount(amount.toFixed(2))).toBe(amount === 0 ? 0 : amount);
      expect(readAmount(amount.toLocaleString('en-US', { minimumFractionDigits: 2 }))).toBe(amount === 0 ? 0 : amount);
    }),
  );
});
