import { isDeep, isInside, type Surrounded } from './reach.ts';
import { sharedSurface } from './shared-surface.ts';
import { surfaceOf } from './surface.ts';

/** The surface by which an area reaches out of its parent in square metres; 0 when no corner lies farther outside than the tolerance. */
export function findOutside({ boundary }: Surrounded, parent: Surrounded): number {
  const isOut = boundary.coordinates
    .flat(2)
    .some((point) => !isInside(parent.boundary, point) && isDeep(parent.boundary, point));
  return isOut ? Math.max(0, surfaceOf(boundary) - sharedSurface(boundary, parent.boundary)) : 0;
}
