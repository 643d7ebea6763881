import { TextLayer } from '@deck.gl/layers';
import type { LabelFeatures } from './area-labels.ts';
import { FONT_STACK } from './fonts-for.ts';
import { bytesOf, MAP_COLOURS } from './palette.ts';

type Label = LabelFeatures['features'][number];

/** The few labels that stay above the hexagons, which deck.gl draws over the labels of the base map. */
export function labelLayer(labels: LabelFeatures): TextLayer<Label> {
  return new TextLayer<Label>({
    id: 'cell-labels',
    data: labels.features.filter(({ properties: { rank, height } }) => rank === 0 || (rank === 1 && height === 1)),
    getText: ({ properties }) => properties.name,
    getPosition: ({ geometry }) => [geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0],
    getSize: ({ properties }) => (properties.rank === 0 ? 14 : 12),
    getColor: ({ properties }) => (properties.rank === 0 ? bytesOf('#7d0f1d') : bytesOf(MAP_COLOURS.label)),
    fontFamily: FONT_STACK,
    fontWeight: 600,
    characterSet: 'auto',
    // A plate instead of a halo: over dark hexagons a halo of three pixels is not enough to read by.
    background: true,
    getBackgroundColor: [255, 255, 255, 215],
    backgroundPadding: [4, 1, 4, 1],
    pickable: false,
  });
}
