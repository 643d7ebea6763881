import type { RecordsQuery } from '../../geodata/model/api.ts';
import type { Selection } from '../selection/selection.ts';
import type { Scene } from './use-scene.ts';

export type RecordsFilter = Omit<RecordsQuery, 'sort' | 'order' | 'offset' | 'limit'>;

/** Which records the panel lists, the map points at and the CSV holds: one filter for the three of them. Null: none yet chosen. */
export function recordsFilter(selection: Selection, scene: Scene): RecordsFilter | null {
  const { area, cell, list, operator } = selection;
  if (area === null && cell === null && list === null) return null;
  return {
    dataset: scene.summary.dataset.id,
    ...scene.period,
    ...(area === null ? {} : { area, level: scene.level?.level }),
    ...(cell === null ? {} : { cell }),
    ...(list === null ? {} : { placed: 'none' as const }),
    ...(operator === null ? {} : { operator }),
  };
}
