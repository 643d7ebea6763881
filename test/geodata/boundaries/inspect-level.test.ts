import fc from 'fast-check';
import { intersection } from 'polyclip-ts';
import { describe, expect, it } from 'vitest';
import { type InspectedArea, inspectLevel } from '../../../geodata/boundaries/inspect-level.ts';
import { sharedSurface } from '../../../geodata/boundaries/shared-surface.ts';
import { surfaceOf } from '../../../geodata/boundaries/surface.ts';
import type { MultiPolygon } from '../../../geodata/model/area.ts';

const rectangle = (west: number, south: number, east: number, north: number): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ],
});
let id = 0;
const area = (
  code: string,
  boundary: MultiPolygon | null,
  name = code,
  parentCode: string | null = 'T',
): InspectedArea => {
  return { id: ++id, code, name, parentCode, boundary };
};
const TOWN = area('T', rectangle(0, 0, 0.02, 0.01), '尚湖镇', null);
const WEST = area('1', rectangle(0, 0, 0.01, 0.01));
const EAST = area('2', rectangle(0.01, 0, 0.02, 0.01));

describe('a level', () => {
  it('whose areas fill their parent side by side has nothing wrong', () => {
    expect(inspectLevel('village', [WEST, EAST], [TOWN])).toEqual({
      level: 'village',
      areas: 2,
      withBoundary: 2,
      inaccuracies: 0,
      tolerance: 10,
      ...Object.fromEntries(
        ['overlaps', 'gaps', 'outside', 'islands', 'withoutMap', 'orphans', 'namesWithinParent', 'namesAcross'].map(
          (kind) => [kind, { count: 0, shown: [] }],
        ),
      ),
    });
  });

  it('tells ground that is claimed twice, with its surface and share, also when two areas are the same', () => {
    const over = area('3', rectangle(0.005, 0, 0.01, 0.01));
    const { overlaps } = inspectLevel('village', [WEST, EAST, over], [TOWN]);
    expect(overlaps.count).toBe(1);
    expect(overlaps.shown[0]).toMatchObject({ areas: [{ code: '1' }, { code: '3' }], share: expect.closeTo(1, 4) });
    expect(inspectLevel('village', [WEST, { ...WEST, id: 99, code: '9' }], [TOWN]).overlaps.count).toBe(1);
  });

  it('counts borders that cross by less than ten metres apart', () => {
    const close = area('2', rectangle(0.00995, 0.001, 0.02, 0.009));
    expect(inspectLevel('village', [WEST, close], [])).toMatchObject({ inaccuracies: 1, overlaps: { count: 0 } });
  });

  it('tells gaps of a parent, and what reaches out of it', () => {
    const { gaps } = inspectLevel('village', [WEST], [TOWN]);
    expect(gaps.shown).toEqual([
      { parent: { code: 'T', name: '尚湖镇' }, squareMetres: expect.any(Number), share: expect.closeTo(0.5, 4) },
    ]);
    const { outside } = inspectLevel('village', [WEST, area('2', rectangle(0.01, 0, 0.03, 0.01))], [TOWN]);
    expect(outside.shown).toEqual([expect.objectContaining({ code: '2', share: expect.closeTo(0.5, 4) })]);
  });

  it('tells islands, areas without a map, parents that are not there, and repeated names', () => {
    const far = area('3', rectangle(1, 1, 1.01, 1.01), '新村', 'T');
    const none = area('4', null, '新村', 'T');
    const other = area('5', null, '新村', 'U');
    const found = inspectLevel('village', [WEST, EAST, far, none, other], [TOWN]);
    expect(found.islands.shown).toEqual([{ code: '3', name: '新村' }]);
    expect(found.withoutMap.count).toBe(2);
    expect(found.orphans.shown).toEqual([{ code: '5', name: '新村', parent: 'U' }]);
    expect(found.namesWithinParent.shown).toEqual([{ name: '新村', times: 2, codes: ['3', '4'] }]);
    expect(found.namesAcross.shown).toEqual([{ name: '新村', times: 3, codes: ['3', '4', '5'] }]);
  });
});

it('the surface of a degree at the equator is that of the sphere', () => {
  expect(surfaceOf(rectangle(0, 0, 1, 1)) / 12_363_718_145).toBeCloseTo(1, 4);
});

it('shared ground is what clipping finds, whatever two triangles', () => {
  const corner = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }));
  const triangle = fc.tuple(corner, corner, corner).filter(([a, b, c]) => {
    return (b[0] - a[0]) * (c[1] - a[1]) !== (c[0] - a[0]) * (b[1] - a[1]);
  });
  const drawn = ([a, b, c]: [number, number][]): MultiPolygon => ({
    type: 'MultiPolygon',
    coordinates: [[[a, b, c, a].map((point) => (point ?? []).map((x) => x / 1000))]],
  });
  fc.assert(
    fc.property(triangle, triangle, (p, q) => {
      const [a, b] = [drawn(p), drawn(q)];
      const pairs = ({ coordinates }: MultiPolygon) => coordinates as [number, number][][][];
      const clipped = surfaceOf({ coordinates: intersection(pairs(a), pairs(b)) });
      expect(Math.abs(sharedSurface(a, b) - clipped)).toBeLessThan(1 + clipped * 1e-3);
    }),
  );
});
