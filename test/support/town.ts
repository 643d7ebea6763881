import type { AreaEntry, MultiPolygon } from '../../geodata/model/area.ts';
import type { Dataset } from '../../geodata/model/dataset.ts';
import { loadAreas } from '../../server/area/load-areas.ts';
import type { Database } from '../../server/db/database.ts';

/** A dataset of policies with coordinates. */
export const POLICY_DATASET: Dataset = {
  id: 'test-policies',
  title: { zh: '测试保单', en: 'Test policies' },
  key: ['policy'],
  operator: 'seller',
  holder: 'household',
  amount: { column: 'premium', unit: '元' },
  date: { column: 'signed', format: 'YYYY-MM-DD' },
  place: { coordinates: { lng: 'lng', lat: 'lat', crs: 'EPSG:4326' } },
  fields: [],
};

export interface House {
  readonly key: string;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly operator: string;
}

/** The houses as a file: one policy each, 100 yuan, on the first of May 2020. */
export const fileOf = (houses: readonly House[]): string =>
  [
    'policy,signed,premium,seller,household,lng,lat',
    ...houses.map(
      ({ key, lng, lat, operator }) => `${key},2020-05-01,100,${operator},H-${key},${lng ?? ''},${lat ?? ''}`,
    ),
  ].join('\n');

/** A town of two square villages side by side: 东村 with 100 households in the east, 西村 with 200 in the west. */
export async function makeTown(db: Database): Promise<void> {
  const town = area({ code: '320581001', name: '测试镇', parentCode: null }, 120.6, 120.614);
  const east = area({ code: '320581001201', name: '东村', parentCode: '320581001' }, 120.607, 120.614, 100);
  const west = area({ code: '320581001202', name: '西村', parentCode: '320581001' }, 120.6, 120.607, 200);
  await loadAreas(db, [town], { level: 'town', parentLevel: null, source: 'test' });
  await loadAreas(db, [east, west], { level: 'village', parentLevel: 'town', source: 'test' });
}

function area(
  named: Pick<AreaEntry, 'code' | 'name' | 'parentCode'>,
  west: number,
  east: number,
  households?: number,
): AreaEntry {
  const [south, north] = [31.6, 31.61];
  const boundary: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    ],
  };
  return { ...named, aliases: [], denominators: households === undefined ? {} : { households }, boundary, repairs: [] };
}
