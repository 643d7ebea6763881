import type { Ring } from './ring.ts';
import { segmentMeeting } from './segment-meeting.ts';
import { type Point, samePoint } from './turn.ts';

/** A point in which two different rings touch without crossing in it or sharing a stretch. */
export interface Touch {
  readonly rings: readonly [number, number];
  readonly at: Point;
}

/** What is wrong where segments meet, with the place; or else the touches, whose rights and wrongs depend on the rings. */
export type Meetings =
  | { readonly fault: 'crosses itself' | 'touches itself' | 'repeats a stretch'; readonly at: Point }
  | Touch[];

interface Segment {
  readonly ring: number;
  readonly index: number;
  readonly a: Point;
  readonly b: Point;
  readonly west: number;
  readonly east: number;
}

/**
 * Finds where the segments of a boundary's rings meet, sweeping from west to east. Rings are closed and without repeated
 * points.
 */
export function findMeetings(rings: readonly Ring[]): Meetings {
  const segments = rings.flatMap(segmentsOf).sort((first, second) => first.west - second.west);
  const touches: Touch[] = [];
  for (const [i, first] of segments.entries()) {
    for (let j = i + 1; j < segments.length; j++) {
      const second = segments[j];
      if (!second || second.west > first.east) break;
      if (!overlapInLatitude(first, second)) continue;
      const meeting = segmentMeeting(first.a, first.b, [second.a, second.b]);
      if (meeting === null) continue;
      if (meeting.kind === 'cross') return { fault: 'crosses itself', at: first.a };
      if (meeting.kind === 'overlap') return { fault: 'repeats a stretch', at: first.a };
      if (first.ring !== second.ring) touches.push({ rings: [first.ring, second.ring], at: meeting.at });
      else if (!follow(first, second, rings)) return { fault: 'touches itself', at: meeting.at };
    }
  }
  return touches;
}

function segmentsOf(ring: Ring, number: number): Segment[] {
  return ring.slice(1).map((b, index) => {
    const a = ring[index] ?? b;
    const [ax = 0] = a;
    const [bx = 0] = b;
    return { ring: number, index, a, b, west: Math.min(ax, bx), east: Math.max(ax, bx) };
  });
}

function overlapInLatitude({ a, b }: Segment, { a: c, b: d }: Segment): boolean {
  const [, ay = 0] = a;
  const [, by = 0] = b;
  const [, cy = 0] = c;
  const [, dy = 0] = d;
  return Math.max(ay, by) >= Math.min(cy, dy) && Math.max(cy, dy) >= Math.min(ay, by);
}

/** Whether one segment follows the other around their ring, so that they share a point by right. */
function follow(first: Segment, second: Segment, rings: readonly Ring[]): boolean {
  const count = (rings[first.ring]?.length ?? 0) - 1;
  const next = (first.index + 1) % count === second.index && samePoint(first.b, second.a);
  const previous = (second.index + 1) % count === first.index && samePoint(second.b, first.a);
  return next || previous;
}
