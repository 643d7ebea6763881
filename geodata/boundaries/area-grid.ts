import type { AreaEdges } from './area-edges.ts';
import { type Frame, fillSquares } from './fill-squares.ts';

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

export function createAreaGrid(shapes: readonly AreaEdges[]): AreaGrid {
  const frame = frameOf(shapes);
  const { west, south, columns, rows, width, height } = frame;
  const squares: number[] = [];
  const found: number[] = [];
  for (const [i, shape] of shapes.entries()) {
    fillSquares(shape, frame, (square, filled) => {
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

function frameOf(shapes: readonly AreaEdges[]): Frame {
  const filled = shapes.filter(({ ends }) => ends.length > 0);
  const least = (of: (shape: AreaEdges) => number) => filled.reduce((low, shape) => Math.min(low, of(shape)), 180);
  const [west, south] = [least((shape) => shape.west), least((shape) => shape.south)];
  const [east, north] = [-least((shape) => -shape.east), -least((shape) => -shape.north)];
  const edges = filled.reduce((sum, { ends }) => sum + ends.length / 4, 0);
  const squares = Math.min(MOST_SQUARES, Math.max(FEWEST_SQUARES, edges * SQUARES_PER_EDGE));
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
