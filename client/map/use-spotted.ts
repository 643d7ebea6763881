import { useMemo } from 'react';
import { numberOf } from '../../geodata/h3/cell-number.ts';
import type { AreaIndicators } from '../../geodata/model/indicator.ts';
import { useGet } from '../data/use-get.ts';
import type { Scene } from '../data/use-scene.ts';
import { useText } from '../text/use-text.ts';
import type { LevelBoundaries } from './boundaries.ts';
import { type CellPicture, cellCounts, indexOfCell } from './cell-picture.ts';
import type { Hovered } from './hover-card.tsx';
import type { MapSpot } from './map-view.tsx';
import { useCellFinder } from './use-cell-finder.ts';

interface SpotQuestion {
  readonly spot: MapSpot | null;
  readonly inCells: boolean;
  readonly areas: readonly AreaIndicators[];
  readonly cells: CellPicture | null;
  readonly boundaries: readonly LevelBoundaries[] | null;
  readonly scene: Scene;
}

/** What there is to say of a spot: of the area there, or of the cell. Null over nothing. */
export function useSpotted({ spot, inCells, areas, cells, boundaries, scene }: SpotQuestion): Hovered | null {
  const { t } = useText();
  const finder = useCellFinder(inCells);
  const byCode = useMemo(() => new Map(areas.map((area) => [area.code, area])), [areas]);
  const operators = useGet('/api/operators', inCells ? { dataset: scene.summary.dataset.id } : null);
  const names = useMemo(
    () => new Map(operators.data?.ids.map((id, index) => [id, operators.data.names[index] ?? '']) ?? []),
    [operators.data],
  );
  if (spot === null) return null;
  const { x, y, code, position } = spot;
  if (inCells) {
    if (!finder || !cells) return null;
    const cell = finder.cellAt(position, cells.resolution);
    const index = indexOfCell(cells, numberOf(cell, cells.resolution));
    if (index === null) return null;
    const counts = cellCounts(cells, index);
    const topOperator = counts.topOperatorId === null ? null : (names.get(counts.topOperatorId) ?? null);
    return { name: t('map.cell', { cell }), tier: null, measured: { ...counts, topOperator }, x, y };
  }
  if (code === null) return null;
  const area = byCode.get(code) ?? null;
  const level = boundaries?.[0];
  const name = area?.name ?? level?.names[level.codes.indexOf(code)] ?? code;
  return { name, tier: area?.tier ?? null, measured: area, x, y };
}
