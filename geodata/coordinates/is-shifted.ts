import { createLocator } from '../boundaries/area-locator.ts';
import type { AreaLocator } from '../geocode/atlas.ts';
import type { Position } from '../model/place.ts';
import { SHIFTED_REGION } from './shifted-region.ts';

let locator: AreaLocator | undefined;

/** Whether Chinese map services shift what lies at a WGS84 position; see SHIFTED_REGION for how sure that is near its rim. */
export function isShifted(position: Position): boolean {
  // Made at first use: most files never ask.
  locator ??= createLocator([{ id: 1, boundary: SHIFTED_REGION }]);
  return locator.locate(position) !== null;
}
