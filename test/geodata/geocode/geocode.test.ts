import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressTexts } from '../../../geodata/geocode/address-text.ts';
import { createGazetteer } from '../../../geodata/geocode/create-gazetteer.ts';
import { sampleAreas } from './sample-areas.ts';

const areas = sampleAreas({
  county: '常熟市',
  towns: {
    尚湖镇: [
      { name: '罗墩村委会', aliases: ['七岗村', '陈家宅'] },
      '吉桥村委会',
      '太平村委会',
      '王庄村委会',
      '东湖村委会',
      '泰山二村居委会',
    ],
    董浜镇: ['旗杆村委会', '里睦村委会', '王庄村委会', { name: '智林村委会', aliases: ['周家塘'] }, '人民路社区居委会'],
    琴川街道: ['渠中村委会', '花园浜社区居委会', '宁静社区居委会'],
    务川仡佬族乡: ['石朝村村民委员会'],
    巴彦茫哈苏木: ['巴彦乌兰嘎查'],
  },
});
const gazetteer = createGazetteer(areas);
const nameOf = (id: number | null) => areas.find((area) => area.id === id)?.name ?? null;
const placed = (address: string) => {
  const { areaId, grade } = gazetteer.geocode(address);
  return [nameOf(areaId), grade];
};

describe('how far an address leads', () => {
  test.each([
    ['尚湖镇罗墩村12组23号', 'house'],
    ['尚湖镇罗墩村(12)陈家宅23号', 'house'],
    ['罗墩12-23', 'house'],
    ['罗墩村陈家宅23号之1', 'house'],
    ['陈家宅23号', 'house'],
    ['尚湖镇罗墩村十二组', 'hamlet'],
    ['尚湖镇罗墩村第12村民小组', 'hamlet'],
    ['尚湖镇罗墩村第十二村民小组', 'hamlet'],
    ['尚湖镇罗墩村(12)', 'hamlet'],
    ['尚湖镇罗墩村【１２】', 'hamlet'],
    ['尚湖镇罗墩村陈家宅', 'hamlet'],
    ['尚湖镇罗墩村赵家湾自然村', 'hamlet'],
    ['尚湖镇罗敦村12组', 'hamlet'],
    ['陈家宅', 'hamlet'],
    ['尚湖镇罗墩村', 'village'],
    ['罗墩村村委会旁', 'village'],
    ['罗墩小学东50米', 'village'],
    ['罗墩村农贸市场对面', 'village'],
    ['尚湖镇七岗村', 'village'],
  ])('%s: %s', (address, grade) => {
    expect(placed(address)).toEqual(['罗墩村委会', grade]);
  });

  test('the parts are read from province to house', () => {
    expect(gazetteer.geocode('江苏省苏州市常熟市尚湖镇罗墩村(12)陈家宅23-1号').parts).toEqual({
      province: '江苏省',
      city: '苏州市',
      county: '常熟市',
      town: '尚湖镇',
      village: '罗墩村',
      group: '12',
      hamlet: '陈家宅',
      house: '23-1号',
    });
  });
});

describe('spellings', () => {
  test.each([
    ['尚湖鎮羅墩村12組', '罗墩村委会', 'traditional characters'],
    ['尚湖镇大平村3组', '太平村委会', 'a character that looks alike'],
    ['琴川街道林静社区', '宁静社区居委会', 'n and l, in and ing'],
    ['琴川街道宁金社区', '宁静社区居委会', 'in and ing'],
    ['董浜镇字林村', '智林村委会', 'z and zh'],
    ['董滨镇旗杆村', '旗杆村委会', 'a town that looks alike'],
    ['常熟市常熟市尚湖镇尚湖镇罗墩村', '罗墩村委会', 'repeated'],
    ['地址：尚湖镇罗墩村', '罗墩村委会', 'what forms say before it'],
    ['户籍地址罗墩村', '罗墩村委会', 'without punctuation'],
    ['中国江苏省常熟市罗墩村', '罗墩村委会', 'with the country'],
    ['215500 No.7 罗墩村', '罗墩村委会', 'postcode and English'],
    ['〔尚湖镇〕「罗墩村」', '罗墩村委会', 'brackets of any kind'],
    ['尚湖镇泰山2村3幢', '泰山二村居委会', 'a digit in the name'],
    ['务川石朝村3组', '石朝村村民委员会', 'a township of a people'],
    ['巴彦茫哈苏木巴彦乌兰', '巴彦乌兰嘎查', 'a gacha'],
    ['巴彦乌兰嘎查村民委员会3组', '巴彦乌兰嘎查', 'a gacha in full'],
    ['尚湖镇罗敦村周家塘3号', '罗墩村委会', 'a misspelt village before a natural village of another'],
  ])('%s is %s: %s', (address, name) => {
    expect(placed(address)[0]).toBe(name);
  });
});

