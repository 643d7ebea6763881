import { useMemo } from 'react';
import type { Indicator } from '../../geodata/model/indicator.ts';
import type { Scene } from '../data/use-scene.ts';
import type { Selection } from '../selection/selection.ts';
import { cellColours } from './cell-layer.ts';
import { shownOfCells } from './cell-picture.ts';
import { resolutionAt, zoomOf } from './cell-resolution.ts';
import { createColourScale } from './colour-scale.ts';
import { entriesOfCounts } from './legend-entries.ts';
import { useCells } from './use-cells.ts';

/** The hexagons in sight with their colours and legend; nothing while areas are shown. */
export function useCellPicture(scene: Scene, selection: Selection, indicator: Indicator, minimum: number) {
  const wanted = selection.shape === 'cells';
  const resolution = selection.resolution ?? resolutionAt(zoomOf(selection.camera, scene.level?.bounds ?? null));
  const cells = useCells(wanted ? { dataset: scene.summary.dataset.id, resolution, ...scene.period } : null);
  const picture = wanted ? cells.data : undefined;
  const drawn = useMemo(() => {
    if (!picture) return null;
    const shown = shownOfCells(picture, indicator, minimum);
    const scale = createColourScale(indicator.kind, shown);
    const { colours, counts } = cellColours(picture, shown, scale);
    return { picture, colours, entries: entriesOfCounts(scale, counts) };
  }, [picture, indicator, minimum]);
  return { drawn, error: cells.error, refetch: cells.refetch, loading: wanted && cells.isFetching };
}
