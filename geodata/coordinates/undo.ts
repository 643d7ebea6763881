import type { Position } from '../model/place.ts';

/** The last step in degrees, a millimetre: what it leaves is less than 0.5 % of it. */
const NEAR = 1e-8;
const MOST_STEPS = 20;

/**
 * The position that `forward` moves to `target`, for a `forward` that moves neighbours almost alike: each step takes away what
 * the last one missed. The shifts undone here change by less than 0.5 % of the distance, so that four steps reach a
 * hundredth of a millimetre; gcoord 1.0.7 stops at a tenth of a metre.
 */
export function undo(forward: (position: Position) => Position, target: Position, guess: Position): Position {
  let [lng, lat] = guess;
  for (let step = 0; step < MOST_STEPS; step++) {
    const [x, y] = forward([lng, lat]);
    const [dx, dy] = [x - target[0], y - target[1]];
    lng -= dx;
    lat -= dy;
    if (Math.abs(dx) < NEAR && Math.abs(dy) < NEAR) break;
  }
  return [lng, lat];
}
