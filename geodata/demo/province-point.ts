import type { Position } from '../model/place.ts';

/** A nominal point in each province, by the first two digits of a code: its capital, to a tenth of a degree. */
const POINTS: Readonly<Record<string, Position>> = {
  '11': [116.4, 40.2],
  '12': [117.3, 39.3],
  '13': [114.9, 38.0],
  '14': [112.5, 37.9],
  '15': [111.7, 41.3],
  '21': [123.2, 41.6],
  '22': [125.6, 43.9],
  '23': [126.9, 46.1],
  '31': [121.3, 31.2],
  '32': [119.6, 32.7],
  '33': [120.0, 29.3],
  '34': [117.2, 31.9],
  '35': [118.0, 26.2],
  '36': [115.6, 27.9],
  '37': [117.9, 36.4],
  '41': [113.8, 34.3],
  '42': [113.0, 30.9],
  '43': [111.9, 27.7],
  '44': [113.3, 23.9],
  '45': [108.8, 23.6],
  '46': [109.8, 19.3],
  '50': [107.3, 29.8],
  '51': [103.9, 30.4],
  '52': [106.8, 26.8],
  '53': [102.0, 24.9],
  '54': [91.1, 30.1],
  '61': [108.8, 34.6],
  '62': [103.8, 35.9],
  '63': [101.3, 36.5],
  '64': [106.2, 37.9],
  '65': [86.5, 43.9],
};

/** Near the middle of the county's province; throws for a code of no province. */
export function provincePoint(countyCode: string): Position {
  const point = POINTS[countyCode.slice(0, 2)];
  if (!point) throw new RangeError(`No province has codes that begin with ${countyCode.slice(0, 2)}.`);
  return point;
}
