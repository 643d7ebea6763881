import type { View } from '../access/view.ts';
import { sql } from '../db/sql.ts';

/** More areas than this cannot be looked through by anybody. */
const MOST = 5_000;

/** The level on which the effect of a merge is told: villages where there are any, else the finest that can be looked through. */
export async function effectLevel({ db, sight }: View, datasetId: number): Promise<string | null> {
  const on = new Set((await sql(db, 'datasets/count_levels', { ...sight, datasetId })).map(({ level }) => level));
  const levels = (await sql(db, 'areas/list_levels', {}))
    .filter(({ level }) => on.has(level))
    .sort((a, b) => b.areas - a.areas);
  const fitting = levels.filter(({ areas }) => areas <= MOST);
  return (levels.find(({ level }) => level === 'village') ?? fitting[0] ?? levels[0])?.level ?? null;
}
