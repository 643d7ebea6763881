import type { Position } from '../model/place.ts';
import { gcj02 } from './gcj02.ts';
import { isShifted } from './is-shifted.ts';
import type { Transform } from './transform.ts';
import { undo } from './undo.ts';

const FACTOR = (Math.PI * 3000) / 180;
/** Baidu's own step upon GCJ-02, in degrees, but for ripples of a few metres. */
const [EAST, NORTH] = [0.0065, 0.006];

/** WGS84 → BD-09 (Baidu), which shifts GCJ-02 once more; outside of mainland China nothing is moved. Oracle: gcoord 1.0.7. */
export const bd09: Transform = {
  forward: (position) => (isShifted(position) ? shift(gcj02.forward(position)) : position),
  inverse(position) {
    const found = gcj02.inverse(undo(shift, position, [position[0] - EAST, position[1] - NORTH]));
    return isShifted(found) ? found : position;
  },
};

function shift([x, y]: Position): Position {
  const distance = Math.sqrt(x * x + y * y) + 0.00002 * Math.sin(y * FACTOR);
  const angle = Math.atan2(y, x) + 0.000003 * Math.cos(x * FACTOR);
  return [distance * Math.cos(angle) + EAST, distance * Math.sin(angle) + NORTH];
}
