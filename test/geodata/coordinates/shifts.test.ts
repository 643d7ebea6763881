import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import gcoord from 'gcoord';
import { describe, expect, test } from 'vitest';
import { bd09 } from '../../../geodata/coordinates/bd09.ts';
import { gcj02 } from '../../../geodata/coordinates/gcj02.ts';
import { isShifted } from '../../../geodata/coordinates/is-shifted.ts';
import type { Transform } from '../../../geodata/coordinates/transform.ts';
import type { Position } from '../../../geodata/model/place.ts';
import { hasSharedData, shared } from '../../support/shared-data.ts';

/** In the middle of the mainland and along its southern coast: cities of the shift. */
const inside = fc.tuple(fc.double({ min: 100, max: 119, noNaN: true }), fc.double({ min: 25, max: 40, noNaN: true }));

function metres([lng, lat]: Position, [otherLng, otherLat]: Position): number {
  return Math.hypot((lng - otherLng) * 111_320 * Math.cos((lat * Math.PI) / 180), (lat - otherLat) * 110_574);
}

test.each<[string, Transform, 'GCJ02' | 'BD09']>([
  ['GCJ-02', gcj02, 'GCJ02'],
  ['BD-09', bd09, 'BD09'],
])('%s shifts as gcoord does, and is undone to a tenth of a millimetre', (_name, { forward, inverse }, system) => {
  fc.assert(
    fc.property(inside, (position) => {
      const [lng, lat] = gcoord.transform([...position], gcoord.WGS84, gcoord[system]);
      expect(metres(forward(position), [lng, lat])).toBeLessThan(1e-6);
      expect(metres(inverse(forward(position)), position)).toBeLessThan(1e-4);
    }),
  );
});

describe.each<[string, Position]>([
  ['Hong Kong, Central', [114.158, 22.281]],
  ['Hong Kong, Sheung Shui', [114.128, 22.502]],
  ['Macau', [113.558, 22.195]],
  ['Macau, Taipa', [113.57, 22.155]],
  ['Taipei', [121.56, 25.04]],
  ['Kaohsiung', [120.3, 22.63]],
  ['Manila', [120.98, 14.6]],
  ['Seoul', [126.98, 37.57]],
  ['Sinuiju', [124.4, 40.09]],
  ['Blagoveshchensk', [127.54, 50.275]],
  ['Lào Cai', [103.97, 22.48]],
  ['Zamyn-Uud', [111.9, 43.73]],
  ['Kathmandu', [85.32, 27.7]],
  ['Chicago', [-87.63, 41.88]],
])('%s', (_name, position) => {
  test('is not shifted', () => {
    for (const { forward, inverse } of [gcj02, bd09]) {
      expect(forward(position)).toEqual(position);
      expect(inverse(position)).toEqual(position);
    }
  });
});

test.each<[string, Position]>([
  ['Shenzhen, Luohu', [114.118, 22.536]],
  ['Shenzhen, Futian', [114.06, 22.54]],
  ['Zhuhai, Gongbei', [113.549, 22.2195]],
  ['Zhuhai, Hengqin', [113.52, 22.13]],
  ['Xiamen', [118.09, 24.48]],
  ['Dandong', [124.39, 40.13]],
  ['Heihe', [127.5, 50.24]],
  ['Hekou', [103.96, 22.51]],
  ['Erenhot', [111.98, 43.65]],
  ['Tashkurgan', [75.23, 37.77]],
  ['Sanya', [109.5, 18.25]],
  ['Shengsi', [122.45, 30.73]],
  ['Changshu', [120.74, 31.65]],
])('%s, on the mainland side, is shifted by hundreds of metres', (_name, position) => {
  const moved = metres(gcj02.forward(position), position);
  expect(moved).toBeGreaterThan(90);
  expect(moved).toBeLessThan(800);
});

test('beside the rim what can be either is taken for the mainland place that was shifted', () => {
  const luohu: Position = [114.118, 22.536];
  const shifted = gcj02.forward(luohu);
  expect(isShifted(shifted)).toBe(false);
  expect(metres(gcj02.inverse(shifted), luohu)).toBeLessThan(1e-4);
  const loWu: Position = [114.1132, 22.5282];
  expect(gcj02.forward(loWu)).toEqual(loWu);
});

interface City {
  readonly coords: Readonly<Record<'WGS84' | 'GCJ02' | 'BD09', [number, number]>>;
}

describe.runIf(hasSharedData)('published pairs', () => {
  test('all 664 cities agree within a metre, in both directions', () => {
    const text = readFileSync(shared('reference/gcj02_vectors/gcoord_china_cities.json'), 'utf8');
    const cities = JSON.parse(text) as City[];
    const most = { gcj: 0, gcjBack: 0, bd: 0, bdBack: 0 };
    for (const { coords } of cities) {
      expect(isShifted(coords.WGS84)).toBe(true);
      most.gcj = Math.max(most.gcj, metres(gcj02.forward(coords.WGS84), coords.GCJ02));
      most.gcjBack = Math.max(most.gcjBack, metres(gcj02.inverse(coords.GCJ02), coords.WGS84));
      most.bd = Math.max(most.bd, metres(bd09.forward(coords.WGS84), coords.BD09));
      most.bdBack = Math.max(most.bdBack, metres(bd09.inverse(coords.BD09), coords.WGS84));
    }
    console.log(`${cities.length} cities, largest errors in metres:`, most);
    expect(cities).toHaveLength(664);
    for (const metresOff of Object.values(most)) expect(metresOff).toBeLessThan(0.75);
  });
});
