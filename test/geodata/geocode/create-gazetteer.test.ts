import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGazetteer } from '../../../geodata/geocode/create-gazetteer.ts';
import type { Area } from '../../../geodata/model/area.ts';
import { hasSharedData, shared } from '../../support/shared-data.ts';
import { sampleAreas } from './sample-areas.ts';

const areas = sampleAreas({
  county: '常熟市',
  towns: {
    尚湖镇: [
      { name: '罗墩村委会', aliases: ['七岗村', '陈家宅', '王庄'] },
      '吉桥村委会',
      '新光村委会',
      '新光社区居委会',
      '翁家庄村委会',
      '罗墩塘村委会',
    ],
    董浜镇: ['旗杆村委会', '罗墩湖村委会', '董浜村委会', '东方村委会', { name: '里睦村委会', aliases: ['王庄'] }],
    琴川街道: [
      '渠中村委会',
      '花园浜社区居委会',
      '东方社区居委会',
      '李村村委会',
      '怡康新村社区居委会',
      '镇南社区居委会',
    ],
  },
});
const gazetteer = createGazetteer(areas);

function match(address: string, among: readonly Area[] = areas, using = gazetteer): string {
  const outcome = using.match(address);
  if ('problem' in outcome) return outcome.problem;
  return `${among.find(({ id }) => id === outcome.areaId)?.name} by ${outcome.how}`;
}

describe('spellings of one address', () => {
  test.each([
    '江苏省苏州市常熟市尚湖镇罗墩村12组23号',
    '常熟市尚湖镇罗墩村村民委员会',
    '江苏省尚湖镇罗墩村',
    '尚湖镇罗墩村(12)陈家宅23号',
    '尚湖镇罗墩村（１２）陈家宅２３号',
    '尚湖罗墩12组23号',
    '罗墩12组23号',
    '罗墩十二组23号',
    '罗墩村',
    '罗墩',
    '罗墩行政村3队',
    ' 尚湖镇 罗墩 村 12 组 ',
    '江苏 常熟 尚湖镇 罗墩村',
    '罗墩村（尚湖镇）12组',
    '罗墩陈家宅23号',
    '罗墩社区12号',
  ])('%s', (address) => {
    expect(match(address)).toBe('罗墩村委会 by name');
  });

  test.each(['尚湖镇七岗村5组', '七岗5组', '尚湖镇陈家宅23号', '陈家宅23号'])('by another name: %s', (address) => {
    expect(match(address)).toBe('罗墩村委会 by alias');
  });

  test.each([
    ['尚湖镇罗敦村12组23号', '罗墩村委会'],
    ['尚湖罗敦12组', '罗墩村委会'],
    ['罗敦村12组', '罗墩村委会'],
    ['曲中村3组', '渠中村委会'],
    ['董浜镇其杆村', '旗杆村委会'],
    ['董浜镇罗墩胡村3组', '罗墩湖村委会'],
  ])('by its sound: %s', (address, name) => {
    expect(match(address)).toBe(`${name} by homophone`);
  });

  test('a town may be misspelt too', () => {
    expect(match('上湖镇罗墩村')).toBe('罗墩村委会 by name');
    expect(match('常熟市上湖镇罗敦村3组')).toBe('罗墩村委会 by homophone');
  });
});

describe('names that are like others', () => {
  test.each([
    ['尚湖镇新光村3组', '新光村委会'],
    ['尚湖镇新光社区3幢', '新光社区居委会'],
    ['董浜镇东方村', '东方村委会'],
    ['琴川街道东方12号', '东方社区居委会'],
    ['董浜镇董浜村2组', '董浜村委会'],
    ['董浜镇董浜2组', '董浜村委会'],
    ['董浜旗杆村', '旗杆村委会'],
    ['琴川街道李村12组', '李村村委会'],
    ['李村村12组', '李村村委会'],
    ['怡康新村3幢', '怡康新村社区居委会'],
    ['镇南社区', '镇南社区居委会'],
    ['尚湖镇罗墩塘村1组', '罗墩塘村委会'],
    ['罗墩村王庄3号', '罗墩村委会'],
    ['里睦村王庄3号', '里睦村委会'],
  ])('%s is %s', (address, name) => {
    expect(match(address)).toBe(`${name} by name`);
  });

  test.each([
    ['尚湖镇新光3组', 'both 新光村 and 新光社区 are in that town'],
    ['东方12号', 'two towns have it'],
    ['王庄3号', 'a natural village of two villages'],
    ['罗墩村与旗杆村交界处', 'two villages'],
    ['董浜镇罗墩村12组', 'the village is in another town than the one named'],
  ])('%s is ambiguous: %s', (address) => {
    expect(match(address)).toBe('address-ambiguous');
  });

  test.each([
    ['尚湖镇', 'only a town'],
    ['董浜23号', 'rather the town than the village of its name'],
    ['', 'nothing'],
    ['12号', 'only a number'],
    ['大罗墩村', 'another name'],
    ['尚湖镇罗墩路12号', 'a road'],
    ['尚湖镇罗墩村路12号', 'a road'],
    ['尚湖大道12号', 'a road'],
    ['尚湖镇新光纺织厂', 'a factory'],
    ['尚湖镇罗墩新村3幢', 'an estate'],
    ['董浜镇罗敦村12组', 'the one that sounds like it is in another town'],
    ['昆山市罗墩村', 'another county'],
    ['昆山市罗敦村12组', 'another county'],
    ['周市镇罗墩村', 'another town'],
    ['常熟市周市镇罗墩村', 'another town'],
  ])('%s is not matched: %s', (address) => {
    expect(match(address)).toBe('address-not-matched');
  });
});

