import { expect, test } from 'vitest';
import { en } from '../../client/text/en.ts';
import { formatIn } from '../../client/text/format.ts';
import { zh } from '../../client/text/zh.ts';

const valuesOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();

test('both languages have the same texts', () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(zh).toSorted());
});

test.each(Object.entries(en))('%s uses no value that the Chinese text does not', (key, text) => {
  const chinese = valuesOf(zh[key as keyof typeof zh]);
  for (const value of valuesOf(text)) expect(chinese).toContain(value);
});

test('no text is empty or says that anybody is guilty', () => {
  for (const text of [...Object.values(zh), ...Object.values(en)]) {
    expect(text).not.toBe('');
    expect(text).not.toMatch(/违法|犯罪|腐败分子|贪|guilty|criminal|corrupt/i);
  }
});

test('absent numbers are a dash, not a zero', () => {
  const { count, percent, amount } = formatIn('zh');
  expect([count(null), percent(null), amount(null), count(0)]).toEqual(['–', '–', '–', '0']);
});

test('shares keep one digit and amounts their cents', () => {
  const { percent, amount, compact } = formatIn('zh');
  expect(percent(214 / 236)).toBe('90.7%');
  expect([amount(1240), amount(1240.5)]).toEqual(['1,240', '1,240.50']);
  expect(compact(417_000)).toBe('41.7万');
});
