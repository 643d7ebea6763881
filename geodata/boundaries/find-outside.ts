import { difference } from 'polyclip-ts';
import { isDeep, isInside, type Surrounded } from './reach.ts';
import { surfaceOf } from './surface.ts';

/**
 * The surface by which an area reaches out of its parent in square metres: 0 when no corner lies farther outside than the tolerance,
 * null where it could not be computed.
 */
export function findOutside({ boundary }: Surrounded, parent: Surrounded): number | null {
  const isOut = boundary.coordinates
    .flat(2)
    .some((point) => !isInside(parent.boundary, point) && isDeep(parent.boundary, point));
  if (!isOut) return 0;
  try {
    const [own, whole] = [boundary.coordinates, parent.boundary.coordinates];
    return surfaceOf({ coordinates: difference(own as [number, number][][][], whole as [number, number][][][]) });
  } catch {
    return null;
  }
}
