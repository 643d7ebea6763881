import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hexagonMesh } from '../../../geodata/h3/cell-geometry.ts';
import { cellAt, outlineOf } from '../../../geodata/h3/cells.ts';

/** Area of a triangle in square degrees, positive when counter-clockwise. */
function areaOf(positions: Float64Array, [a, b, c]: readonly number[]): number {
  const [ax = 0, ay = 0] = positions.subarray((a ?? 0) * 2);
  const [bx = 0, by = 0] = positions.subarray((b ?? 0) * 2);
  const [cx = 0, cy = 0] = positions.subarray((c ?? 0) * 2);
  return ((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;
}

test('each cell has its closed ring, and its triangles fill the ring exactly', () => {
  const cell = fc
    .tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -70, max: 70, noNaN: true }))
    .map(([lng, lat]) => cellAt([lng, lat], 7));
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 8 }), (cells) => {
      const { positions, starts, triangles } = hexagonMesh(cells);
      expect(starts).toHaveLength(cells.length + 1);
      expect(positions).toHaveLength((starts.at(-1) ?? 0) * 2);
      let filled = 0;
      for (let i = 0; i < triangles.length; i += 3) filled += areaOf(positions, [...triangles.subarray(i, i + 3)]);
      let outlined = 0;
      for (const [i, cell] of cells.entries()) {
        const ring = outlineOf(cell);
        const start = starts[i] ?? 0;
        expect([...positions.subarray(start * 2, (starts[i + 1] ?? 0) * 2)]).toEqual(ring.flat());
        for (let k = start + 1; k < start + ring.length - 1; k++) outlined += areaOf(positions, [start, k, k + 1]);
      }
      expect(filled).toBeCloseTo(outlined, 12);
      expect(triangles.every((vertex) => vertex < (starts.at(-1) ?? 0))).toBe(true);
    }),
  );
});

test('pentagons and cells over an edge of the icosahedron keep all their corners', () => {
  const cells = ['870800000ffffff', cellAt([120.75, 31.65], 7)];
  const { starts, triangles } = hexagonMesh(cells);
  const corners = cells.map((cell) => outlineOf(cell).length - 1);
  expect([...starts]).toEqual([0, (corners[0] ?? 0) + 1, (corners[0] ?? 0) + (corners[1] ?? 0) + 2]);
  expect(triangles).toHaveLength(((corners[0] ?? 0) - 2 + (corners[1] ?? 0) - 2) * 3);
});

test('no cells make no mesh', () => {
  expect(hexagonMesh([])).toMatchObject({ positions: new Float64Array(), triangles: new Uint32Array() });
});
