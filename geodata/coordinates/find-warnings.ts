import { readCoordinate } from '../geocode/read-position.ts';
import type { CrsWarning } from '../model/crs-api.ts';
import { knownSystem } from './known-systems.ts';
import type { DeclarationSample, RawPair } from './sample.ts';

/** Below so many pairs, repeated points are chance. */
const MANY = 100;
/** One distinct point for so many pairs: places were written down by the centre of something. A judgement. */
const PAIRS_PER_POINT = 5;
/** Three decimals are about 100 metres, two about a kilometre. */
const FINE_DECIMALS = 3;

/** What else looks wrong with the coordinates of a sample, whatever their system. */
export function findWarnings({ pairs, declared, inCounty }: DeclarationSample): CrsWarning[] {
  const of = pairs.length;
  const { toWgs84, kind } = knownSystem(declared);
  const read = pairs.flatMap(({ lng, lat }) => {
    const [x, y] = [readCoordinate(lng), readCoordinate(lat)];
    return x === null || y === null ? [] : [{ x, y, lng, lat }];
  });
  const real = read.filter(({ x, y }) => x !== 0 || y !== 0);
  const positions = real.map(({ x, y }) => toWgs84(x, y));
  const distinct = new Set(real.map(({ x, y }) => `${x} ${y}`)).size;
  const outside = inCounty ? positions.filter((position) => position !== null && !inCounty(position)).length : 0;
  const equal = real.filter(({ x, y }) => x === y).length;
  const coarse = kind === 'degrees' ? real.filter(isCoarse).length : 0;
  const origin = read.length - real.length;
  const nowhere = positions.filter((position) => position === null).length;
  const centroids = real.length >= MANY && distinct * PAIRS_PER_POINT <= real.length;
  const found: readonly (readonly [CrsWarning['id'], number, string, string])[] = [
    ['unreadable', of - read.length, '不是数字', 'are not numbers'],
    ['null-island', origin, '是 (0, 0)，不是地点', 'are (0, 0), which is no place'],
    ['out-of-range', nowhere, '超出所声明坐标系的范围', 'are out of the range of the declared system'],
    [
      'columns-equal',
      equal * 2 >= of ? equal : 0,
      '两列相同：可能选错了列',
      'have the same number in both columns: one of them may be the wrong column',
    ],
    [
      'coarse',
      coarse * 2 >= of ? coarse : 0,
      `不足 ${FINE_DECIMALS} 位小数：只准到一公里上下`,
      `have fewer than ${FINE_DECIMALS} decimals: they are right to a kilometre or so`,
    ],
    ['outside-county', outside, '在本县之外', 'lie outside the stated county'],
  ];
  const warnings = found.flatMap(([id, count, zh, en]): CrsWarning[] => {
    const text = { zh: `${of} 对坐标中有 ${count} 对${zh}`, en: `${count} of ${of} pairs ${en}` };
    return count === 0 ? [] : [{ id, count, of, text }];
  });
  return centroids ? [...warnings, fewPoints(distinct, real.length)] : warnings;
}

function fewPoints(count: number, of: number): CrsWarning {
  const text = {
    zh: `${of} 行只有 ${count} 个不同的点：可能是中心点，六边形将没有意义`,
    en: `Only ${count} distinct points among ${of} rows: centroids perhaps; hexagons would be artefacts`,
  };
  return { id: 'few-points', count, of, text };
}

function isCoarse({ x, y, lng, lat }: Pick<RawPair, 'lng' | 'lat'> & { x: number; y: number }): boolean {
  // Beyond these they are no degrees, whatever was declared.
  if (Math.abs(x) > 180 || Math.abs(y) > 180) return false;
  return [lng, lat].every(
    (text) => /^[+-]?\d+(?:\.\d*)?$/.test(text ?? '') && (text?.split('.')[1] ?? '').length < FINE_DECIMALS,
  );
}
