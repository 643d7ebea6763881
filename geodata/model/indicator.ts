import type { Bilingual } from './dataset.ts';
import type { Tier, TierPart } from './tier.ts';

export type Weight = 'records' | 'amount';

/**
 * What is measured of one area (or cell) in one period. Shares 0-1, HHI 0-10,000, null where undefined.
 * Shares are over the judged records: those that name an operator and are not set aside; with weight `amount`, over their
 * amounts above zero.
 */
export interface Concentration {
  /** Every record of the period, whoever handled it. */
  readonly records: number;
  /** Records that shares are computed from. */
  readonly judged: number;
  /** Records that the dataset sets aside, e.g. collective purchases. */
  readonly setAside: number;
  /** Sum of all amounts that were given; null when none was. */
  readonly amount: number | null;
  readonly operators: number;
  readonly holders: number;
  readonly topOperator: string | null;
  readonly topOperatorId: number | null;
  readonly topRecords: number;
  readonly topAmount: number | null;
  /** Distinct holders among the top operator's judged records. */
  readonly topHolders: number;
  readonly cr1: number | null;
  readonly cr2: number | null;
  readonly cr3: number | null;
  readonly hhi: number | null;
  /** (n·H − 1)/(n − 1), by records only: null by amount and for n < 2. */
  readonly hhiUnbiased: number | null;
  /** 10,000 / HHI: the number of equal operators that would be as concentrated. */
  readonly effectiveOperators: number | null;
  /** Lower end of the 95 % Wilson interval of the top share, by records only. */
  readonly wilsonLow: number | null;
}

/** One object of `sunmap indicators` and of `GET /api/areas`. */
export interface AreaIndicators extends Concentration {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly parentName: string | null;
  readonly tier: Tier;
  readonly households: number | null;
  readonly perHundredHouseholds: number | null;
  /** The denominator of `coverage`: for house insurance, rebuilt houses. */
  readonly coverageOf: number | null;
  /** topHolders / coverageOf; can exceed 1, which is itself a finding. */
  readonly coverage: number | null;
  /** This area's records per hundred households over the median of its neighbours'. */
  readonly neighbourRatio: number | null;
  readonly neighbours: number;
  /** Operators active in the parent area (without one: here and in the neighbouring areas): was there a choice? */
  readonly townOperators: number;
  /** In the list of all areas, empty for normal and grey ones: the area itself has them. */
  readonly parts: readonly TierPart[];
}

/** What the map can be coloured by. */
export interface Indicator {
  readonly id: IndicatorId;
  readonly title: Bilingual;
  readonly kind: 'tier' | 'count' | 'money' | 'share' | 'ratio' | 'hhi' | 'rate';
  /** Whether hexagons can show it; the others need households or neighbours, which only areas have. */
  readonly cells: boolean;
}

export const INDICATORS = [
  { id: 'tier', title: { zh: '风险等级', en: 'Risk tier' }, kind: 'tier', cells: false },
  { id: 'records', title: { zh: '业务量', en: 'Records' }, kind: 'count', cells: true },
  { id: 'amount', title: { zh: '金额', en: 'Amount' }, kind: 'money', cells: true },
  { id: 'cr1', title: { zh: '第一经办人占比', en: 'Top operator’s share' }, kind: 'share', cells: true },
  { id: 'cr3', title: { zh: '前三经办人占比', en: 'Top three operators’ share' }, kind: 'share', cells: false },
  { id: 'hhi', title: { zh: '集中度 HHI', en: 'Concentration (HHI)' }, kind: 'hhi', cells: true },
  { id: 'wilsonLow', title: { zh: '占比下限（95%）', en: 'Lower bound of share (95%)' }, kind: 'share', cells: false },
  { id: 'operators', title: { zh: '经办人数', en: 'Operators' }, kind: 'count', cells: true },
  {
    id: 'perHundredHouseholds',
    title: { zh: '每百户业务量', en: 'Records per 100 households' },
    kind: 'rate',
    cells: false,
  },
  { id: 'coverage', title: { zh: '第一经办人覆盖率', en: 'Coverage by top operator' }, kind: 'share', cells: false },
  {
    id: 'neighbourRatio',
    title: { zh: '与邻村中位数之比', en: 'Ratio to neighbours’ median' },
    kind: 'ratio',
    cells: false,
  },
] as const satisfies readonly { id: string; title: Bilingual; kind: string; cells: boolean }[];

export type IndicatorId = (typeof INDICATORS)[number]['id'];
