import type { StyleSpecification } from 'maplibre-gl';
import { MAP_COLOURS } from '../map/palette.ts';
import type { Sketch } from './sketch.ts';

export const PLACE_FILL = 'place-fill';

/** Every place alike but for the one that is looked at: this map shows where something is and nothing else. */
export function sketchStyle(sketch: Sketch, code: string | null): StyleSpecification {
  return {
    version: 8,
    sources: { places: { type: 'geojson', data: sketch, tolerance: 0.5 } },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': MAP_COLOURS.ground } },
      {
        id: PLACE_FILL,
        type: 'fill',
        source: 'places',
        paint: {
          'fill-color': ['case', ['==', ['get', 'code'], code ?? ''], '#f8dc93', '#dfeaec'],
          'fill-antialias': false,
        },
      },
      {
        id: 'place-line',
        type: 'line',
        source: 'places',
        // Dashes: a sketch, not a survey.
        paint: { 'line-color': '#7b919c', 'line-width': 1, 'line-dasharray': [3, 2] },
      },
      {
        id: 'place-focus',
        type: 'line',
        source: 'places',
        filter: ['==', ['get', 'code'], code ?? ''],
        layout: { 'line-join': 'round' },
        paint: { 'line-color': MAP_COLOURS.focus, 'line-width': 3 },
      },
      {
        id: 'place-name',
        type: 'symbol',
        source: 'places',
        minzoom: 10.4,
        layout: {
          'text-field': ['get', 'name'],
          'text-font': ['Sunmap Regular'],
          'text-size': 13,
          'text-padding': 3,
          'symbol-sort-key': ['case', ['==', ['get', 'code'], code ?? ''], 0, 1],
        },
        paint: { 'text-color': MAP_COLOURS.label, 'text-halo-color': MAP_COLOURS.halo, 'text-halo-width': 1.6 },
      },
    ],
  };
}
