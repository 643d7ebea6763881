import type { AreaIndicators } from '../../geodata/model/indicator.ts';
import type { TierPart } from '../../geodata/model/tier.ts';

const part = (id: TierPart['id'], met: boolean | null, value: number, threshold: number): TierPart => ({
  id,
  met,
  value,
  threshold,
  numerator: null,
  denominator: null,
});

/** A village like 罗墩村: 236 judged records, 214 of them one operator's, 238 rebuilt houses. */
export const luodun: AreaIndicators = {
  code: '320581111224',
  name: '罗墩村',
  parentCode: '320581111',
  parentName: '尚湖镇',
  tier: 'red',
  records: 240,
  judged: 236,
  setAside: 4,
  amount: 300_000,
  operators: 9,
  holders: 236,
  topOperator: '范某',
  topOperatorId: 7,
  topRecords: 214,
  topAmount: 270_000,
  topHolders: 214,
  cr1: 214 / 236,
  cr2: 0.92,
  cr3: 0.94,
  hhi: 8233,
  hhiUnbiased: 8226,
  effectiveOperators: 10_000 / 8233,
  wilsonLow: 0.863,
  households: 900,
  perHundredHouseholds: 26.2,
  coverageOf: 238,
  coverage: 214 / 238,
  neighbourRatio: 2.4,
  neighbours: 6,
  townOperators: 30,
  parts: [part('sample', true, 236, 30), part('choice', true, 30, 3)],
};
