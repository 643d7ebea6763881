import { createLocator } from '../../geodata/boundaries/area-locator.ts';
import { possiblePlaces } from '../../geodata/coordinates/possible-places.ts';
import type { RawPair, TestLevel } from '../../geodata/coordinates/sample.ts';
import { testDeclaration } from '../../geodata/coordinates/test-declaration.ts';
import { createPlacer } from '../../geodata/geocode/create-placer.ts';
import { createEntryReader } from '../../geodata/intake/create-entry-reader.ts';
import { openTable, type TableFile } from '../../geodata/intake/open-table.ts';
import { requireColumns } from '../../geodata/intake/require-columns.ts';
import { sentence } from '../../geodata/intake/sentence.ts';
import type { Area, MultiPolygon } from '../../geodata/model/area.ts';
import type { CrsTest } from '../../geodata/model/crs-api.ts';
import type { Dataset } from '../../geodata/model/dataset.ts';
import type { Position } from '../../geodata/model/place.ts';
import type { Whereabouts } from '../../geodata/model/record.ts';
import type { TableChoices } from '../../geodata/model/table.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { Problem } from '../problem.ts';

/** Rows of a file that are looked at, from its beginning. */
const SAMPLE = 4_000;

export interface CrsTestOptions {
  readonly dataset: Dataset;
  readonly file: TableFile;
  readonly choices?: TableChoices | undefined;
  /** The county whose office the file comes from; what lies outside of it is counted if its boundary is loaded. */
  readonly countyCode: string;
}

/**
 * Tests the coordinate system that a dataset declares on the first 4,000 rows of a file, against the areas in the database.
 * Nothing is stored. Throws a Problem where the dataset has no coordinates, an IntakeError where the file cannot be read.
 */
export async function testCrs(db: Database, { dataset, file, choices, countyCode }: CrsTestOptions): Promise<CrsTest> {
  const { coordinates, ...others } = dataset.place;
  if (coordinates === undefined) throw new Problem(400, NO_COORDINATES);
  const areas = await sql(db, 'areas/list', { level: null });
  const nameAreas = createPlacer({ ...dataset, place: others }, { areas, locators: new Map() });
  const pairs = (await readWheres(dataset, file, choices)).map(
    (where): RawPair => ({ lng: where.lng, lat: where.lat, named: nameAreas(where).areaIds }),
  );
  const levels = await loadLevels(db, areas, possiblePlaces(pairs, coordinates.crs));
  const inCounty = countyTest(areas, levels, countyCode);
  return testDeclaration({ pairs, declared: coordinates.crs, levels, ...(inCounty && { inCounty }) });
}

async function readWheres(dataset: Dataset, file: TableFile, choices: TableChoices = {}): Promise<Whereabouts[]> {
  const { columns, rows } = await openTable(file, { choices });
  requireColumns(dataset, columns);
  // Only places are wanted here: what else a row lacks is for the import to say.
  const { key: _key, amount: _amount, date: _date, ...placed } = dataset;
  const reader = createEntryReader({ ...placed, key: [], fields: [] });
  const wheres: Whereabouts[] = [];
  for await (const batch of rows) {
    for (const row of batch) {
      const entry = 'reason' in row ? row : reader.read(row);
      if ('where' in entry && wheres.length < SAMPLE) wheres.push(entry.where);
    }
    if (wheres.length >= SAMPLE) break;
  }
  return wheres;
}

async function loadLevels(db: Database, areas: readonly Area[], places: readonly Position[]): Promise<TestLevel[]> {
  const levels: TestLevel[] = [];
  for (const { level, west, south, east, north } of await sql(db, 'areas/list_levels', {})) {
    if (west === null || south === null || east === null || north === null) continue;
    if (!places.some(([lng, lat]) => lng >= west && lng <= east && lat >= south && lat <= north)) continue;
    const rows = await sql(db, 'areas/list_boundaries', { level });
    const boundaries = rows.map(({ id, geometry }) => ({ id, boundary: JSON.parse(geometry) as MultiPolygon }));
    const ids = new Set(areas.filter((area) => area.level === level).map(({ id }) => id));
    levels.push({ level, ids, locator: createLocator(boundaries) });
  }
  return levels;
}

function countyTest(areas: readonly Area[], levels: readonly TestLevel[], countyCode: string) {
  const county = areas.find(({ level, code }) => level === 'county' && code === countyCode);
  const counties = levels.find(({ ids }) => county !== undefined && ids.has(county.id));
  if (county === undefined || counties === undefined) return undefined;
  return (position: Position) => counties.locator.locate(position) === county.id;
}

const NO_COORDINATES = sentence('这个数据集没有声明坐标列', 'This dataset declares no columns of coordinates');
