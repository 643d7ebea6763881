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
import { loadDecisions } from '../review/load-decisions.ts';
import type { NamedAreas } from '../review/named-areas.ts';

/**
 * Places one batch of whereabouts, in their order; with the county whose office supplied them, by what was decided about its addresses
 * too.
 */
export type PlaceBatch = (wheres: readonly Whereabouts[], countyCode?: string) => Promise<Placement[]>;

/** A level that has boundaries, with the box around them. */
type LevelBox = Box & { readonly level: string };

/** Of a level that no record has come near yet. */
const FAR_AWAY: AreaLocator = { locate: () => null };

/**
 * Everything a record of the dataset can be placed by. The boundaries of a level, often millions of points, are fetched when
 * the first records come near them: one database may hold many counties. `names` spares reading them again.
 */
export async function openPlacer(db: Database, dataset: Dataset, names: NamedAreas | null = null): Promise<PlaceBatch> {
  const { areas, ...gazetteer } = names ?? { areas: await sql(db, 'areas/list', { level: null }) };
  const locators = new Map<string, AreaLocator>();
  let waiting: LevelBox[] | null = dataset.place.coordinates ? null : [];
  const decisions = dataset.place.address ? await loadDecisions(db) : null;
  let county: string | undefined;
  const decided = (address: string) => (county === undefined ? null : (decisions?.find(county, address) ?? null));
  const place = createPlacer(dataset, { areas, locators, decided, ...gazetteer });
  return async (wheres, countyCode) => {
    const extent = waiting?.length === 0 ? NOWHERE : extentOf(wheres);
    if (waiting === null && extent !== NOWHERE) {
      waiting = (await sql(db, 'areas/list_levels', {})).filter(({ withBoundary }) => withBoundary > 0);
      // All known from the first position on, so that a record is placed the same whatever came before it.
      for (const { level } of waiting) locators.set(level, FAR_AWAY);
    }
    const near = (waiting ?? []).filter((level) => overlap(level, extent));
    for (const { level } of near) locators.set(level, await loadLocator(db, level));
    if (waiting !== null && near.length > 0) waiting = waiting.filter((level) => !near.includes(level));
    county = countyCode;
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

function extentOf(wheres: readonly Whereabouts[]): Readonly<Extent> {
  let extent: Extent | null = null;
  for (const { lng, lat, crs } of wheres) {
    const position = readPosition(lng, lat, crs);
    if (typeof position === 'string') continue;
    extent ??= { ...NOWHERE };
    extent.west = Math.min(extent.west, position[0]);
    extent.east = Math.max(extent.east, position[0]);
    extent.south = Math.min(extent.south, position[1]);
    extent.north = Math.max(extent.north, position[1]);
  }
  return extent ?? NOWHERE;
}

function overlap({ west, south, east, north }: Box, extent: Extent): boolean {
  if (west === null || south === null || east === null || north === null) return false;
  return west <= extent.east && east >= extent.west && south <= extent.north && north >= extent.south;
}