describe('laws', () => {
  const villages = areas.filter(({ level }) => level === 'village');
  const townOf = ({ parentId }: Area) => areas.find(({ id }) => id === parentId)?.name ?? '';

  test('with its town, a village is found in its registered name whatever numbers follow', () => {
    const tails = fc.tuple(
      fc.nat(30),
      fc.constantFrom('组', '号', '队', '幢', ''),
      fc.constantFrom('', '(3)', ' ', '-2'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...villages), tails, (village, [number, unit, more]) => {
        const outcome = gazetteer.match(`${townOf(village)}${village.name}${number}${unit}${more}`);
        expect(outcome).toEqual({ areaId: village.id, how: 'name' });
      }),
    );
  });

  test('a named town is never left: whatever else is written, the match lies in it', () => {
    const words = fc.constantFrom(
      '罗墩',
      '旗杆',
      '东方',
      '村',
      '社区',
      '陈家宅',
      '王庄',
      '敦',
      '12',
      '组',
      '路',
      '市',
      '里睦',
    );
    const towns = areas.filter(({ level }) => level === 'town');
    fc.assert(
      fc.property(fc.constantFrom(...towns), fc.array(words, { maxLength: 6 }), (town, rest) => {
        const outcome = gazetteer.match(town.name + rest.join(''));
        if ('areaId' in outcome) expect(villages.find(({ id }) => id === outcome.areaId)?.parentId).toBe(town.id);
      }),
      { numRuns: 500 },
    );
  });

  test('any text at all is answered', () => {
    const odd = fc.constantFrom(
      '\0',
      '\uD83D',
      '𠮷',
      '（',
      '　',
      '\n',
      '\u0301',
      '罗墩',
      '村',
      '路',
      '十',
      '1',
      '镇',
      '|',
      'ﷺ',
    );
    fc.assert(fc.property(fc.array(odd), (parts) => void gazetteer.match(parts.join(''))));
  });
});

test('names in Latin letters are whole words, and an area without a name is nowhere', () => {
  const others = sampleAreas({ county: 'Leyte', towns: { Ormoc: ['Linda', '', '...'] } });
  const latin = createGazetteer(others);
  expect(match('Purok 3, Linda, Ormoc', others, latin)).toBe('Linda by name');
  expect(match('Rosalinda, Ormoc', others, latin)).toBe('address-not-matched');
  expect(match('Lindana, Ormoc', others, latin)).toBe('address-not-matched');
});

test('without areas that have parents nothing is matched', () => {
  expect(createGazetteer([]).match('罗墩村')).toEqual({ problem: 'address-not-matched' });
});

describe.runIf(hasSharedData)('the register of 常熟市', () => {
  const lines = hasSharedData ? readFileSync(shared('china/changshu_villages.csv'), 'utf8').trim().split(/\r?\n/) : [];
  const rows = lines.slice(1).map((line) => line.split(',') as [string, string, string, string]);
  const towns: Record<string, { name: string; code: string }[]> = {};
  for (const [code, name, , town] of rows) {
    towns[town] ??= [];
    towns[town].push({ code, name });
  }
  const register = sampleAreas({ county: '常熟市', towns });
  const all = createGazetteer(register);

  test('all 359 villages and communities are found in town and registered name, 村 or 社区', () => {
    expect(rows).toHaveLength(359);
    for (const [code, name, , town] of rows) {
      const spoken = name.replace('村委会', '村').replace(/(?:社区)?居委会/, '社区');
      for (const address of [`常熟市${town}${name}12组`, `${town}${spoken}23号`]) {
        const outcome = all.match(address);
        expect([address, 'areaId' in outcome && register[outcome.areaId - 1]?.code]).toEqual([address, code]);
      }
    }
  });

  test('罗墩村, 旗杆村 and 渠中村 are found without their towns and by their sound', () => {
    expect(
      ['罗墩村', '旗杆12组', '渠中村(3)', '罗敦村', '曲中村'].map((address) => match(address, register, all)),
    ).toEqual([
      '罗墩村委会 by name',
      '旗杆村委会 by name',
      '渠中村委会 by name',
      '罗墩村委会 by homophone',
      '渠中村委会 by homophone',
    ]);
  });
});
