import { ScatterplotLayer } from '@deck.gl/layers';
import type { Points } from '../../geodata/model/api.ts';
import { bytesOf, MAP_COLOURS } from './palette.ts';

/** Where records lie; those of the selected operator have a colour and size of their own. */
export function pointLayer(points: Points, operator: number | null): ScatterplotLayer {
  const { ids, lng, lat, operatorIds } = points;
  const positions = new Float64Array(ids.length * 2);
  const colours = new Uint8Array(ids.length * 4);
  const radii = new Float32Array(ids.length);
  const own = bytesOf(MAP_COLOURS.pointOfOperator, 235);
  const other = bytesOf(MAP_COLOURS.point, 190);
  for (let index = 0; index < ids.length; index += 1) {
    const chosen = operator !== null && operatorIds[index] === operator;
    positions[index * 2] = lng[index] ?? 0;
    positions[index * 2 + 1] = lat[index] ?? 0;
    colours.set(chosen ? own : other, index * 4);
    radii[index] = chosen ? 5 : 3.5;
  }
  return new ScatterplotLayer({
    id: 'points',
    data: {
      length: ids.length,
      attributes: {
        getPosition: { value: positions, size: 2 },
        getFillColor: { value: colours, size: 4, normalized: true },
        getRadius: { value: radii, size: 1 },
      },
    },
    radiusUnits: 'pixels',
    stroked: true,
    getLineColor: [255, 255, 255, 255],
    lineWidthUnits: 'pixels',
    getLineWidth: 1,
    pickable: false,
  });
}
