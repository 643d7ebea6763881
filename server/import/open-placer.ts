import { createLocator } from '../../geodata/boundaries/area-locator.ts';
import type { AreaLocator } from '../../geodata/geocode/atlas.ts';
import { createPlacer } from '../../geodata/geocode/create-placer.ts';
import { readPosition } from '../../geodata/geocode/read-position.ts';
import type { MultiPolygon } from '../../geodata/model/area.ts';
import type { Dataset } from '../../geodata/model/dataset.ts';
import type { Placement, Whereabouts } from '../../geodata/model/record.ts';
import type { Database } from '../db/database.ts';
import type { Box } from '../db/queries.ts';
import { sql } from '../db/sql.ts';

/** Places one batch of whereabouts, in their order. */
export type PlaceBatch = (wheres: readonly Whereabouts[]) => Promise<Placement[]>;

/** Of a level that no record has come near yet. */
const FAR_AWAY: AreaLocator = { locate: () => null };

/**
 * Everything a record of the dataset can be placed by. The boundaries of a level, often millions of points, are fetched when
 * the first records come near them: one database may hold many counties.
 */
export async function openPlacer(db: Database, dataset: Dataset): Promise<PlaceBatch> {
  const areas = await sql(db, 'areas/list', { level: null });
  const levels = dataset.place.coordinates ? await sql(db, 'areas/list_levels', {}) : [];
  let waiting = levels.filter(({ withBoundary }) => withBoundary > 0);
  // Known from the start, so that a record is placed the same whatever came before it.
  const locators = new Map<string, AreaLocator>(waiting.map(({ level }) => [level, FAR_AWAY]));
  const place = createPlacer(dataset, { areas, locators });
  return async (wheres) => {
    const extent = waiting.length > 0 ? extentOf(wheres) : NOWHERE;
    const near = waiting.filter((level) => overlap(level, extent));
    for (const { level } of near) locators.set(level, await loadLocator(db, level));
    waiting = waiting.filter((level) => !near.includes(level));
    return wheres.map(place);
  };
}

async function loadLocator(db: Database, level: string): Promise<AreaLocator> {
  const rows = await sql(db, 'areas/list_boundaries', { level });
  return createLocator(rows.map(({ id, geometry }) => ({ id, boundary: JSON.parse(geometry) as MultiPolygon })));
}

interface Extent {
  west: number;
  south: number;
  east: number;
  north: number;
}

const NOWHERE: Readonly<Extent> = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };

function extentOf(wheres: readonly Whereabouts[]): Extent {
  const extent = { ...NOWHERE };
  for (const { lng, lat, crs } of wheres) {
    const position = readPosition(lng, lat, crs);
    if (typeof position === 'string') continue;
    extent.west = Math.min(extent.west, position[0]);
    extent.east = Math.max(extent.east, position[0]);
    extent.south = Math.min(extent.south, position[1]);
    extent.north = Math.max(extent.north, position[1]);
  }
  return extent;
}

function overlap({ west, south, east, north }: Box, extent: Extent): boolean {
  if (west === null || south === null || east === null || north === null) return false;
  return west <= extent.east && east >= extent.west && south <= extent.north && north >= extent.south;
}
