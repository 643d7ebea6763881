import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signedArea } from '../../../geodata/demo/borders.ts';
import type { CountyDivision } from '../../../geodata/demo/county-division.ts';
import type { DemoAreas, DemoCounty } from '../../../geodata/demo/demo-county.ts';
import { makeCounty } from '../../../geodata/demo/make-county.ts';
import { isInside } from '../../../geodata/demo/outline.ts';
import { readDivisions } from '../../../server/demo/read-divisions.ts';
import { groupBy, rowsOf, villageOf } from './demo-rows.ts';

type Ring = number[][];
const changshu = makeCounty({ seed: 1, records: 20_000, county: await readDivisions('320581') });
const invented = fc
  .sample(inventedDivision(), { numRuns: 3, seed: 20 })
  .map((county, i) => [county.code, makeCounty({ seed: i, records: 30_000, county })] as const);

describe.each([['320581', changshu] as const, ...invented])('the map of county %s', (_, { areas }) => {
  test('has closed rings with six decimals, the outer one counter-clockwise and the holes clockwise', () => {
    for (const { geometry } of [...areas.county.features, ...areas.town.features, ...areas.village.features]) {
      expect(geometry.coordinates).toHaveLength(1);
      for (const [i, ring] of (geometry.coordinates[0] as Ring[]).entries()) {
        expect(ring.length).toBeGreaterThanOrEqual(4);
        expect(ring.at(-1)).toEqual(ring[0]);
        expect(signedArea(ring) > 0).toBe(i === 0);
        expect(ring.flat().every((degrees) => Number(degrees.toFixed(6)) === degrees)).toBe(true);
      }
    }
  });

  test('has no border that touches or crosses itself', () => {
    for (const { properties, geometry } of areas.village.features) {
      const rings = geometry.coordinates.flat();
      const corners = rings.flatMap((ring) => ring.slice(1).map(String));
      expect(new Set(corners).size, properties.name).toBe(corners.length);
      for (const ring of rings) expect(crossings(ring), properties.name).toBe(0);
    }
  });

  test('has villages that tile their towns and towns that tile the county', () => {
    const total = areaOf(areas.county);
    expect(Math.abs(areaOf(areas.village) / total - 1)).toBeLessThan(1e-6);
    expect(Math.abs(areaOf(areas.town) / total - 1)).toBeLessThan(1e-6);
    const ofTown = groupBy(areas.village.features, ({ properties }) => properties.parent as string);
    for (const town of areas.town.features) {
      const villages = ofTown.get(town.properties.code) ?? [];
      const sum = areaOf({ ...areas.village, features: villages });
      expect(Math.abs(sum / areaOf({ ...areas.town, features: [town] }) - 1)).toBeLessThan(1e-6);
    }
  });

  test('uses each stretch of border twice, once in each direction, or once on the edge of the county', () => {
    const sides = sidesOf(areas.village);
    const outline = sidesOf(areas.county);
    const towns = sidesOf(areas.town);
    expect(sides.size).toBe(
      areas.village.features
        .flatMap(({ geometry }) => geometry.coordinates.flat())
        .reduce((n, ring) => n + ring.length - 1, 0),
    );
    for (const side of sides) expect(sides.has(reversed(side)) !== outline.has(side), side).toBe(true);
    for (const side of [...towns, ...outline]) expect(sides.has(side), side).toBe(true);
  });

  test('adds households and rebuilt houses up from village to county', () => {
    for (const key of ['households', 'rebuilt_houses'] as const) {
      const sum = ({ features }: DemoAreas) => features.reduce((total, { properties }) => total + properties[key], 0);
      expect(sum(areas.town)).toBe(sum(areas.village));
      expect(sum(areas.county)).toBe(sum(areas.village));
    }
  });

  test('says of itself that its borders are only illustrative', () => {
    expect(areas.village.note).toContain('村界示意');
  });
});

test('常熟 lies where it lies: 120°33′-121°03′ E, 31°33′-31°50′ N', () => {
  const corners = changshu.areas.county.features.flatMap(({ geometry }) => geometry.coordinates.flat(2));
  for (const [lng = 0, lat = 0] of corners) {
    expect(lng).toBeGreaterThan(120.54);
    expect(lng).toBeLessThan(121.06);
    expect(lat).toBeGreaterThan(31.54);
    expect(lat).toBeLessThan(31.84);
  }
});

