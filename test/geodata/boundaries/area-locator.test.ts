import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLocator } from '../../../geodata/boundaries/area-locator.ts';
import { repairBoundary } from '../../../geodata/boundaries/repair-boundary.ts';
import { sideOf } from '../../../geodata/boundaries/ring.ts';
import type { MultiPolygon } from '../../../geodata/model/area.ts';
import type { Position } from '../../../geodata/model/place.ts';

const multi = (...coordinates: number[][][][]): MultiPolygon => ({ type: 'MultiPolygon', coordinates });
const box = (west: number, south: number, size = 1) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

/** Slow and simple: the lowest id whose shell holds the point and whose holes do not hold it inside. */
function locateSlowly(areas: readonly { id: number; boundary: MultiPolygon }[], point: Position): number | null {
  const hits = areas.filter(({ boundary }) =>
    boundary.coordinates.some(
      ([shell = [], ...holes]) => sideOf(shell, point) >= 0 && holes.every((hole) => sideOf(hole, point) <= 0),
    ),
  );
  return hits.length > 0 ? Math.min(...hits.map(({ id }) => id)) : null;
}

describe('laws', () => {
  // Ten-millionths of a degree, a centimetre, as files have them; whole degrees, so that borders meet.
  const corner = fc.oneof(
    fc.nat(8),
    fc.nat(80_000_000).map((step) => step / 1e7),
  );
  const ring = fc.array(fc.tuple(corner, corner), { minLength: 3, maxLength: 7 });
  const polygons = fc.array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 });
  const areas = fc
    .array(polygons, { minLength: 1, maxLength: 5 })
    .map((list) =>
      list.flatMap((one) => repairBoundary(one).boundary ?? []).map((boundary, id) => ({ id: 9 - id, boundary })),
    );

  test('it finds what looking at every area finds, on corners and borders too', () => {
    fc.assert(
      fc.property(areas, fc.array(fc.tuple(corner, corner), { minLength: 20, maxLength: 40 }), (list, points) => {
        const locator = createLocator(list);
        const corners = list.flatMap(({ boundary }) => boundary.coordinates.flat(2)) as unknown as Position[];
        for (const point of [...points, ...corners]) expect(locator.locate(point)).toBe(locateSlowly(list, point));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

test('a position on a shared border belongs to the area with the lower id, in whatever order they came', () => {
  const left = { id: 7, boundary: multi([box(0, 0)]) };
  const right = { id: 3, boundary: multi([box(1, 0)]) };
  for (const areas of [
    [left, right],
    [right, left],
  ]) {
    const locator = createLocator(areas);
    expect(locator.locate([1, 0.5])).toBe(3);
    expect(locator.locate([1, 0])).toBe(3);
    expect(locator.locate([0.999999999, 0.5])).toBe(7);
  }
});

test('a hole is outside, and an area in the hole is found', () => {
  const ringed = { id: 1, boundary: multi([box(0, 0, 9), box(3, 3, 3)]) };
  expect(createLocator([ringed]).locate([4, 4])).toBeNull();
  expect(createLocator([ringed]).locate([3, 4])).toBe(1);
  expect(createLocator([ringed, { id: 2, boundary: multi([box(3, 3, 3)]) }]).locate([4, 4])).toBe(2);
});

test('outside everything, or without areas, there is nothing', () => {
  const locator = createLocator([{ id: 1, boundary: multi([box(0, 0)]) }]);
  for (const point of [
    [2, 2],
    [-1, 0.5],
    [0.5, 90],
    [Number.NaN, 0],
  ] as Position[]) {
    expect(locator.locate(point)).toBeNull();
  }
  expect(createLocator([]).locate([0, 0])).toBeNull();
});

test('points inside a county of villages with wavy borders find one', () => {
  const villages = Array.from({ length: 361 }, (_, i) => ({
    id: i,
    boundary: multi([wavy((i % 19) / 10, Math.floor(i / 19) / 10)]),
  }));
  const locator = createLocator(villages);
  const points = Array.from(
    { length: 30_000 },
    (_, i): Position => [((i * 0.618034) % 1) * 1.9, ((i * 0.754878) % 1) * 1.9],
  );
  const found = points.filter((point) => locator.locate(point) !== null).length;
  expect(found).toBeGreaterThan(points.length * 0.9);
});

/** A square village with wavy borders of four hundred corners. */
function wavy(west: number, south: number): number[][] {
  const size = 0.1;
  const wave = (t: number) => 0.002 * Math.sin(t * 40);
  const side = Array.from({ length: 100 }, (_, i) => i / 100);
  const open = [
    ...side.map((t) => [west + t * size, south + wave(t)]),
    ...side.map((t) => [west + size + wave(t), south + t * size]),
    ...side.map((t) => [west + (1 - t) * size, south + size + wave(1 - t)]),
    ...side.map((t) => [west + wave(1 - t), south + (1 - t) * size]),
  ];
  return [...open, [...(open[0] ?? [])]];
}
