import { expect, test } from 'vitest';
import { reasons } from '../../client/inspector/reasons.ts';
import { reasonLine } from '../../client/leader/reason-line.ts';
import type { DatasetWords } from '../../client/text/dataset-words.ts';
import { levelNoun } from '../../client/text/level-noun.ts';
import { luodun } from './luodun.ts';
import { writingIn } from './writing.ts';

const zh = writingIn('zh');
const en = writingIn('en');
const words = (coverage: string): DatasetWords => ({
  operator: '销售员',
  holder: '投保户',
  record: '保单',
  amountUnit: '元',
  coverage,
});

test('the line of a red village says who, how many, what that covers and how it compares', () => {
  expect(reasonLine(luodun, words('翻建户'), zh)).toBe(
    '214/236 份由范某一人经办；覆盖翻建户 214/238；每百户 26.2，为邻村中位数的 2.4 倍',
  );
  expect(reasonLine(luodun, words('rebuilt houses'), en)).toBe(
    '范某 handled 214 of 236; 214 of 238 rebuilt houses covered; 26.2 per 100 households, 2.4 × the neighbours’ median',
  );
});

test('a complete monopoly is said as such', () => {
  const alone = { ...luodun, topRecords: 236, wilsonLow: 0.98, cr1: 1 };
  expect(reasonLine(alone, words('翻建户'), zh)).toContain('全部 236 份由范某一人经办');
  expect(reasons(alone, words('翻建户'), zh, null)).toContain('仅一名经办人：全部 236 份由范某经办。');
});

test('too few records get no verdict and no share', () => {
  const few = {
    ...luodun,
    tier: 'grey' as const,
    judged: 12,
    topRecords: 12,
    parts: [{ ...luodun.parts[0], met: false, value: 12 } as (typeof luodun.parts)[number]],
  };
  expect(reasonLine(few, words('翻建户'), zh)).toBe('可判定 12 份，少于 30 份，不作判断');
  const sentences = reasons(few, words('翻建户'), zh, null);
  expect(sentences[0]).toBe('可判定的记录只有 12 份，不足 30 份，不作判断。');
  expect(sentences.join('')).not.toContain('范某');
});

test('the reasons carry every count behind the tier', () => {
  const text = reasons(luodun, words('翻建户'), zh, '村集体统一购买。').join('');
  for (const count of [
    '236',
    '214',
    '90.7%',
    '86.3%',
    '30 名',
    '8,233',
    '238',
    '89.9%',
    '2.4',
    '4 份按规定不计入占比',
  ]) {
    expect(text).toContain(count);
  }
  expect(text).not.toContain('。。');
});

test('the English reasons carry the same counts', () => {
  const text = reasons(luodun, words('rebuilt houses'), en, 'bought by the village').join(' ');
  for (const count of ['236', '214', '90.7%', '86.3%', '30 operators', '8,233', '238 rebuilt houses', '2.4 ×']) {
    expect(text).toContain(count);
  }
});

test('coverage above 100 % asks to check the base', () => {
  const over = { ...luodun, coverage: 1.2 };
  expect(reasons(over, words('翻建户'), zh, null).join('')).toContain('覆盖超过 100%');
});

test('without households nothing is said of rates', () => {
  const unknown = { ...luodun, perHundredHouseholds: null, neighbourRatio: null, coverageOf: null, coverage: null };
  expect(reasonLine(unknown, words('户数'), zh)).toBe('214/236 份由范某一人经办；HHI 8,233');
});

test('levels are counted in words of each language', () => {
  expect([levelNoun('village', 3, zh), levelNoun('village', 3, en), levelNoun('village', 1, en)]).toEqual([
    '村',
    'villages',
    'village',
  ]);
  expect(levelNoun('municipality', 2, en)).toBe('municipalities');
});
