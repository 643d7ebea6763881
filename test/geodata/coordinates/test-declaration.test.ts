import { describe, expect, test } from 'vitest';
import { createLocator } from '../../../geodata/boundaries/area-locator.ts';
import { bd09 } from '../../../geodata/coordinates/bd09.ts';
import { gcj02 } from '../../../geodata/coordinates/gcj02.ts';
import type { RawPair, TestLevel } from '../../../geodata/coordinates/sample.ts';
import { testDeclaration } from '../../../geodata/coordinates/test-declaration.ts';
import { IntakeError } from '../../../geodata/intake/intake-error.ts';
import type { MultiPolygon } from '../../../geodata/model/area.ts';
import type { Position } from '../../../geodata/model/place.ts';

const [WEST, SOUTH, SIDE] = [120.7, 31.6, 0.02];

/** Ten by ten square villages of about two kilometres, with ids from 1. */
const villages: TestLevel = (() => {
  const boundaries = Array.from({ length: 100 }, (_, i) => {
    const [x, y] = [WEST + (i % 10) * SIDE, SOUTH + Math.floor(i / 10) * SIDE];
    const ring = [
      [x, y],
      [x + SIDE, y],
      [x + SIDE, y + SIDE],
      [x, y + SIDE],
      [x, y],
    ];
    return { id: i + 1, boundary: { type: 'MultiPolygon', coordinates: [[ring]] } satisfies MultiPolygon };
  });
  return { level: 'village', ids: new Set(boundaries.map(({ id }) => id)), locator: createLocator(boundaries) };
})();

/** Two houses in each village, in WGS84, spread over it. */
const houses: readonly { position: Position; village: number }[] = Array.from({ length: 200 }, (_, i) => {
  const village = i % 100;
  const [u, v] = [((i * 37) % 97) / 97, ((i * 61) % 89) / 89];
  const x = WEST + ((village % 10) + u) * SIDE;
  const y = SOUTH + (Math.floor(village / 10) + v) * SIDE;
  return { position: [x, y], village: village + 1 };
});

/** CGCS2000, 3-degree zone of 120° E, by a series good to some metres: enough for villages of two kilometres. */
function toZone([lng, lat]: Position): Position {
  const radians = (lat * Math.PI) / 180;
  const dl = ((lng - 120) * Math.PI) / 180;
  const e2 = 0.00669438;
  const n = 6_378_137 / Math.sqrt(1 - e2 * Math.sin(radians) ** 2);
  const arc = 111_132.9525 * lat - 16_038.5087 * Math.sin(2 * radians) + 16.8326 * Math.sin(4 * radians);
  const t = n * Math.cos(radians) * dl;
  return [500_000 + t, arc + (t * t * Math.tan(radians)) / (2 * n)];
}

interface Writing {
  readonly write: (position: Position) => Position;
  readonly swapped?: boolean;
  readonly named?: boolean;
}

function sample({ write, swapped = false, named = true }: Writing): RawPair[] {
  return houses.map(({ position, village }) => {
    const [x, y] = write(position);
    const [lng, lat] = swapped ? [y, x] : [x, y];
    return { lng: lng.toFixed(6), lat: lat.toFixed(6), named: named ? [village] : [] };
  });
}

const same = (position: Position): Position => position;
const zoned = (position: Position): Position => {
  const [x, y] = toZone(position);
  return [x + 40_000_000, y];
};

