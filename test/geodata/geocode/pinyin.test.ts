import { expect, test } from 'vitest';
import { pinyinOf, readingsOf } from '../../../geodata/geocode/pinyin.ts';

test.each([
  ['罗墩', 'luodun|ld'],
  ['罗墩村', 'luoduncun|ldc'],
  ['吕舍', 'lvshe|ls'],
  ['City of Parañaque', 'cityofparanaque|cop'],
  ['B区 12号', 'bqu12hao|bq1h'],
  ['', '|'],
])('%s is typed as %s', (name, typed) => {
  expect(pinyinOf(name)).toBe(typed);
});

test('characters of several readings have all of them', () => {
  expect([...readingsOf('长')].sort()).toEqual(['chang', 'zhang']);
  expect(readingsOf('1')).toEqual(['1']);
});
