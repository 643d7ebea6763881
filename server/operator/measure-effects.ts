import { measureAreas } from '../../geodata/concentration/measure-areas.ts';
import { type MergedCount, mergeCounts } from '../../geodata/concentration/merge-counts.ts';
import type { OperatorCounts } from '../../geodata/concentration/operator-counts.ts';
import type { Area } from '../../geodata/model/area.ts';
import type { Dataset } from '../../geodata/model/dataset.ts';
import type { AreaIndicators } from '../../geodata/model/indicator.ts';
import type { EffectSide, OperatorProposal } from '../../geodata/model/operator-api.ts';
import { type Profile, TIERS } from '../../geodata/model/tier.ts';
import type { View } from '../access/view.ts';
import { sql } from '../db/sql.ts';
import { spanOf } from '../measure/terms.ts';

export type Effect = Pick<OperatorProposal, 'sharedAreas' | 'sharedAreaNames' | 'changedAreas' | 'effects'>;

export interface MeasureEffectsInput {
  readonly datasetId: number;
  readonly dataset: Dataset;
  readonly level: string;
  readonly profile: Profile;
  readonly operatorNames: (id: number) => string;
  /** Operators that would count as one, as ids that are counted now; the first is what the others would count as. */
  readonly groups: readonly (readonly number[])[];
}

const SHOWN_EFFECTS = 5;
const SHOWN_NAMES = 8;
const WHOLE_SPAN = spanOf({});

/**
 * What each merge would change in the areas of a level, over all time, by itself: measured by the code that measures areas, over
 * counts in memory; nothing is written.
 */
export async function measureEffects({ db, sight }: View, input: MeasureEffectsInput): Promise<Effect[]> {
  const { datasetId, dataset, level, profile, operatorNames, groups } = input;
  const everyArea = await sql(db, 'areas/list', { level: null });
  const areas = everyArea.filter((area) => area.level === level);
  const adjacent = await sql(db, 'areas/list_neighbours', { level, areaId: null });
  const neighbours = new Map(adjacent.map(({ areaId, neighbourIds }) => [areaId, neighbourIds]));
  const rows = await sql(db, 'areas/count_operators', { datasetId, level, ...WHOLE_SPAN });
  const counts = new Map<number, OperatorCounts>(rows.map((row) => [row.areaId, row]));
  const parents = new Map(everyArea.map((area) => [area.id, area]));
  const together = await countTogether({ db, sight }, input);
  const byId = new Map(areas.map((area) => [area.id, area]));
  const measureThese = (ids: Iterable<number>, counted: ReadonlyMap<number, OperatorCounts>) => {
    const these = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
    const given = { areas: these, neighbours, counts: counted, parents, operatorNames, dataset, profile };
    return new Map(measureAreas({ ...given, weight: 'records' }).map((area) => [area.code, area]));
  };
  const town = inTowns(areas);

  return groups.map((group, groupNo) => {
    const merged = together.get(groupNo) ?? new Map<number, MergedCount>();
    const members = new Set(group);
    const shared = [...merged.keys()].filter(
      (id) => (counts.get(id)?.operatorIds ?? []).filter((operator) => members.has(operator)).length > 1,
    );
    // A merge also takes a choice away from every area of a town where more than one of them works.
    const touched = new Set(
      [...merged.keys()].flatMap((id) => town(byId.get(id)) ?? [id, ...(neighbours.get(id) ?? [])]),
    );
    const around = new Set([...touched].flatMap((id) => [id, ...(neighbours.get(id) ?? [])]));
    const after = new Map(counts);
    for (const [id, count] of merged) {
      const now = counts.get(id);
      if (now) after.set(id, mergeCounts(now, group, count));
    }
    const whole = new Set([...around].flatMap((id) => town(byId.get(id)) ?? [id]));
    const [was, would] = [measureThese(whole, counts), measureThese(whole, after)];
    const effects = [...touched]
      .flatMap((id) => {
        const code = byId.get(id)?.code ?? '';
        const [before, then] = [was.get(code), would.get(code)];
        return before && then && differ(before, then) ? [{ before, then }] : [];
      })
      .sort((a, b) => weightOf(b) - weightOf(a) || (a.before.code < b.before.code ? -1 : 1));
    return {
      sharedAreas: shared.length,
      sharedAreaNames: namesOf(shared.slice(0, SHOWN_NAMES).flatMap((id) => byId.get(id) ?? [])),
      changedAreas: effects.length,
      effects: effects.slice(0, SHOWN_EFFECTS).map(({ before, then }) => ({
        level,
        code: before.code,
        area: before.name,
        before: sideOf(before),
        after: sideOf(then),
      })),
    };
  });
}

async function countTogether({ db, sight }: View, { datasetId, level, groups }: MeasureEffectsInput) {
  const together = new Map<number, Map<number, MergedCount>>();
  const rows = await sql(db, 'areas/count_groups', {
    ...sight,
    datasetId,
    level,
    groupNos: groups.flatMap((group, no) => group.map(() => no)),
    operatorIds: groups.flat(),
  });
  for (const { groupNo, areaId, ...count } of rows) {
    const areas = together.get(groupNo) ?? new Map<number, MergedCount>();
    areas.set(areaId, count);
    together.set(groupNo, areas);
  }
  return together;
}

/** The areas that lie in the same town as an area; null for one that lies in none. */
function inTowns(areas: readonly Area[]): (area: Area | undefined) => readonly number[] | null {
  const towns = new Map<number, number[]>();
  for (const { id, parentId } of areas) {
    if (parentId !== null) towns.set(parentId, [...(towns.get(parentId) ?? []), id]);
  }
  return (area) => (area === undefined || area.parentId === null ? null : (towns.get(area.parentId) ?? []));
}

/** Names of areas; those that several bear go with their codes. */
function namesOf(areas: readonly Area[]): string[] {
  const bearers = (name: string) => areas.filter((area) => area.name === name).length;
  return areas.map(({ name, code }) => (bearers(name) > 1 ? `${name} ${code}` : name));
}

const differ = (a: AreaIndicators, b: AreaIndicators): boolean =>
  a.tier !== b.tier || a.cr1 !== b.cr1 || a.hhi !== b.hhi;

/** A change of tier weighs more than any change of share. */
const weightOf = ({ before, then }: { before: AreaIndicators; then: AreaIndicators }): number =>
  Math.abs(TIERS.indexOf(then.tier) - TIERS.indexOf(before.tier)) * 10 + Math.abs((then.cr1 ?? 0) - (before.cr1 ?? 0));

const sideOf = ({ tier, judged, topRecords, topOperator, cr1, hhi }: AreaIndicators): EffectSide => ({
  tier,
  judged,
  topRecords,
  topOperator,
  cr1,
  hhi,
});
