import { createLocator } from '../../geodata/boundaries/area-locator.ts';
import type { AreaLocator, Atlas } from '../../geodata/geocode/atlas.ts';
import type { MultiPolygon } from '../../geodata/model/area.ts';
import type { Dataset } from '../../geodata/model/dataset.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** Everything a record of the dataset can be placed by. Boundaries are fetched only for datasets with coordinates. */
export async function loadAtlas(db: Database, dataset: Dataset): Promise<Atlas> {
  const areas = await sql(db, 'areas/list', { level: null });
  const locators = new Map<string, AreaLocator>();
  if (dataset.place.coordinates) {
    for (const { level, withBoundary } of await sql(db, 'areas/list_levels', {})) {
      if (withBoundary > 0) locators.set(level, await loadLocator(db, level));
    }
  }
  return { areas, locators };
}

async function loadLocator(db: Database, level: string): Promise<AreaLocator> {
  const rows = await sql(db, 'areas/list_boundaries', { level });
  return createLocator(rows.map(({ id, geometry }) => ({ id, boundary: JSON.parse(geometry) as MultiPolygon })));
}
