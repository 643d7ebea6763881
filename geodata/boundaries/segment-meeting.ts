import { type Point, samePoint, turn } from './turn.ts';

/** How two segments meet, exactly: in one point that ends at least one of them, otherwise `cross` or `overlap`. */
export type Meeting =
  | { readonly kind: 'touch'; readonly at: Point }
  | { readonly kind: 'cross' }
  | { readonly kind: 'overlap' }
  | null;

/** Whether and how the segments a–b and c–d meet. Neither may be a single point. */
export function segmentMeeting(a: Point, b: Point, [c, d]: readonly [Point, Point]): Meeting {
  const cSide = turn(a, b, c);
  const dSide = turn(a, b, d);
  if (cSide === 0 && dSide === 0) return meetingOnLine(a, b, [c, d]);
  if (cSide > 0 === dSide > 0 && cSide !== 0 && dSide !== 0) return null;
  const aSide = turn(c, d, a);
  const bSide = turn(c, d, b);
  if (aSide > 0 === bSide > 0 && aSide !== 0 && bSide !== 0) return null;
  if (cSide === 0) return touching(c, a, b);
  if (dSide === 0) return touching(d, a, b);
  if (aSide === 0) return touching(a, c, d);
  if (bSide === 0) return touching(b, c, d);
  return { kind: 'cross' };
}

/** A point on the line through a and b touches the segment when it lies in its box. */
function touching(at: Point, a: Point, b: Point): Meeting {
  return between(at, a, b, 0) && between(at, a, b, 1) ? { kind: 'touch', at } : null;
}

/** All four points on one line: compare along the axis on which the first segment is longer. */
function meetingOnLine(a: Point, b: Point, [c, d]: readonly [Point, Point]): Meeting {
  const axis = Math.abs((a[0] ?? 0) - (b[0] ?? 0)) >= Math.abs((a[1] ?? 0) - (b[1] ?? 0)) ? 0 : 1;
  const [firstLow, firstHigh] = ascending(a, b, axis);
  const [secondLow, secondHigh] = ascending(c, d, axis);
  if (samePoint(firstHigh, secondLow)) return { kind: 'touch', at: firstHigh };
  if (samePoint(secondHigh, firstLow)) return { kind: 'touch', at: firstLow };
  const apart = (firstHigh[axis] ?? 0) < (secondLow[axis] ?? 0) || (secondHigh[axis] ?? 0) < (firstLow[axis] ?? 0);
  return apart ? null : { kind: 'overlap' };
}

function ascending(a: Point, b: Point, axis: 0 | 1): readonly [Point, Point] {
  return (a[axis] ?? 0) <= (b[axis] ?? 0) ? [a, b] : [b, a];
}

function between(point: Point, a: Point, b: Point, axis: 0 | 1): boolean {
  const [low, high] = ascending(a, b, axis);
  return (point[axis] ?? 0) >= (low[axis] ?? 0) && (point[axis] ?? 0) <= (high[axis] ?? 0);
}
