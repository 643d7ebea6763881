import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupsByScale, groupsByTier } from '../../client/map/area-groups.ts';
import { areaLabels, NO_LABELS } from '../../client/map/area-labels.ts';
import { areaLayers } from '../../client/map/area-layers.ts';
import { cellColours, cellLayer } from '../../client/map/cell-layer.ts';
import { type CellPicture, indexOfCell, shownOfCells } from '../../client/map/cell-picture.ts';
import { createColourScale } from '../../client/map/colour-scale.ts';
import { labelPoint } from '../../client/map/label-point.ts';
import { locateAreas } from '../../client/map/locate-areas.ts';
import { mapStyle } from '../../client/map/map-style.ts';
import { bytesOf } from '../../client/map/palette.ts';
import { pointLayer } from '../../client/map/point-layer.ts';
import { hexagonMesh } from '../../geodata/h3/cell-geometry.ts';
import { numberOf } from '../../geodata/h3/cell-number.ts';
import { cellAt } from '../../geodata/h3/cells.ts';
import { INDICATORS } from '../../geodata/model/indicator.ts';
import { TIERS } from '../../geodata/model/tier.ts';
import { luodun } from './luodun.ts';

const share = INDICATORS.find(({ id }) => id === 'cr1') ?? INDICATORS[0];
const cells = [cellAt([120.7, 31.6], 8), cellAt([120.8, 31.7], 8)].toSorted();
const picture: CellPicture = {
  resolution: 8,
  count: 2,
  numbers: Float64Array.from(cells, (cell) => numberOf(cell, 8)),
  columns: {
    records: Float64Array.of(50, 40),
    judged: Float64Array.of(50, 29),
    topRecords: Float64Array.of(45, 29),
  },
  mesh: hexagonMesh(cells),
};

test('every area is in exactly one group', () => {
  const areas = TIERS.map((tier, index) => ({ ...luodun, code: String(index), tier }));
  const scale = createColourScale('share', [0.9]);
  for (const groups of [groupsByTier(areas), groupsByScale(areas, share, scale, 30)]) {
    expect(groups.flatMap(({ codes }) => codes).toSorted()).toEqual(areas.map(({ code }) => code));
  }
});

test('red areas have an outline, orange ones a pattern: colour is never alone', () => {
  const groups = groupsByTier([luodun, { ...luodun, code: '2', tier: 'orange' }]);
  const ids = areaLayers('s', groups, false).map(({ id }) => id);
  expect(ids).toContain('red-outline');
  expect(ids).toContain('pattern:orange');
});

test('under hexagons the areas are only outlines', () => {
  const layers = areaLayers('s', groupsByTier([luodun]), true);
  expect(layers.map(({ id }) => id)).toEqual(['area-fill', 'area-line']);
});

test('the style asks for nothing from anywhere else', () => {
  const picture = {
    level: 'village',
    above: ['town'],
    groups: groupsByTier([luodun]),
    labels: NO_LABELS,
    covered: false,
  };
  const style = mapStyle(picture, (level) => `/api/boundaries?level=${level}`);
  expect(style.glyphs).toBeUndefined();
  expect(style.sprite).toBeUndefined();
  expect(JSON.stringify(style)).not.toMatch(/https?:/);
});

test('red areas are labelled at every zoom', () => {
  const square = [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ],
  ];
  const boundaries = locateAreas('village', {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: { code: 'a', name: '甲村' }, geometry: { type: 'Polygon', coordinates: square } },
      { type: 'Feature', properties: { code: 'b', name: '乙村' }, geometry: null },
    ],
  });
  const { features } = areaLabels([boundaries], new Map([['a', 'red']]));
  expect(features.map(({ properties }) => properties)).toEqual([{ name: '甲村', tier: 'red', rank: 0, height: 0 }]);
  expect(features[0]?.geometry.coordinates).toEqual([0.5, 0.5]);
});

test('the label of a rectangle lies within it', () => {
  const length = fc.double({ min: 0.001, max: 10, noNaN: true });
  fc.assert(
    fc.property(length, length, (width, height) => {
      const [lng, lat] = labelPoint([
        [
          [0, 0],
          [width, 0],
          [width, height],
          [0, height],
          [0, 0],
        ],
      ]);
      expect(lng > 0 && lng < width && lat > 0 && lat < height).toBe(true);
    }),
  );
});

test('a cell is found by its number, and no other', () => {
  expect(cells.map((cell) => indexOfCell(picture, numberOf(cell, 8)))).toEqual([0, 1]);
  expect(indexOfCell(picture, 1)).toBeNull();
});

test('the share of a cell is computed from its counts, and withheld of few', () => {
  expect(shownOfCells(picture, share, 30)).toEqual([0.9, 'few']);
});

test('every vertex of a cell has the colour of the cell', () => {
  const shown = shownOfCells(picture, share, 30);
  const scale = createColourScale('share', shown);
  const { colours, counts } = cellColours(picture, shown, scale);
  expect(colours).toHaveLength((picture.mesh.starts.at(-1) ?? 0) * 4);
  expect([...colours.subarray(0, 3)]).toEqual(bytesOf(scale.colourOf(0.9)).slice(0, 3));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
});

test('hexagons are drawn from the buffers as they are', () => {
  const { data } = cellLayer(picture, new Uint8Array(64)).props as unknown as {
    data: { length: number; attributes: Record<string, { value: unknown }> };
  };
  expect(data.length).toBe(2);
  expect(data.attributes.getPolygon?.value).toBe(picture.mesh.positions);
  expect(data.attributes.indices?.value).toBe(picture.mesh.triangles);
});

test('the records of the selected operator have a colour of their own', () => {
  const points = { total: 2, ids: [1, 2], lng: [120, 121], lat: [31, 32], operatorIds: [7, 8] };
  const { data } = pointLayer(points, 7).props as unknown as {
    data: { attributes: { getFillColor: { value: Uint8Array } } };
  };
  const { value } = data.attributes.getFillColor;
  expect([...value.subarray(0, 4)]).not.toEqual([...value.subarray(4, 8)]);
});
