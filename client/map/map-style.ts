import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { AreaGroup } from './area-groups.ts';
import { areaLabelLayers, type LabelFeatures } from './area-labels.ts';
import { areaLayers } from './area-layers.ts';
import { MAP_COLOURS } from './palette.ts';

/** What the base map shows; see map-view.tsx for who decides it. */
export interface MapPicture {
  /** The level whose areas are drawn; null draws none. */
  readonly level: string | null;
  /** Coarser levels with boundaries, nearest first: drawn as lines. */
  readonly above: readonly string[];
  readonly groups: readonly AreaGroup[];
  readonly labels: LabelFeatures;
  /** With hexagons on top the areas keep only their outlines, and the labels are drawn above the hexagons instead. */
  readonly covered: boolean;
}

/**
 * The whole style from the picture. MapLibre compares it with the style in use and applies only what differs, so nothing
 * has to be added or removed by hand. No glyphs, no sprite: labels are drawn from fonts of this machine, patterns on demand.
 */
export function mapStyle(picture: MapPicture, boundariesOf: (level: string) => string): StyleSpecification {
  const levels = picture.level === null ? [] : [picture.level, ...picture.above];
  return {
    version: 8,
    sources: {
      ...Object.fromEntries(
        levels.map((level) => [
          sourceOf(level),
          { type: 'geojson' as const, data: boundariesOf(level), promoteId: 'code', tolerance: 0.3 },
        ]),
      ),
      labels: { type: 'geojson', data: picture.labels },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': MAP_COLOURS.ground } },
      ...(picture.level === null ? [] : areaLayers(sourceOf(picture.level), picture.groups, picture.covered)),
      ...picture.above.map((level, index) => lineAbove(level, index)),
      ...(picture.level === null ? [] : [focusLayer(sourceOf(picture.level))]),
      ...(picture.covered ? [] : areaLabelLayers()),
    ],
  };
}

export function sourceOf(level: string): string {
  return `level:${level}`;
}

function lineAbove(level: string, index: number): LayerSpecification {
  return {
    id: `above:${level}`,
    type: 'line',
    source: sourceOf(level),
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': index === 0 ? MAP_COLOURS.lineAbove : MAP_COLOURS.outer,
      'line-width': index === 0 ? 1.1 : 1.8,
    },
  };
}

/** Outlines of what is selected, next to it, or under the pointer: feature state, so that nothing is laid out again. */
function focusLayer(source: string): LayerSpecification {
  return {
    id: 'area-focus',
    type: 'line',
    source,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': MAP_COLOURS.focus,
      'line-opacity': ['case', state('selected'), 1, state('hovered'), 0.9, state('neighbour'), 0.55, 0],
      'line-width': ['case', state('selected'), 3.5, state('hovered'), 2, state('neighbour'), 1.4, 0],
    },
  };
}

function state(name: string): ['boolean', ['feature-state', string], false] {
  return ['boolean', ['feature-state', name], false];
}
