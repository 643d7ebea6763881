import type { Position } from '../model/place.ts';
import { isShifted } from './is-shifted.ts';
import type { Transform } from './transform.ts';
import { undo } from './undo.ts';

/** Krasovsky 1940: semi-major axis in metres, square of the eccentricity. */
const AXIS = 6_378_245;
const ECCENTRICITY = 0.006693421622965823;
const { PI, abs, cos, sin, sqrt } = Math;

/**
 * WGS84 → GCJ-02, the shift of maps published in mainland China; outside of it nothing is moved. The formula is the one that all
 * open libraries share (the official one is not published); gcoord 1.0.7 is the oracle of its test. It is written here
 * because gcoord tests a box that also shifts Hong Kong, Taipei and Seoul, undoes the shift to 0.1 m only, and checks its
 * arguments anew for every point.
 *
 * A pair up to the length of the shift (600 m) outside the rim can be a shifted one from within or one that was never shifted:
 * it is taken for the former, so that every mainland place comes back to where it is.
 */
export const gcj02: Transform = {
  forward: (position) => (isShifted(position) ? shift(position) : position),
  inverse(position) {
    const found = undo(shift, position, position);
    return isShifted(found) ? found : position;
  },
};

function shift([lng, lat]: Position): Position {
  const [x, y] = [lng - 105, lat - 35];
  const ripples = (20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * (2 / 3);
  const root = sqrt(abs(x));
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * root +
    ripples +
    waves(x, 20, 40, 1, 3) +
    waves(x, 150, 300, 12, 30);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    ripples +
    waves(y, 20, 40, 1, 3) +
    waves(y, 160, 320, 12, 30);
  const angle = (lat / 180) * PI;
  const magic = 1 - ECCENTRICITY * sin(angle) ** 2;
  const normal = AXIS / sqrt(magic);
  const meridian = (normal * (1 - ECCENTRICITY)) / magic;
  return [lng + (east * 180) / (normal * cos(angle) * PI), lat + (north * 180) / (meridian * PI)];
}

/** Two sine waves of given heights in metres and lengths in half degrees. */
function waves(at: number, first: number, second: number, firstLength: number, secondLength: number): number {
  return (first * sin((at / firstLength) * PI) + second * sin((at / secondLength) * PI)) * (2 / 3);
}
