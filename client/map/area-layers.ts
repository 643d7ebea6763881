import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { AreaGroup } from './area-groups.ts';
import { codeAmong } from './code-among.ts';
import { MAP_COLOURS, NO_CLASS } from './palette.ts';

export const AREA_FILL = 'area-fill';

/** Fill, patterns, thin lines and the bold outline of red areas, from the groups. `covered`: hexagons lie on top. */
export function areaLayers(source: string, groups: readonly AreaGroup[], covered: boolean): LayerSpecification[] {
  const fill: LayerSpecification = {
    id: AREA_FILL,
    type: 'fill',
    source,
    paint: {
      'fill-color': covered ? NO_CLASS.zero : groupColours(groups),
      'fill-antialias': false,
      // The selected area pales, so that the records in it stand out; its outline says which it is.
      'fill-opacity': ['case', ['boolean', ['feature-state', 'selected'], false], 0.22, 1],
    },
  };
  const line: LayerSpecification = {
    id: 'area-line',
    type: 'line',
    source,
    paint: {
      'line-color': covered ? '#d5dcdf' : MAP_COLOURS.line,
      'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.1, 9, 0.6, 13, 1.4],
    },
  };
  return covered
    ? [fill, line]
    : [fill, ...groups.flatMap((group) => patternLayer(source, group)), line, ...redOutline(source, groups)];
}

/** Which colour each code has; areas that the server did not mention look like areas without records. */
function groupColours(groups: readonly AreaGroup[]): ExpressionSpecification | string {
  const branches = groups.filter(({ codes }) => codes.length > 0).flatMap(({ codes, colour }) => [[...codes], colour]);
  if (branches.length === 0) return NO_CLASS.zero;
  return ['match', ['get', 'code'], ...branches, NO_CLASS.zero] as unknown as ExpressionSpecification;
}

function patternLayer(source: string, { id, pattern, codes }: AreaGroup): LayerSpecification[] {
  if (pattern === null || codes.length === 0) return [];
  return [
    {
      id: `pattern:${id}`,
      type: 'fill',
      source,
      filter: codeAmong(codes),
      paint: { 'fill-pattern': `pattern:${pattern}` },
    },
  ];
}

function redOutline(source: string, groups: readonly AreaGroup[]): LayerSpecification[] {
  const red = groups.find(({ id }) => id === 'red');
  if (!red || red.codes.length === 0) return [];
  return [
    {
      id: 'red-outline',
      type: 'line',
      source,
      filter: codeAmong(red.codes),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': '#6d0f1c', 'line-width': ['interpolate', ['linear'], ['zoom'], 7, 1.6, 12, 3.2] },
    },
  ];
}
