import type { AreaLocator } from '../geocode/atlas.ts';
import type { MultiPolygon } from '../model/area.ts';
import { type AreaEdges, areaEdges, contains } from './area-edges.ts';
import { createAreaGrid } from './area-grid.ts';

/**
 * Finds the area that a position lies in. Exact: a position on a border that areas share, or where areas overlap, goes to the
 * area with the lowest id; holes are outside. A grid over all areas answers at once where one area fills a square, and
 * otherwise names the few areas whose borders pass through it.
 */
export function createLocator(areas: Iterable<{ readonly id: number; readonly boundary: MultiPolygon }>): AreaLocator {
  const sorted = [...areas].sort((a, b) => a.id - b.id);
  const ids = sorted.map(({ id }) => id);
  const shapes: AreaEdges[] = sorted.map(({ boundary }) => areaEdges(boundary));
  const grid = createAreaGrid(shapes);
  return {
    locate([lng, lat]) {
      const square = grid.squareAt(lng, lat);
      if (square < 0) return null;
      const last = grid.starts[square + 1] ?? 0;
      for (let i = grid.starts[square] ?? 0; i < last; i++) {
        const entry = grid.entries[i] as number;
        const shape = entry >> 1;
        if ((entry & 1) === 1 || contains(shapes[shape] as AreaEdges, lng, lat)) return ids[shape] ?? null;
      }
      return null;
    },
  };
}
