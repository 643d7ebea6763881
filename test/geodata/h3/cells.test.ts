import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellAt, centreOf, isCell, outlineOf, parentOf, resolutionOf } from '../../../geodata/h3/cells.ts';
import { type Position, RESOLUTIONS } from '../../../geodata/model/place.ts';
import { hasSharedData, shared } from '../../support/shared-data.ts';

const position = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
) as fc.Arbitrary<Position>;
const resolution = fc.constantFrom(...RESOLUTIONS);

test('the centre of a cell lies in that cell', () => {
  fc.assert(
    fc.property(position, resolution, (at, fineness) => {
      const cell = cellAt(at, fineness);
      expect(cellAt(centreOf(cell), fineness)).toBe(cell);
      expect(isCell(cell)).toBe(true);
      expect(resolutionOf(cell)).toBe(fineness);
    }),
  );
});

test('a cell has one parent at each coarser resolution, and parents agree with each other', () => {
  fc.assert(
    fc.property(position, (at) => {
      const cell = cellAt(at, 9);
      expect(parentOf(cell, 9)).toBe(cell);
      expect(parentOf(parentOf(cell, 8), 7)).toBe(parentOf(cell, 7));
      expect(resolutionOf(parentOf(cell, 7))).toBe(7);
    }),
  );
});

test('an outline is a closed ring around its cell, never around the world', () => {
  fc.assert(
    fc.property(position, resolution, ([lng, lat], fineness) => {
      fc.pre(Math.abs(lat) < 85);
      const ring = outlineOf(cellAt([lng, lat], fineness));
      expect(ring.at(-1)).toEqual(ring[0]);
      expect(ring.length).toBeGreaterThanOrEqual(6);
      const lngs = ring.map(([x]) => x);
      expect(Math.max(...lngs) - Math.min(...lngs)).toBeLessThan(2);
      expect(signedArea(ring)).toBeGreaterThan(0);
    }),
  );
});

test('a pentagon has five corners, or ten where edges of the icosahedron cross its sides', () => {
  expect(outlineOf('8808000001fffff')).toHaveLength(6);
  expect(outlineOf('870800000ffffff')).toHaveLength(11);
});

test.each<[Position]>([[[31.65, 120.75]], [[181, 0]], [[Number.NaN, 0]], [[0, Number.POSITIVE_INFINITY]]])(
  '%s is refused: latitude first, out of range or no number',
  (at) => {
    expect(() => cellAt(at)).toThrow(RangeError);
  },
);

test.each([
  '',
  'changshu',
  '89309A2D2AFFFFF',
  '089309a2d2afffff',
  '89309a2d2afff',
  '89309a2d2aff7ff',
  'ffffffffffffffff',
])('“%s” is no cell', (text) => {
  expect(isCell(text)).toBe(false);
  expect(() => centreOf(text)).toThrow(RangeError);
  expect(() => outlineOf(text)).toThrow(RangeError);
  expect(() => parentOf(text, 7)).toThrow(RangeError);
});

test('a cell has no parent finer than itself', () => {
  expect(() => parentOf(cellAt([120.75, 31.65], 7), 8)).toThrow('coarser');
});

test.skipIf(!hasSharedData).each([
  ['rand07centers.txt', 7],
  ['rand09centers.txt', 9],
] as const)('the 5,000 positions of %s lie in the published cells', (file, fineness) => {
  const lines = readFileSync(shared(`reference/h3_vectors/${file}`), 'utf8')
    .trim()
    .split('\n');
  for (const line of lines) {
    const [cell, lat = '', lng = ''] = line.split(' ');
    // The published longitudes run from 0 to 360.
    expect(cellAt([((Number(lng) + 180) % 360) - 180, Number(lat)], fineness)).toBe(cell);
  }
  expect(lines).toHaveLength(5000);
});

function signedArea(ring: readonly Position[]): number {
  let twice = 0;
  for (const [i, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    twice += x * nextY - nextX * y;
  }
  return twice / 2;
}
