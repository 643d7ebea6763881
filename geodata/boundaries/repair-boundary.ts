import { difference, setPrecision, union } from 'polyclip-ts';
import { sentence } from '../intake/sentence.ts';
import type { MultiPolygon } from '../model/area.ts';
import { cleanRings } from './clean-rings.ts';
import { findFault } from './find-fault.ts';
import { doubleArea, type Ring, sideOf } from './ring.ts';
import type { Point } from './turn.ts';

export interface RepairedBoundary {
  /** Valid in the OGC sense; null when there was nothing to draw or nothing could be saved. */
  readonly boundary: MultiPolygon | null;
  /** What was mended, one sentence each; empty for a boundary that was valid as it came. */
  readonly repairs: readonly string[];
  /** Why nothing could be saved; null otherwise. */
  readonly fault: string | null;
}

/** A centimetre or so, in degrees: where exact mending leaves a fault, points this close become one. */
const GRID = 1e-7;

type Polygons = Ring[][];

/**
 * Makes a boundary valid and says what it took. Height, repeated points and the direction of rings are set right without
 * mention: they change nothing on the map. Rings that cross themselves keep what an even-odd fill shows, so both halves of a
 * bow-tie stay and a spike goes.
 */
export function repairBoundary(polygons: readonly (readonly (readonly Point[])[])[]): RepairedBoundary {
  const { polygons: clean, unclosed, dropped } = cleanRings(polygons);
  const repairs = [...told(unclosed, CLOSED), ...told(dropped, DROPPED)];
  if (clean.length === 0) {
    const empty = polygons.flat().length === 0;
    return {
      boundary: null,
      repairs: [],
      fault: empty ? null : sentence('没有一个环围成面积', 'no ring encloses anything'),
    };
  }
  const fault = findFault(clean);
  if (fault === null) return { boundary: multiPolygon(clean), repairs, fault: null };
  const mended = mend(clean);
  if (mended === null) return { boundary: null, repairs: [], fault };
  return {
    boundary: multiPolygon(mended),
    repairs: [...repairs, redrawn(fault, areaOf(clean), areaOf(mended))],
    fault: null,
  };
}

/** Each polygon by itself, then all together, then on a fine grid; null when none of it gives a valid boundary. */
function mend(polygons: Polygons): Polygons | null {
  for (const redraw of [redrawEach, redrawAll, redrawOnGrid]) {
    const result = cleanRings(attempt(redraw, polygons)).polygons;
    if (result.length > 0 && findFault(result) === null) return result;
  }
  return null;
}

/** polyclip-ts throws where rounding leads it to a dead end (its issues name “Unable to complete output ring”). */
function attempt(redraw: (polygons: Polygons) => Polygons, polygons: Polygons): Polygons {
  try {
    return redraw(polygons);
  } catch {
    return [];
  }
}

/** Most boundaries have one bad ring among many good islands, and redrawing is slow: twenty thousand points take seconds. */
function redrawEach(polygons: Polygons): Polygons {
  return polygons.flatMap((polygon) => (findFault([polygon]) === null ? [polygon] : redrawPolygon(polygon)));
}

function redrawAll(polygons: Polygons): Polygons {
  const [first = [], ...rest] = polygons.map((polygon) => asPairs(redrawPolygon(polygon)));
  return plain(union(first, ...rest));
}

function redrawOnGrid(polygons: Polygons): Polygons {
  // The precision of polyclip-ts is one for the whole process, so it is put back whatever happens.
  setPrecision(GRID);
  try {
    return redrawAll(polygons);
  } finally {
    setPrecision();
  }
}

/** The largest ring is the shell. Of the others, those that mostly lie in it are holes; the rest are land of their own. */
function redrawPolygon(rings: readonly Ring[]): Polygons {
  const [shell = [], ...others] = rings.toSorted((a, b) => Math.abs(doubleArea(b)) - Math.abs(doubleArea(a)));
  const isHole = (ring: Ring) => ring.filter((point) => sideOf(shell, point) >= 0).length * 2 > ring.length;
  const land = [shell, ...others.filter((ring) => !isHole(ring))].map((ring) => asPairs([[ring]]));
  const holes = others.filter(isHole).map((ring) => asPairs([[ring]]));
  const [first = [], ...rest] = land;
  return plain(difference(union(first, ...rest), ...holes));
}

function asPairs(polygons: Polygons): [number, number][][][] {
  return polygons.map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]) => [x, y])));
}

function plain(polygons: readonly (readonly (readonly Point[])[])[]): Polygons {
  return polygons.map((rings) => rings.map((ring) => ring.map((point) => [...point])));
}

function multiPolygon(coordinates: Polygons): MultiPolygon {
  return { type: 'MultiPolygon', coordinates };
}

function areaOf(polygons: Polygons): number {
  return Math.abs(polygons.flat().reduce((sum, ring) => sum + doubleArea(ring), 0));
}

const CLOSED = [(n: number) => `${n} 个环未闭合，已闭合`, (n: number) => `${n} open rings closed`] as const;
const DROPPED = [
  (n: number) => `${n} 个环不足三个点，已去掉`,
  (n: number) => `${n} rings of fewer than three points dropped`,
] as const;

function told(n: number, [zh, en]: readonly [(n: number) => string, (n: number) => string]): string[] {
  return n > 0 ? [sentence(zh(n), en(n))] : [];
}

function redrawn(fault: string, before: number, after: number): string {
  const change = before > 0 ? ((after - before) / before) * 100 : Number.NaN;
  const percent = Number.isFinite(change) ? `${change >= 0 ? '+' : ''}${change.toFixed(4)} %` : '–';
  return sentence(`边界无效（${fault}），已重绘，面积变化 ${percent}`, `invalid (${fault}), redrawn, area ${percent}`);
}
