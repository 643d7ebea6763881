import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNeighbours } from '../../../geodata/boundaries/neighbours.ts';
import type { MultiPolygon } from '../../../geodata/model/area.ts';

type Area = { id: number; boundary: MultiPolygon };

function area(id: number, west: number, south: number, size = 1): Area {
  const ring = [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ];
  return { id, boundary: { type: 'MultiPolygon', coordinates: [[ring]] } };
}

/** Three by three villages, 1 to 9, row by row. */
const nine = Array.from({ length: 9 }, (_, i) => area(i + 1, i % 3, Math.floor(i / 3)));

test('villages that share a side or a corner are neighbours, each pair once, the lower id first', () => {
  const pairs = findNeighbours(nine);
  expect(pairs).toHaveLength(20);
  expect(pairs.filter((pair) => pair.includes(5))).toHaveLength(8);
  expect(pairs.slice(0, 3)).toEqual([
    [1, 2],
    [1, 4],
    [1, 5],
  ]);
});

test('islands have none, nor do areas without company', () => {
  expect(findNeighbours([area(1, 0, 0), area(2, 1.001, 0), area(3, 9, 9)])).toEqual([]);
  expect(findNeighbours([])).toEqual([]);
});

test('borders that real files draw half a metre apart, or a little over each other, still meet', () => {
  expect(findNeighbours([area(1, 0, 0), area(2, 1.000005, 0.3)])).toEqual([[1, 2]]);
  expect(findNeighbours([area(1, 0, 0), area(2, 0.99, 0.3)])).toEqual([[1, 2]]);
  expect(findNeighbours([area(1, 0, 0), area(2, 1.00002, 0.3)])).toEqual([]);
});

test('a side against part of a longer side is a border', () => {
  expect(findNeighbours([area(1, 0, 0, 9), area(2, 9, 4)])).toEqual([[1, 2]]);
});

test('an enclave and what surrounds it are neighbours', () => {
  const [hole] = area(0, 3, 3).boundary.coordinates[0] ?? [];
  const [shell] = area(0, 0, 0, 9).boundary.coordinates[0] ?? [];
  const ringed: Area = { id: 2, boundary: { type: 'MultiPolygon', coordinates: [[shell ?? [], hole ?? []]] } };
  expect(findNeighbours([ringed, area(1, 3, 3)])).toEqual([[1, 2]]);
});

test('the order of the areas and where on earth they lie change nothing', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(nine, { minLength: 9 }), fc.integer({ min: -170, max: 160 }), (areas, shift) => {
      const moved = areas.map(({ id }) => area(id, ((id - 1) % 3) + shift, Math.floor((id - 1) / 3)));
      expect(findNeighbours(moved)).toEqual(findNeighbours(nine));
    }),
  );
});
