import { measureAreas } from '../../geodata/concentration/measure-areas.ts';
import type { Area } from '../../geodata/model/area.ts';
import type { Dataset } from '../../geodata/model/dataset.ts';
import type { AreaIndicators } from '../../geodata/model/indicator.ts';
import type { Database } from '../db/database.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import type { Terms } from './terms.ts';

export interface MeasuredArea {
  readonly area: Area;
  readonly indicators: AreaIndicators;
}

/** Counts in SQL, measures in TypeScript: the indicators of every area of a level, in order of code. */
export async function measureLevel(db: Database, dataset: Dataset, terms: Terms): Promise<MeasuredArea[]> {
  const { datasetId, level, span, weight, profile } = terms;
  const everyArea = await sql(db, 'areas/list', { level: null });
  const areas = everyArea.filter((area) => area.level === level);
  const neighbours = await sql(db, 'areas/list_neighbours', { level, areaId: null });
  const counts = await sql(db, 'areas/count_operators', { datasetId, level, ...span });
  const names = new Map(
    (await sql(db, 'operators/list', { ...EVERYTHING, datasetId })).map(({ id, name }) => [id, name]),
  );
  const indicators = measureAreas({
    areas,
    neighbours: new Map(neighbours.map(({ areaId, neighbourIds }) => [areaId, neighbourIds])),
    counts: new Map(counts.map((row) => [row.areaId, row])),
    parents: new Map(everyArea.map((area) => [area.id, area])),
    operatorNames: (id) => names.get(id) ?? '',
    dataset,
    profile,
    weight,
  });
  const byCode = new Map(areas.map((area) => [area.code, area]));
  return indicators.map((measured) => ({ area: byCode.get(measured.code) as Area, indicators: measured }));
}
