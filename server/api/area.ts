import { Router } from 'express';
import type { AreaDetail, AreaQuery as AreaQueryType, NeighbourCount, OperatorShare } from '../../geodata/model/api.ts';
import type { AreaIndicators } from '../../geodata/model/indicator.ts';
import type { Grade } from '../../geodata/model/place.ts';
import { sightOf, type View } from '../access/view.ts';
import { sql } from '../db/sql.ts';
import type { Measurement } from '../measure/measurements.ts';
import type { Terms } from '../measure/terms.ts';
import { originOf } from '../trace/origin-of.ts';
import { findArea, listIndicators, measured } from './areas.ts';
import type { Context } from './context.ts';
import { AreaQuery } from './queries.ts';
import { get } from './route.ts';

const TOP_OPERATORS = 10;
const MOST_UNNAMED = 5;

export function area(context: Context): Router {
  const { readAs, trace } = context;
  const router = Router();

  get(router, '/api/area', AreaQuery, async (query, res): Promise<AreaDetail> => {
    const sight = sightOf(res);
    const { terms, measurement } = await measured(context, query, sight);
    const detail = await readAs(sight, (view) => describeArea(view, query, { terms, measurement }));
    const { level, code, ...asked } = query;
    await trace.look({ ...originOf(res), action: 'area.view', area: { level, code }, after: asked });
    return detail;
  });
  return router;
}

async function describeArea(
  view: View,
  { level, code }: AreaQueryType,
  { terms, measurement }: { terms: Terms; measurement: Measurement },
): Promise<AreaDetail> {
  const { db, sight } = view;
  const lineage = await findArea(view, level, code);
  const [area] = lineage;
  const [adjacent] = await sql(db, 'areas/list_neighbours', { level, areaId: area.id });
  const neighbourIds = adjacent?.neighbourIds ?? [];
  const rows = await listIndicators(view, measurement.id, [area.id, ...neighbourIds]);
  const measuredAreas = new Map(rows.map((row) => [row.areaId, JSON.parse(row.indicators) as AreaIndicators]));
  const indicators = measuredAreas.get(area.id);
  if (!indicators) throw new Error(`the area ${code} was not measured`);
  const where = { ...sight, datasetId: terms.datasetId, areaId: area.id, ...terms.span };
  const operators = await sql(db, 'records/sum_operators', { ...where, cells: null, limit: TOP_OPERATORS });
  const grades = await sql(db, 'records/count_area_grades', where);
  const [positions] = await sql(db, 'records/count_positions', where);
  const neighbours = neighbourIds.flatMap((id) => measuredAreas.get(id) ?? []);
  return {
    level: area.level,
    indicators,
    ancestors: lineage.map(({ level, code, name }) => ({ level, code, name })),
    topOperators: operators.map((operator) => withShare(operator, indicators.judged)),
    unnamed: await sql(db, 'records/sum_unnamed', { ...where, cells: null, limit: MOST_UNNAMED }),
    months: await sql(db, 'records/count_months', { ...where, operatorId: indicators.topOperatorId }),
    neighbours: neighbours.map(asNeighbour),
    neighboursUnseen: neighbourIds.length - neighbours.length,
    parts: indicators.parts,
    placed: countsOf(grades),
    distinctPositions: positions?.distinctPositions ?? 0,
    positioned: positions?.positioned ?? 0,
  };
}

export const withShare = (operator: Omit<OperatorShare, 'share'>, judged: number): OperatorShare => ({
  ...operator,
  share: judged > 0 ? operator.records / judged : null,
});

const countsOf = (rows: readonly { grade: Grade | null; records: number }[]): Partial<Record<Grade, number>> =>
  Object.fromEntries(rows.flatMap(({ grade, records }) => (grade ? [[grade, records]] : [])));

const asNeighbour = ({ code, name, tier, records, cr1, perHundredHouseholds }: AreaIndicators): NeighbourCount => ({
  code,
  name,
  tier,
  records,
  cr1,
  perHundredHouseholds,
});