describe('what is not placed names its candidates', () => {
  const candidates = (address: string) => {
    const { areaId, problem, candidates } = gazetteer.geocode(address);
    expect(areaId).toBeNull();
    return { problem, named: candidates.map(({ areaId, reason }) => `${nameOf(areaId)} ${reason}`) };
  };

  test('villages of one name in two towns have half each', () => {
    expect(gazetteer.geocode('王庄村3组').candidates.map(({ score }) => score)).toEqual([0.5, 0.5]);
    expect(candidates('王庄村3组')).toEqual({
      problem: 'address-ambiguous',
      named: ['王庄村委会 name', '王庄村委会 name'],
    });
  });

  test('a village in another town than is named is elsewhere', () => {
    expect(candidates('董浜镇罗墩村')).toEqual({ problem: 'address-ambiguous', named: ['罗墩村委会 elsewhere'] });
  });

  test('one wrong character is a hint, never an answer', () => {
    expect(candidates('尚湖镇西湖村')).toEqual({ problem: 'address-not-matched', named: ['东湖村委会 look'] });
  });

  test('a village of a county that is named and not this one is elsewhere', () => {
    expect(candidates('昆山市玉山镇罗墩村')).toEqual({
      problem: 'address-not-matched',
      named: ['罗墩村委会 elsewhere'],
    });
    expect(candidates('道真县尚湖镇罗墩村').problem).toBe('address-not-matched');
  });

  test('a natural village in a town or village that is none of ours decides nothing', () => {
    expect(candidates('玉山镇新村陈家宅3号').problem).toBe('address-not-matched');
    expect(candidates('芦苇村(3)陈家宅3号')).toMatchObject({
      problem: 'address-ambiguous',
      named: ['罗墩村委会 alias'],
    });
  });

  test.each(['人民路88号', '中心小学东50米', '农贸市场对面', '同身份证地址', ''])('%s names none', (address) => {
    expect(candidates(address)).toEqual({ problem: 'address-not-matched', named: [] });
  });
});

describe('laws', () => {
  const word = fc.constantFrom(
    ...[
      '罗墩',
      '罗敦',
      '王庄',
      '旗杆',
      '尚湖镇',
      '董浜镇',
      '琴川',
      '村',
      '社区',
      '陈家宅',
      '12',
      '组',
      '号',
      '(',
      '） ',
      '|',
      '路',
      '昆山市',
      '大平',
      '西湖',
      '墩',
    ],
  );
  const text = fc.oneof(
    fc.array(word, { maxLength: 8 }).map((words) => words.join('')),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );

  test('any text is answered, with a score from 0 to 1 and distinct candidates, the best first, of which the answer is the first', () => {
    fc.assert(
      fc.property(text, (address) => {
        const { areaId, grade, score, problem, candidates } = gazetteer.geocode(address);
        expect([areaId === null, grade === null]).toEqual([problem !== null, problem !== null]);
        expect(candidates.length).toBeLessThanOrEqual(5);
        expect(new Set(candidates.map((one) => one.areaId)).size).toBe(candidates.length);
        for (const one of [{ score }, ...candidates]) expect(one.score >= 0 && one.score <= 1).toBe(true);
        expect(candidates.map((one) => one.score)).toEqual(candidates.map((one) => one.score).sort((a, b) => b - a));
        if (areaId !== null) expect(candidates[0]?.areaId).toBe(areaId);
      }),
      { numRuns: 500 },
    );
  });

  test('an address in the form in which it is searched is searched in that form', () => {
    fc.assert(
      fc.property(text, (address) => {
        for (const form of addressTexts(address)) expect(addressTexts(form)).toEqual([form]);
      }),
    );
  });

  const villages = areas.filter(({ level }) => level === 'village');
  const villageText = fc.tuple(fc.constantFrom(...villages), fc.constantFrom('', '3组', '12号', '(5)'));
  const townOf = (parentId: number | null) => nameOf(parentId) ?? '';

  test('naming the town as well never changes a right answer, and settles villages of one name', () => {
    fc.assert(
      fc.property(villageText, ([village, tail]) => {
        const alone = gazetteer.geocode(village.name + tail).areaId;
        expect(alone === null || alone === village.id).toBe(true);
        expect(gazetteer.geocode(townOf(village.parentId) + village.name + tail).areaId).toBe(village.id);
      }),
    );
  });

  test('what stands around an address changes nothing', () => {
    const before = fc.constantFrom('', '地址:', '215500 ', '江苏省', '[1] ', 'No.3 ', '中国江苏省苏州市常熟市');
    const after = fc.constantFrom('', ' Bldg.3', '(村委会旁)', '。', '，电话13800000000', ' 附近');
    fc.assert(
      fc.property(villageText, before, after, ([village, tail], start, end) => {
        const address = townOf(village.parentId) + village.name + tail;
        expect(gazetteer.geocode(`${start}${address}${end}`).areaId).toBe(village.id);
      }),
    );
  });
});
