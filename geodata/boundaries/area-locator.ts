import type { AreaLocator } from '../geocode/atlas.ts';
import type { MultiPolygon } from '../model/area.ts';
import { createAreaGrid } from './area-grid.ts';
import { contains, packAreas } from './packed-areas.ts';

/**
 * Finds the area that a position lies in. Exact: a position on a border that areas share, or where areas overlap, goes to the
 * area with the lowest id; holes are outside. A grid over all areas answers at once where one area fills a square, and
 * otherwise names the few areas whose borders pass through it.
 */
export function createLocator(areas: Iterable<{ readonly id: number; readonly boundary: MultiPolygon }>): AreaLocator {
  const sorted = [...areas].sort((a, b) => a.id - b.id);
  const ids = sorted.map(({ id }) => id);
  const boundaries = sorted.map(({ boundary }) => boundary);
  const packed = packAreas(boundaries);
  const { starts, entries, squareAt } = createAreaGrid(boundaries, packed);
  return {
    locate(position) {
      const square = squareAt(position[0], position[1]);
      if (square < 0) return null;
      const last = starts[square + 1] as number;
      for (let i = starts[square] as number; i < last; i++) {
        const entry = entries[i] as number;
        const area = entry >> 1;
        if ((entry & 1) === 1 || contains(packed, area, position)) return ids[area] ?? null;
      }
      return null;
    },
  };
}
