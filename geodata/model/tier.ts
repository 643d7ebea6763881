/** Risk tiers, most urgent first. Grey means too few records to judge, which is not the same as normal. */
export const TIERS = ['red', 'orange', 'yellow', 'normal', 'grey'] as const;
export type Tier = (typeof TIERS)[number];

/** The parts of a tier's verdict, shown side by side; see geodata/tiers/profile.ts for thresholds and sources. */
export const TIER_PARTS = [
  'sample',
  'volume',
  'top-rate',
  'single-operator',
  'choice',
  'share',
  'concentration',
  'coverage',
  'neighbours',
] as const;
export type TierPartId = (typeof TIER_PARTS)[number];

/**
 * One condition with what was measured. `met` is null when it cannot be judged (no households, no neighbours…).
 * `numerator` and `denominator` are the counts behind `value`, so that the page can say "214 of 238".
 */
export interface TierPart {
  readonly id: TierPartId;
  readonly met: boolean | null;
  readonly value: number | null;
  readonly threshold: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** The thresholds of one profile, each with its source. */
export interface Threshold {
  readonly value: number;
  /** 地方参数 (a local parameter, to be set by the commission), or a law, norm or paper. */
  readonly source: string;
}

export interface Profile {
  readonly id: string;
  readonly version: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly thresholds: Readonly<Record<ThresholdId, Threshold>>;
}

export const THRESHOLDS = [
  'sampleMinimum',
  'topRecordsMinimum',
  'topShareMinimum',
  'topShareLowerBound',
  'townOperatorsMinimum',
  'neighbourRatioForTop',
  'coverageMinimum',
  'coverageRecordsMinimum',
  'hhiMinimum',
  'volumeRatioMinimum',
  'neighboursMinimum',
] as const;
export type ThresholdId = (typeof THRESHOLDS)[number];
