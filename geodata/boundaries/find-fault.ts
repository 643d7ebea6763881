import { findMeetings, type Touch } from './find-meetings.ts';
import { type Box, boxesMeet, boxOf, type Ring, sideOf } from './ring.ts';
import { type Point, samePoint, turn } from './turn.ts';

/*
 * Whether a boundary is valid in the sense of OGC Simple Features 06-103r4, § 6.1.11 and 6.1.14, decided exactly, as
 * PostGIS does: the database refuses any other. Rings neither cross nor touch themselves and share no stretch with each other;
 * holes lie inside their shell and outside each other; the inside of each polygon hangs together; polygons do not overlap.
 */

/** What is wrong with a boundary of closed rings without repeated points, in a few words; null when it is valid. */
export function findFault(polygons: readonly (readonly Ring[])[]): string | null {
  const rings = polygons.flat();
  const meetings = findMeetings(rings);
  if ('fault' in meetings) return `${meetings.fault} near ${meetings.at[0]}, ${meetings.at[1]}`;
  if (meetings.some((touch) => crossesAt(touch, rings))) return 'rings cross in a corner';
  const boxes = new Map(rings.map((ring) => [ring, boxOf(ring)]));
  return (
    polygons.map((polygon) => holeFault(polygon, boxes)).find((fault) => fault !== null) ??
    overlapFault(polygons, boxes) ??
    (cutsInTwo(polygons, meetings) ? 'its inside is cut in two' : null)
  );
}

/** Two rings that touch in a point cross there when one goes on to the other side of the other. */
function crossesAt({ rings: [first, second], at }: Touch, rings: readonly Ring[]): boolean {
  const path = aroundPoint(rings[first] ?? [], at);
  const [before, after] = aroundPoint(rings[second] ?? [], at);
  return isLeftOf(path, at, before) !== isLeftOf(path, at, after);
}

/** The points before and after a point of a ring. */
function aroundPoint(ring: Ring, at: Point): readonly [Point, Point] {
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1] ?? at;
    const b = ring[i] ?? at;
    if (samePoint(b, at)) return [a, ring[i === ring.length - 1 ? 1 : i + 1] ?? at];
  }
  const i = ring.findIndex((b, index) => index > 0 && sideOf([ring[index - 1] ?? b, b], at) === 0);
  return [ring[i - 1] ?? at, ring[i] ?? at];
}

function isLeftOf([before, after]: readonly [Point, Point], at: Point, point: Point): boolean {
  const leftOfWayIn = turn(before, at, point) > 0;
  const leftOfWayOut = turn(at, after, point) > 0;
  const bend = turn(before, at, after);
  if (bend === 0) return leftOfWayIn;
  return bend > 0 ? leftOfWayIn && leftOfWayOut : leftOfWayIn || leftOfWayOut;
}

function holeFault([shell, ...holes]: readonly Ring[], boxes: ReadonlyMap<Ring, Box>): string | null {
  if (shell === undefined) return null;
  for (const [i, hole] of holes.entries()) {
    if (!liesIn(hole, shell)) return 'a hole lies outside';
    for (const other of holes.slice(i + 1)) {
      if (!meet(hole, other, boxes)) continue;
      if (liesIn(hole, other) || liesIn(other, hole)) return 'a hole lies in another hole';
    }
  }
  return null;
}

function overlapFault(polygons: readonly (readonly Ring[])[], boxes: ReadonlyMap<Ring, Box>): string | null {
  for (const [i, polygon] of polygons.entries()) {
    for (const other of polygons.slice(i + 1)) {
      if (polygon[0] === undefined || other[0] === undefined || !meet(polygon[0], other[0], boxes)) continue;
      if (covers(other, polygon[0]) || covers(polygon, other[0])) return 'polygons overlap';
    }
  }
  return null;
}

function covers([shell = [], ...holes]: readonly Ring[], ring: Ring): boolean {
  return liesIn(ring, shell) && !holes.some((hole) => liesIn(ring, hole));
}

function meet(a: Ring, b: Ring, boxes: ReadonlyMap<Ring, Box>): boolean {
  const first = boxes.get(a);
  const second = boxes.get(b);
  return first !== undefined && second !== undefined && boxesMeet(first, second);
}

/** For rings that do not cross: any point that is not on the other ring decides. */
function liesIn(ring: Ring, other: Ring): boolean {
  for (const point of ring) {
    const side = sideOf(other, point);
    if (side !== 0) return side > 0;
  }
  const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = ring;
  return sideOf(other, [(ax + bx) / 2, (ay + by) / 2]) > 0;
}

/** Rings of one polygon that touch so as to enclose something between them cut its inside in two. */
function cutsInTwo(polygons: readonly (readonly Ring[])[], touches: readonly Touch[]): boolean {
  const polygonOf = polygons.flatMap((polygon, i) => polygon.map(() => i));
  const roots = new Map<string, string>();
  const rootOf = (node: string): string => {
    const parent = roots.get(node);
    return parent === undefined || parent === node ? node : rootOf(parent);
  };
  const seen = new Set<string>();
  for (const { rings, at } of touches) {
    if (polygonOf[rings[0]] !== polygonOf[rings[1]]) continue;
    const point = `${polygonOf[rings[0]]}@${at[0]},${at[1]}`;
    for (const ring of rings) {
      if (seen.has(`${ring} ${point}`)) continue;
      seen.add(`${ring} ${point}`);
      const [a, b] = [rootOf(`${ring}`), rootOf(point)];
      if (a === b) return true;
      roots.set(a, b);
    }
  }
  return false;
}
