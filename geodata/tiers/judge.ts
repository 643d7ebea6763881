import type { Profile, Tier, TierPart, TierPartId } from '../model/tier.ts';

/** What a verdict rests on: one area, one period, shares by records. */
export interface TierMeasures {
  /** Records that shares are computed from. */
  readonly judged: number;
  readonly topRecords: number;
  readonly topHolders: number;
  /** Share of the top operator, 0-1, and the lower end of its 95 % interval. */
  readonly cr1: number | null;
  readonly wilsonLow: number | null;
  /** 0-10,000. */
  readonly hhi: number | null;
  readonly townOperators: number;
  /** What the top operator's holders are compared with; null when the area or the dataset has no such number. */
  readonly coverageOf: number | null;
  /** Per hundred households: all records, and those of the top operator. Null without households. */
  readonly recordsRate: number | null;
  readonly topRate: number | null;
  /** Median rate of all records of the neighbours; null when too few of them can be compared. */
  readonly neighbourRate: number | null;
}

export interface Verdict {
  readonly tier: Tier;
  readonly parts: readonly TierPart[];
}

/**
 * The tier of an area, and every condition behind it. Neither share nor volume alone makes an area red: the joint rule does,
 * and a part that cannot be judged counts as not met. Rules: models M0101-R1 to R5, see profile.ts.
 *
 * - grey: fewer records than the sample needs, whatever the shares are;
 * - red: volume, rate, share, lower bound, choice and coverage all met;
 * - orange: share or concentration, where there was a choice;
 * - yellow: volume far above the neighbours';
 * - normal: the rest.
 */
export function judge(measures: TierMeasures, profile: Profile): Verdict {
  const parts = judgeParts(measures, profile);
  const met = new Set<TierPartId>();
  for (const part of parts) if (part.met) met.add(part.id);
  return { tier: tierOf(met), parts };
}

const RED: readonly TierPartId[] = ['volume', 'top-rate', 'share', 'single-operator', 'choice', 'coverage'];

function tierOf(met: ReadonlySet<TierPartId>): Tier {
  if (!met.has('sample')) return 'grey';
  if (RED.every((id) => met.has(id))) return 'red';
  if (met.has('choice') && (met.has('share') || met.has('concentration'))) return 'orange';
  return met.has('neighbours') ? 'yellow' : 'normal';
}

function judgeParts(m: TierMeasures, { thresholds }: Profile): TierPart[] {
  return [
    part('sample', m.judged, thresholds.sampleMinimum.value, m.judged),
    part('volume', m.topRecords, thresholds.topRecordsMinimum.value, m.topRecords),
    topRate(m, thresholds.neighbourRatioForTop.value),
    part('single-operator', m.wilsonLow, thresholds.topShareLowerBound.value, m.topRecords, m.judged),
    part('choice', m.townOperators, thresholds.townOperatorsMinimum.value, m.townOperators),
    part('share', m.cr1, thresholds.topShareMinimum.value, m.topRecords, m.judged),
    part('concentration', m.hhi, thresholds.hhiMinimum.value, null),
    coverage(m, thresholds.coverageMinimum.value, thresholds.coverageRecordsMinimum.value),
    part(
      'neighbours',
      ratio(m.recordsRate, m.neighbourRate),
      thresholds.volumeRatioMinimum.value,
      m.recordsRate,
      m.neighbourRate,
    ),
  ];
}

/** Where the neighbours do nothing at all there is no ratio, yet one operator with records does more than they. */
function topRate(m: TierMeasures, threshold: number): TierPart {
  const compared = part('top-rate', ratio(m.topRate, m.neighbourRate), threshold, m.topRate, m.neighbourRate);
  return m.neighbourRate === 0 && m.topRate !== null ? { ...compared, met: m.topRate > 0 } : compared;
}

/** A share of few houses is no coverage: the holders must be many as well. */
function coverage(m: TierMeasures, threshold: number, holdersMinimum: number): TierPart {
  const compared = part('coverage', ratio(m.topHolders, m.coverageOf), threshold, m.topHolders, m.coverageOf);
  return compared.met && m.topHolders < holdersMinimum ? { ...compared, met: false } : compared;
}

function part(
  id: TierPartId,
  value: number | null,
  threshold: number,
  ...[numerator, denominator = null]: [number | null, (number | null)?]
): TierPart {
  return { id, met: value === null ? null : value >= threshold, value, threshold, numerator, denominator };
}

function ratio(own: number | null, other: number | null): number | null {
  return own !== null && other ? own / other : null;
}
