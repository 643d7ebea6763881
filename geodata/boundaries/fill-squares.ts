import { contains, type PackedAreas } from './packed-areas.ts';

export interface Frame {
  readonly west: number;
  readonly south: number;
  readonly columns: number;
  readonly rows: number;
  /** Width and height of a square, in degrees. */
  readonly width: number;
  readonly height: number;
}

/** One area of the packed ones, with each of its edges once. */
export interface AreaToFill {
  readonly packed: PackedAreas;
  readonly area: number;
  readonly ends: Float64Array;
}

/** In squares. Far more than rounding can be off, so that a border is never missed by the square it runs along. */
const MARGIN = 1e-6;

/**
 * Calls back for each square that an area touches, `filled` when no border passes through it. Squares without a border that
 * follow each other in a row lie all inside or all outside, so one point decides for the run.
 */
export function fillSquares(
  { packed, area, ends }: AreaToFill,
  frame: Frame,
  found: (square: number, filled: boolean) => void,
): void {
  if (ends.length === 0) return;
  const [west = 0, south = 0, east = 0, north = 0] = packed.boxes.subarray(area * 4);
  const [firstColumn, lastColumn] = span((west - frame.west) / frame.width, (east - frame.west) / frame.width);
  const [firstRow, lastRow] = span((south - frame.south) / frame.height, (north - frame.south) / frame.height);
  const width = lastColumn - firstColumn + 1;
  const border = new Uint8Array(width * (lastRow - firstRow + 1));
  markBorder(ends, frame, (column, row) => {
    border[(row - firstRow) * width + (column - firstColumn)] = 1;
  });
  for (let row = Math.max(0, firstRow); row <= Math.min(frame.rows - 1, lastRow); row++) {
    let inside: boolean | null = null;
    for (let column = Math.max(0, firstColumn); column <= Math.min(frame.columns - 1, lastColumn); column++) {
      const square = row * frame.columns + column;
      if (border[(row - firstRow) * width + (column - firstColumn)] === 1) {
        inside = null;
        found(square, false);
        continue;
      }
      inside ??= contains(packed, area, centreOf(column, row, frame));
      if (inside) found(square, true);
    }
  }
}

/** Calls back for each square that an edge passes through, row by row, with a margin. */
function markBorder(ends: Float64Array, frame: Frame, mark: (column: number, row: number) => void): void {
  for (let edge = 0; edge < ends.length; edge += 4) {
    const x1 = ((ends[edge] ?? 0) - frame.west) / frame.width;
    const y1 = ((ends[edge + 1] ?? 0) - frame.south) / frame.height;
    const x2 = ((ends[edge + 2] ?? 0) - frame.west) / frame.width;
    const y2 = ((ends[edge + 3] ?? 0) - frame.south) / frame.height;
    const [firstRow, lastRow] = span(y1, y2);
    const slope = y1 === y2 ? 0 : (x2 - x1) / (y2 - y1);
    for (let row = firstRow; row <= lastRow; row++) {
      const [from, to] = [atHeight(row - MARGIN), atHeight(row + 1 + MARGIN)];
      const [first, last] = firstRow === lastRow ? span(x1, x2) : span(from, to);
      for (let column = first; column <= last; column++) mark(column, row);
    }

    function atHeight(y: number): number {
      const clamped = Math.min(Math.max(y, Math.min(y1, y2)), Math.max(y1, y2));
      return clamped === y2 ? x2 : x1 + (clamped - y1) * slope;
    }
  }
}

function centreOf(column: number, row: number, frame: Frame): readonly [number, number] {
  return [frame.west + (column + 0.5) * frame.width, frame.south + (row + 0.5) * frame.height];
}

/** First and last square between two places, with the margin. */
function span(a: number, b: number): readonly [number, number] {
  return [Math.floor(Math.min(a, b) - MARGIN), Math.floor(Math.max(a, b) + MARGIN)];
}
