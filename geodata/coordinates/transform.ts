import type { Position } from '../model/place.ts';

/** A way between two systems of longitude and latitude, exact in both directions. */
export interface Transform {
  forward(position: Position): Position;
  inverse(position: Position): Position;
}
