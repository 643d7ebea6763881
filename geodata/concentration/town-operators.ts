import type { Area } from '../model/area.ts';
import type { OperatorCounts } from './operator-counts.ts';

export interface TownOperatorsInput {
  readonly areas: readonly Area[];
  readonly neighbours: ReadonlyMap<number, readonly number[]>;
  readonly counts: ReadonlyMap<number, OperatorCounts>;
}

/**
 * How many operators people of each area could choose from, by area id: those with judged records anywhere in the same parent
 * area, or, for an area without a parent, in the area itself and its neighbours.
 */
export function townOperators({ areas, neighbours, counts }: TownOperatorsInput): Map<number, number> {
  const here = (id: number) => counts.get(id)?.operatorIds ?? [];
  const byParent = new Map<number, Set<number>>();
  for (const { id, parentId } of areas) {
    if (parentId === null) continue;
    const operators = byParent.get(parentId) ?? new Set();
    for (const operator of here(id)) operators.add(operator);
    byParent.set(parentId, operators);
  }
  return new Map(
    areas.map(({ id, parentId }) => {
      const operators =
        parentId === null ? new Set([id, ...(neighbours.get(id) ?? [])].flatMap(here)) : byParent.get(parentId);
      return [id, operators?.size ?? 0];
    }),
  );
}
