import { readCoordinate } from '../geocode/read-position.ts';
import type { Position } from '../model/place.ts';
import { knownSystem } from './known-systems.ts';
import { listHypotheses } from './list-hypotheses.ts';
import type { RawPair } from './sample.ts';

/** Pairs that are asked; a level of areas that none of them comes near has nothing to say. */
const ASKED = 20;

/** Where some of the pairs would lie under each system that they could be in: what areas a test of the declaration needs. */
export function possiblePlaces(pairs: readonly RawPair[], declared: string): Position[] {
  const read = pairs.flatMap(({ lng, lat, named }) => {
    const [x, y] = [readCoordinate(lng), readCoordinate(lat)];
    return x === null || y === null || (x === 0 && y === 0) ? [] : [{ x, y, named }];
  });
  const step = Math.max(1, Math.floor(read.length / ASKED));
  const few = read.filter((_, i) => i % step === 0);
  return listHypotheses(few, declared).flatMap(({ crs, swapped }) => {
    const { toWgs84 } = knownSystem(crs);
    return few.flatMap(({ x, y }) => {
      const position = swapped ? toWgs84(y, x) : toWgs84(x, y);
      return position === null ? [] : [position];
    });
  });
}
