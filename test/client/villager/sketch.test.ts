import { expect, test } from 'vitest';
import { en } from '../../../client/villager/en.ts';
import { boundsOf, placeAt, type Sketch } from '../../../client/villager/sketch.ts';
import { hrefOf } from '../../../client/villager/use-address.ts';
import { usualLevel } from '../../../client/villager/usual-level.ts';
import { zh } from '../../../client/villager/zh.ts';

const square = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const SKETCH: Sketch = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { code: 'ring', name: '环村' },
      geometry: { type: 'Polygon', coordinates: [square(0, 0, 10), square(4, 4, 2)] },
    },
    {
      type: 'Feature',
      properties: { code: 'two', name: '二村' },
      geometry: { type: 'MultiPolygon', coordinates: [[square(4, 4, 2)], [square(20, 0, 1)]] },
    },
  ],
};

test('a position belongs to the place around it, not to the one whose hole it is in', () => {
  expect(placeAt(SKETCH, [1, 1])).toBe('ring');
  expect(placeAt(SKETCH, [5, 5])).toBe('two');
  expect(placeAt(SKETCH, [20.5, 0.5])).toBe('two');
  expect(placeAt(SKETCH, [15, 5])).toBeNull();
});

test('bounds go around every part, and nothing has none', () => {
  expect(boundsOf(SKETCH)).toEqual([0, 0, 21, 10]);
  expect(boundsOf({ ...SKETCH, features: [] })).toBeNull();
});

test('the page is about villages, or about the finest places that there are', () => {
  const notice = (...levels: string[]) => ({
    synthetic: false,
    releases: [],
    levels: levels.map((level) => ({ level, areas: 1, withBoundary: 0 })),
  });
  expect(usualLevel(notice('cell', 'village', 'town'))).toBe('village');
  expect(usualLevel(notice('zip', 'state'))).toBe('zip');
  expect(usualLevel(notice())).toBeNull();
});

test('an address names a place by its code, and its level only where that is unusual', () => {
  expect(hrefOf({ code: null, level: null })).toBe('/');
  expect(hrefOf({ code: '1&x', level: null })).toBe('/?code=1%26x');
  expect(hrefOf({ code: '320581001', level: 'town' })).toBe('/?code=320581001&level=town');
});

test('no text judges anybody, and none is empty', () => {
  for (const words of [zh, en]) {
    const texts = Object.values(words).flatMap((text) => (typeof text === 'function' ? [text(0 as never)] : text));
    for (const text of texts) {
      expect(text).not.toBe('');
      expect(text).not.toMatch(/风险|等级|预警|腐败|违法|经办|嫌疑|risk|tier|operator|suspect|corrupt/i);
    }
  }
});
