import type { Area } from '../model/area.ts';
import type { Dataset } from '../model/dataset.ts';
import type { AreaIndicators, Weight } from '../model/indicator.ts';
import type { Profile } from '../model/tier.ts';
import { judge } from '../tiers/judge.ts';
import { measureConcentration } from './measure-concentration.ts';
import { neighbourMedian, perHundredHouseholds } from './neighbour-rates.ts';
import { NO_COUNTS, type OperatorCounts } from './operator-counts.ts';
import { townOperators } from './town-operators.ts';

export interface MeasureAreasInput {
  /** All areas of one level, with and without records. */
  readonly areas: readonly Area[];
  /** Ids of the adjacent areas, both ways. */
  readonly neighbours: ReadonlyMap<number, readonly number[]>;
  /** One dataset in one period; an area that is absent has no records. */
  readonly counts: ReadonlyMap<number, OperatorCounts>;
  readonly parents: ReadonlyMap<number, Area>;
  readonly operatorNames: (id: number) => string;
  readonly dataset: Dataset;
  readonly profile: Profile;
  readonly weight: Weight;
}

/**
 * The indicators of every area, sorted by code. The weight decides what the shares are of; the tier and its parts always go
 * by records, so that a village does not change its tier when the map is switched to money.
 */
export function measureAreas(input: MeasureAreasInput): AreaIndicators[] {
  const rates = new Map(
    input.areas.map((area) => [
      area.id,
      { records: input.counts.get(area.id)?.records ?? 0, households: householdsOf(area) },
    ]),
  );
  const choice = townOperators(input);
  const minimum = input.profile.thresholds.neighboursMinimum.value;
  return input.areas
    .map((area) => {
      const neighbours = (input.neighbours.get(area.id) ?? []).map((id) => rates.get(id)).filter((rate) => !!rate);
      return measureArea(area, input, {
        neighbours: neighbours.length,
        neighbourRate: neighbourMedian(neighbours, minimum),
        townOperators: choice.get(area.id) ?? 0,
      });
    })
    .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

interface Surroundings {
  readonly neighbours: number;
  readonly neighbourRate: number | null;
  readonly townOperators: number;
}

// The spread does not come first: V8 grows a leading spread into a slow dictionary, which costs forty thousand areas a second.
function measureArea(area: Area, input: MeasureAreasInput, around: Surroundings): AreaIndicators {
  const counts = input.counts.get(area.id) ?? NO_COUNTS;
  const byRecords = measureConcentration(counts, 'records');
  const shown = input.weight === 'records' ? byRecords : measureConcentration(counts, input.weight);
  const parent = area.parentId === null ? undefined : input.parents.get(area.parentId);
  const households = householdsOf(area);
  const coverageOf = coverageDenominator(area, input.dataset);
  const recordsRate = perHundredHouseholds(counts.records, households);
  const topRate = perHundredHouseholds(byRecords.topRecords, households);
  const { neighbourRate } = around;
  const verdict = judge(
    {
      judged: byRecords.judged,
      topRecords: byRecords.topRecords,
      topHolders: byRecords.topHolders,
      cr1: byRecords.cr1,
      wilsonLow: byRecords.wilsonLow,
      hhi: byRecords.hhi,
      townOperators: around.townOperators,
      coverageOf,
      recordsRate,
      topRate,
      neighbourRate,
    },
    input.profile,
  );
  return {
    code: area.code,
    name: area.name,
    parentCode: parent?.code ?? null,
    parentName: parent?.name ?? null,
    tier: verdict.tier,
    ...shown,
    topOperator: shown.topOperatorId === null ? null : input.operatorNames(shown.topOperatorId),
    households,
    perHundredHouseholds: recordsRate,
    coverageOf,
    coverage: coverageOf ? shown.topHolders / coverageOf : null,
    neighbourRatio: recordsRate !== null && neighbourRate ? recordsRate / neighbourRate : null,
    neighbours: around.neighbours,
    townOperators: around.townOperators,
    parts: verdict.parts,
  };
}

function householdsOf(area: Area): number | null {
  return area.denominators.households || null;
}

/** Null when the dataset has no such comparison, names no holders to compare, or the area lacks the number. */
function coverageDenominator(area: Area, dataset: Dataset): number | null {
  if (!dataset.coverage || !dataset.holder) return null;
  return area.denominators[dataset.coverage.denominator] || null;
}
