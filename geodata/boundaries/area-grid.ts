import type { MultiPolygon } from '../model/area.ts';
import { type Frame, fillSquares } from './fill-squares.ts';
import { endsOf, type PackedAreas } from './packed-areas.ts';

/** A grid of squares over all areas, with the areas of each square in ascending order. */
export interface AreaGrid {
  /** The square of a position, −1 outside the grid. */
  squareAt(x: number, y: number): number;
  /** Entries of square s: from `starts[s]` to before `starts[s + 1]`. */
  readonly starts: Uint32Array;
  /** Twice the place of an area in the list, plus one when the area fills the whole square. */
  readonly entries: Uint32Array;
}

/** Squares for each edge of the areas: enough that most squares are filled by one area, few enough to stay in memory. */
const SQUARES_PER_EDGE = 4;
const FEWEST_SQUARES = 2 ** 12;
const MOST_SQUARES = 2 ** 22;

export function createAreaGrid(boundaries: readonly MultiPolygon[], packed: PackedAreas): AreaGrid {
  const frame = frameOf(packed);
  const { west, south, columns, rows, width, height } = frame;
  const squares: number[] = [];
  const found: number[] = [];
  for (const [i, boundary] of boundaries.entries()) {
    fillSquares({ packed, area: i, ends: endsOf(boundary) }, frame, (square, filled) => {
      squares.push(square);
      found.push(i * 2 + (filled ? 1 : 0));
    });
  }
  return {
    ...groupBySquare(squares, found, columns * rows),
    squareAt(x, y) {
      const column = Math.floor((x - west) / width);
      const row = Math.floor((y - south) / height);
      return column >= 0 && column < columns && row >= 0 && row < rows ? row * columns + column : -1;
    },
  };
}

function frameOf({ boxes, ends }: PackedAreas): Frame {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let box = 0; box < boxes.length; box += 4) {
    west = Math.min(west, boxes[box] ?? 0);
    south = Math.min(south, boxes[box + 1] ?? 0);
    east = Math.max(east, boxes[box + 2] ?? 0);
    north = Math.max(north, boxes[box + 3] ?? 0);
  }
  const squares = Math.min(MOST_SQUARES, Math.max(FEWEST_SQUARES, (ends.length / 4) * SQUARES_PER_EDGE));
  const ratio = Math.max(1e-3, Math.min(1e3, (east - west) / (north - south) || 1));
  const columns = Math.ceil(Math.sqrt(squares * ratio));
  const rows = Math.ceil(squares / columns);
  // A hair wider than the areas, so that their last border still lies in the last square.
  const [width, height] = [((east - west) * 1.000001) / columns, ((north - south) * 1.000001) / rows];
  return { west, south, columns, rows, width, height };
}

function groupBySquare(
  squares: readonly number[],
  found: readonly number[],
  count: number,
): Pick<AreaGrid, 'starts' | 'entries'> {
  const starts = new Uint32Array(count + 1);
  for (const square of squares) starts[square + 1] = (starts[square + 1] ?? 0) + 1;
  for (let square = 0; square < count; square++) starts[square + 1] = (starts[square + 1] ?? 0) + (starts[square] ?? 0);
  const next = starts.slice();
  const entries = new Uint32Array(found.length);
  for (const [i, square] of squares.entries()) {
    const place = next[square] ?? 0;
    entries[place] = found[i] ?? 0;
    next[square] = place + 1;
  }
  return { starts, entries };
}
