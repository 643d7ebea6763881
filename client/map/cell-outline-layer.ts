import { PathLayer } from '@deck.gl/layers';
import type { Position } from '../../geodata/model/place.ts';
import { bytesOf, MAP_COLOURS } from './palette.ts';

/** The outline of the selected or hovered cell. */
export function cellOutlineLayer(rings: readonly (readonly Position[])[]): PathLayer<readonly Position[]> {
  return new PathLayer<readonly Position[]>({
    id: 'cell-outline',
    data: [...rings],
    getPath: (ring) => ring.map(([lng, lat]) => [lng, lat] as [number, number]),
    getColor: bytesOf(MAP_COLOURS.focus),
    getWidth: 2.5,
    widthUnits: 'pixels',
    pickable: false,
  });
}