test('villages are larger than the communities of the towns', () => {
  const sizes = (kind: RegExp) =>
    changshu.areas.village.features
      .filter(({ properties }) => kind.test(properties.name))
      .map((one) => areaOf({ ...changshu.areas.village, features: [one] }))
      .sort((a, b) => a - b);
  const middle = (values: readonly number[]) => values[values.length >> 1] as number;
  expect(middle(sizes(/村$/))).toBeGreaterThan(4 * middle(sizes(/社区$/)));
});

test.each([['320581', changshu] as const, ...invented])(
  'each house of county %s stands in its own village',
  (_, county) => {
    const shapes = new Map(
      county.areas.village.features.map(({ properties, geometry }) => [
        properties.code,
        geometry.coordinates[0] as Ring[],
      ]),
    );
    for (const { datasetId } of county.files) {
      const located = rowsOf(county, datasetId).filter((row) => row.经度 !== '');
      const outside = located.filter((row) => {
        const [outer, ...holes] = shapes.get(villageOf(row)) as Ring[];
        const within = (ring: Ring) => isInside(ring as [number, number][], Number(row.经度), Number(row.纬度));
        return !within(outer as Ring) || holes.some(within);
      });
      expect(outside).toEqual([]);
    }
  },
);

test('houses stand in natural villages, not evenly over the fields', () => {
  const rows = rowsOf(changshu, 'crop-insurance').filter((row) => row.经度 !== '' && villageOf(row) === '320581111224');
  const nearest = rows.map((one) => {
    const others = rows.filter((other) => other.户编号 !== one.户编号);
    return Math.min(
      ...others.map((other) =>
        Math.hypot((Number(one.经度) - Number(other.经度)) * 94_600, (Number(one.纬度) - Number(other.纬度)) * 111_195),
      ),
    );
  });
  const evenly =
    0.5 *
    Math.sqrt(
      (areaOf({
        ...changshu.areas.village,
        features: changshu.areas.village.features.filter(({ properties }) => properties.code === '320581111224'),
      }) *
        94_600 *
        111_195) /
        rows.length,
    );
  const mean = nearest.reduce((a, b) => a + b, 0) / nearest.length;
  expect(mean).toBeLessThan(0.6 * evenly);
});

/** Square degrees of all features together. */
function areaOf({ features }: Pick<DemoAreas, 'features'>): number {
  return features
    .flatMap(({ geometry }) => geometry.coordinates.flat())
    .reduce((sum, ring) => sum + signedArea(ring), 0);
}

function sidesOf({ features }: DemoCounty['areas']['village']): Set<string> {
  const rings = features.flatMap(({ geometry }) => geometry.coordinates.flat());
  return new Set(rings.flatMap((ring) => ring.slice(1).map((corner, i) => `${ring[i]} ${corner}`)));
}

const reversed = (side: string): string => side.split(' ').reverse().join(' ');

/** How many pairs of sides that are not neighbours meet. */
function crossings(ring: Ring): number {
  const turn = ([ax = 0, ay = 0]: number[], [bx = 0, by = 0]: number[], [cx = 0, cy = 0]: number[]) =>
    Math.sign((bx - ax) * (cy - ay) - (cx - ax) * (by - ay));
  let count = 0;
  const last = ring.length - 1;
  for (let i = 0; i < last; i++) {
    for (let j = i + 2; j < last; j++) {
      if (i === 0 && j === last - 1) continue;
      const [a, b, c, d] = [ring[i], ring[i + 1], ring[j], ring[j + 1]] as [number[], number[], number[], number[]];
      if (turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b)) count++;
    }
  }
  return count;
}

/** Counties of the size of a small real one, with numbered names. */
function inventedDivision(): fc.Arbitrary<CountyDivision> {
  const town = fc.record({ villages: fc.integer({ min: 6, max: 14 }), communities: fc.integer({ min: 0, max: 9 }) });
  return fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.array(town, { minLength: 4, maxLength: 7 }))
    .map(([number, towns]) => {
      const code = `3309${String(number).padStart(2, '0')}`;
      return {
        code,
        name: '某县',
        towns: towns.map(({ villages, communities }, t) => {
          const townCode = `${code}${101 + t}`;
          const unit = (k: number, ending: string) => ({
            code: `${townCode}${200 + k}`,
            name: `${'甲乙丙丁戊己庚'[t]}${'子丑寅卯辰巳午未申酉戌亥'[k % 12]}${'春夏秋冬'[Math.floor(k / 12)]}${ending}`,
          });
          const all = Array.from({ length: villages + communities }, (_, k) =>
            unit(k, k < villages ? '村委会' : '社区居委会'),
          );
          return { code: townCode, name: `第${t + 1}镇`, villages: all };
        }),
      };
    });
}
