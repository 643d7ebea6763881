import type { Area } from '../model/area.ts';

/** The areas above an area, nearest first. A circle of parents, which only broken data have, ends where it closes. */
export function createAncestry(areas: readonly Area[]): (area: Area) => readonly Area[] {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const known = new Map<number, readonly Area[]>();
  return (area) => {
    const remembered = known.get(area.id);
    if (remembered !== undefined) return remembered;
    const above: Area[] = [];
    let parent = area.parentId === null ? undefined : byId.get(area.parentId);
    while (parent !== undefined && parent !== area && !above.includes(parent)) {
      above.push(parent);
      parent = parent.parentId === null ? undefined : byId.get(parent.parentId);
    }
    known.set(area.id, above);
    return above;
  };
}

/** The level whose areas have parents and are nobody's parent; with several, the one of most areas. */
export function finestLevel(areas: readonly Area[]): string | null {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const counts = new Map<string, number>();
  const parentLevels = new Set<string>();
  for (const { level, parentId } of areas) {
    const parent = parentId === null ? undefined : byId.get(parentId);
    if (parent === undefined) continue;
    counts.set(level, (counts.get(level) ?? 0) + 1);
    parentLevels.add(parent.level);
  }
  const finest = [...counts].filter(([level]) => !parentLevels.has(level)).sort(([, a], [, b]) => b - a);
  return finest[0]?.[0] ?? null;
}