describe.each<[string, string, Writing]>([
  ['WGS84', 'EPSG:4326', { write: same }],
  ['GCJ-02', 'GCJ-02', { write: gcj02.forward }],
  ['BD-09', 'BD-09', { write: bd09.forward }],
  ['WGS84, latitude first', 'EPSG:4326', { write: same, swapped: true }],
  ['BD-09, latitude first', 'BD-09', { write: bd09.forward, swapped: true }],
  ['a survey zone', 'EPSG:4549', { write: toZone }],
  ['a survey zone with its number', 'EPSG:4528', { write: zoned }],
  ['a survey zone, northing first', 'EPSG:4549', { write: toZone, swapped: true }],
])('rows that name their village, written in %s', (_name, crs, writing) => {
  const pairs = sample(writing);
  const { swapped = false } = writing;

  test.each(['EPSG:4326', 'BD-09', 'EPSG:4549'])('and declared as %s', (declared) => {
    const result = testDeclaration({ pairs, declared, levels: [villages] });
    expect(result.hypotheses[0]).toMatchObject({ crs: declared, swapped: false });
    expect(result).toMatchObject({ tested: 200, named: 200, level: 'village' });
    if (declared === crs && !swapped) expect(result).toMatchObject({ verdict: 'fits', proposal: null });
    else expect(result).toMatchObject({ verdict: 'other-fits', proposal: { crs, swapped } });
  });
});

test('without names the shift of a few hundred metres is not told where the sample does not show it', () => {
  const pairs = sample({ write: gcj02.forward, named: false });
  const result = testDeclaration({ pairs, declared: 'EPSG:4326', levels: [villages] });
  expect(result).toMatchObject({ verdict: 'undecided', proposal: null, named: 0 });
  expect(result.summary.en).toMatch(/of 200 fall inside areas if .*does not tell them apart/);
});

test('the counts stand in the sentence, never a bare percentage', () => {
  const { summary } = testDeclaration({
    pairs: sample({ write: bd09.forward }),
    declared: 'WGS84',
    levels: [villages],
  });
  expect(summary.en).toMatch(
    /^197 of 200 fall inside the area that their row names if BD-09 \(Baidu\), 74 of 200 if WGS84/,
  );
  expect(summary.zh).toContain('建议改用前者');
  expect(summary.en + summary.zh).not.toContain('%');
});

test('a coarser level is asked only where the finest knows little of the place', () => {
  const ring = [
    [120, 31],
    [122, 31],
    [122, 33],
    [120, 33],
    [120, 31],
  ];
  const county: TestLevel = {
    level: 'county',
    ids: new Set([1_000]),
    locator: createLocator([{ id: 1_000, boundary: { type: 'MultiPolygon', coordinates: [[ring]] } }]),
  };
  const levelFor = (levels: TestLevel[]) =>
    testDeclaration({ pairs: sample({ write: same }), declared: 'WGS84', levels }).level;
  expect(levelFor([county, villages])).toBe('village');
  const far: TestLevel = { ...villages, locator: { locate: () => null } };
  expect(levelFor([far, county])).toBe('county');
});

test('what else looks wrong is counted', () => {
  const pair = (lng: string, lat: string): RawPair => ({ lng, lat, named: [] });
  const odd = [pair('0', '0'), pair('120.7', 'N/A'), pair('200', '31'), pair('120.75', '31.65')];
  const many = Array.from({ length: 196 }, (_, i) => pair(`120.7${i % 3}`, '31.6'));
  const inCounty = ([lng]: Position) => lng < 120.72;
  const { warnings } = testDeclaration({
    pairs: [...odd, ...many],
    declared: 'EPSG:4326',
    levels: [villages],
    inCounty,
  });
  expect(warnings.map(({ id, count, of }) => [id, count, of])).toEqual([
    ['unreadable', 1, 200],
    ['null-island', 1, 200],
    ['out-of-range', 1, 200],
    ['coarse', 197, 200],
    ['outside-county', 66, 200],
    ['few-points', 5, 198],
  ]);
  const equal = Array.from({ length: 10 }, (_, i) => pair(`31.${i}12345`, `31.${i}12345`));
  const doubled = testDeclaration({ pairs: equal, declared: 'EPSG:4326', levels: [] });
  expect(doubled).toMatchObject({ verdict: 'untested', warnings: [{ id: 'columns-equal', count: 10, of: 10 }] });
});

test('nothing to test and an unknown system are said', () => {
  expect(testDeclaration({ pairs: [], declared: 'EPSG:4326', levels: [villages] })).toMatchObject({
    verdict: 'untested',
    warnings: [],
    hypotheses: [],
  });
  expect(() => testDeclaration({ pairs: [], declared: 'EPSG:1', levels: [] })).toThrow(IntakeError);
});
