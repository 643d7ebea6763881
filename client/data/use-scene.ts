import { useMemo } from 'react';
import type { AreasQuery, DatasetSummary, LevelSummary } from '../../geodata/model/api.ts';
import type { Period } from '../../geodata/model/period.ts';
import { useSelection } from '../selection/use-selection.ts';
import { defaultLevel } from './default-level.ts';
import { useGet } from './use-get.ts';

/** What the selection means once the datasets are known. */
export interface Scene {
  readonly datasets: readonly DatasetSummary[];
  readonly summary: DatasetSummary;
  readonly level: LevelSummary | null;
  /** Levels above the chosen one, nearest first. */
  readonly above: readonly LevelSummary[];
  readonly period: Period;
  /** The question that areas, overview and area details share; null without a level. */
  readonly areasQuery: AreasQuery | null;
}

/** The scene, null until the datasets have come or when there are none, and the question it came from. */
export function useScene() {
  const { selection } = useSelection();
  const datasets = useGet('/api/datasets', {});
  const { dataset, level, from, until, weight } = selection;
  const scene = useMemo<Scene | null>(() => {
    const summary = datasets.data?.find((each) => each.dataset.id === dataset) ?? datasets.data?.[0];
    if (!datasets.data || !summary) return null;
    const chosen = summary.levels.find((each) => each.level === level) ?? defaultLevel(summary.levels);
    const period = { from: from ?? undefined, until: until ?? undefined };
    return {
      datasets: datasets.data,
      summary,
      level: chosen,
      above: chosen ? summary.levels.slice(summary.levels.indexOf(chosen) + 1) : [],
      period,
      areasQuery: chosen && { dataset: summary.dataset.id, level: chosen.level, ...period, weight },
    };
  }, [datasets.data, dataset, level, from, until, weight]);
  return { scene, datasets };
}
