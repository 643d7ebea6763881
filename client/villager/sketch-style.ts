import type { StyleSpecification } from 'maplibre-gl';
import type { Sketch } from './sketch.ts';

export const PLACE_FILL = 'place-fill';

/** Not those of the staff's map: nothing here stands for a judgement. */
const COLOURS = {
  ground: '#f1f3f2',
  place: '#dfeaec',
  chosen: '#f8dc93',
  line: '#7b919c',
  focus: '#0f3d4c',
  label: '#24343d',
  halo: '#ffffff',
} as const;

/** Every place alike but for the one that is looked at: this map shows where something is and nothing else. */
export function sketchStyle(sketch: Sketch, code: string | null): StyleSpecification {
  return {
    version: 8,
    sources: { places: { type: 'geojson', data: sketch, tolerance: 0.5 } },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': COLOURS.ground } },
      {
        id: PLACE_FILL,
        type: 'fill',
        source: 'places',
        paint: {
          'fill-color': ['case', ['==', ['get', 'code'], code ?? ''], COLOURS.chosen, COLOURS.place],
          'fill-antialias': false,
        },
      },
      {
        id: 'place-line',
        type: 'line',
        source: 'places',
        // Dashes: a sketch, not a survey.
        paint: { 'line-color': COLOURS.line, 'line-width': 1, 'line-dasharray': [3, 2] },
      },
      {
        id: 'place-focus',
        type: 'line',
        source: 'places',
        filter: ['==', ['get', 'code'], code ?? ''],
        layout: { 'line-join': 'round' },
        paint: { 'line-color': COLOURS.focus, 'line-width': 3 },
      },
      {
        id: 'place-name',
        type: 'symbol',
        source: 'places',
        minzoom: 9.4,
        layout: {
          'text-field': ['get', 'name'],
          'text-font': ['Sunmap Regular'],
          'text-size': 13,
          'text-padding': 3,
          'symbol-sort-key': ['case', ['==', ['get', 'code'], code ?? ''], 0, 1],
        },
        paint: { 'text-color': COLOURS.label, 'text-halo-color': COLOURS.halo, 'text-halo-width': 1.6 },
      },
    ],
  };
}
