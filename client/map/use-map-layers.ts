import type { Layer } from '@deck.gl/core';
import { useMemo } from 'react';
import type { Points } from '../../geodata/model/api.ts';
import type { Cell } from '../../geodata/model/place.ts';
import type { LabelFeatures } from './area-labels.ts';
import { cellLayer } from './cell-layer.ts';
import { cellOutlineLayer } from './cell-outline-layer.ts';
import type { CellPicture } from './cell-picture.ts';
import { labelLayer } from './label-layer.ts';
import { pointLayer } from './point-layer.ts';
import { useCellFinder } from './use-cell-finder.ts';

interface LayerQuestion {
  readonly cells: { readonly picture: CellPicture; readonly colours: Uint8Array } | null;
  readonly labels: LabelFeatures;
  readonly points: Points | undefined;
  readonly operator: number | null;
  readonly outlined: Cell | null;
}

/** The layers above the base map. Each is made anew only when what it draws has changed. */
export function useMapLayers({ cells, labels, points, operator, outlined }: LayerQuestion): readonly Layer[] {
  const finder = useCellFinder(outlined !== null);
  const hexagons = useMemo(() => cells && cellLayer(cells.picture, cells.colours), [cells]);
  const names = useMemo(() => (hexagons && labels.features.length > 0 ? labelLayer(labels) : null), [hexagons, labels]);
  const dots = useMemo(
    () => (points && points.ids.length > 0 ? pointLayer(points, operator) : null),
    [points, operator],
  );
  const outline = useMemo(
    () =>
      finder && outlined !== null && finder.isCell(outlined) ? cellOutlineLayer([finder.outlineOf(outlined)]) : null,
    [finder, outlined],
  );
  return useMemo(
    () => [hexagons, outline, dots, names].filter((layer) => layer !== null),
    [hexagons, outline, dots, names],
  );
}
