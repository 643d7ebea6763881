import type { FeatureCollection, Point } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import type { Tier } from '../../geodata/model/tier.ts';
import type { LevelBoundaries } from './boundaries.ts';
import { MAP_COLOURS } from './palette.ts';

/** `rank` 0 is always there; 1 the levels above; 2 areas of the level. */
interface LabelProperties {
  readonly name: string;
  readonly tier: Tier | null;
  readonly rank: 0 | 1 | 2;
  /** Height of the level above the drawn one: 0 the level itself. */
  readonly height: number;
}
export type LabelFeatures = FeatureCollection<Point, LabelProperties>;

export const NO_LABELS: LabelFeatures = { type: 'FeatureCollection', features: [] };

/** Beyond this many red areas their names may hide each other. */
const ALWAYS_LABELLED = 12;

/**
 * A label for every area, with its tier: the level's own first, then those above. Names come from the boundaries, so that
 * areas without records have one too.
 */
export function areaLabels(levels: readonly LevelBoundaries[], tiers: ReadonlyMap<string, Tier>): LabelFeatures {
  const reds = [...tiers.values()].filter((tier) => tier === 'red').length;
  const features = levels.flatMap(({ codes, names, lng, lat }, height) =>
    codes.map((code, index): LabelFeatures['features'][number] => {
      const tier = height === 0 ? (tiers.get(code) ?? null) : null;
      const rank = height > 0 ? 1 : tier === 'red' && reds <= ALWAYS_LABELLED ? 0 : 2;
      return {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [lng[index] ?? 0, lat[index] ?? 0] },
        properties: { name: names[index] ?? code, tier, rank, height },
      };
    }),
  );
  return { type: 'FeatureCollection', features };
}

/** Villages only where there is room, towns from afar, red areas always and last, so that they win over the others. */
export function areaLabelLayers(): LayerSpecification[] {
  return [
    label('label-area', ['all', ['==', ['get', 'rank'], 2]], 11, 'Regular', MAP_COLOURS.label, 10.6),
    label('label-above', ['all', ['==', ['get', 'rank'], 1], ['==', ['get', 'height'], 1]], 13, 'Medium', '#3c525e', 8),
    label('label-red', ['all', ['==', ['get', 'rank'], 0]], 15, 'Bold', '#7d0f1d', 0),
  ];
}

type Filter = Extract<LayerSpecification, { type: 'symbol' }>['filter'];

function label(
  id: string,
  filter: Filter,
  size: number,
  weight: string,
  colour: string,
  minzoom: number,
): LayerSpecification {
  const always = id === 'label-red';
  return {
    id,
    type: 'symbol',
    source: 'labels',
    minzoom,
    ...(filter === undefined ? {} : { filter }),
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [`Sunmap ${weight}`],
      'text-size': size,
      'text-max-width': 9,
      'text-padding': 3,
      'text-allow-overlap': always,
      'text-ignore-placement': false,
      'symbol-sort-key': ['match', ['get', 'tier'], 'red', 0, 'orange', 1, 'yellow', 2, 3],
    },
    paint: { 'text-color': colour, 'text-halo-color': MAP_COLOURS.halo, 'text-halo-width': always ? 2.2 : 1.5 },
  };
}
