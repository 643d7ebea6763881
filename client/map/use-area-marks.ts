import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect } from 'react';

/** Codes of areas that are outlined. */
export interface AreaMarks {
  readonly selected: string | null;
  readonly hovered: string | null;
  readonly neighbours: readonly string[];
}

/** Keeps the feature states of a source in step with the marks. */
export function useAreaMarks(map: MapLibreMap | null, source: string | null, marks: AreaMarks): void {
  const { selected, hovered, neighbours } = marks;
  useMark(map, source, 'selected', selected === null ? NONE : selected);
  useMark(map, source, 'hovered', hovered === null ? NONE : hovered);
  useMark(map, source, 'neighbour', neighbours.join(' '));
}

const NONE = '';

/** One state of a list of codes, written as one text so that it can be compared. */
function useMark(map: MapLibreMap | null, source: string | null, state: string, codes: string): void {
  useEffect(() => {
    if (!map || source === null || codes === NONE) return;
    const targets = codes.split(' ').map((id) => ({ source, id }));
    const mark = () => {
      if (!map.getSource(source)) return;
      for (const target of targets) map.setFeatureState(target, { [state]: true });
    };
    if (map.getSource(source)) mark();
    else map.once('idle', mark);
    return () => {
      map.off('idle', mark);
      // After the map or the source has gone there is nothing left to unmark.
      if (!map.style || !map.getSource(source)) return;
      for (const target of targets) map.removeFeatureState(target, state);
    };
  }, [map, source, state, codes]);
}
