import { cellToBoundary, cellToLatLng, cellToParent, getResolution, isValidCell, latLngToCell } from 'h3-js';
import type { Cell, Position, Resolution } from '../model/place.ts';
import { RECORD_RESOLUTION } from '../model/place.ts';

// h3-js puts latitude first and takes nonsense without complaint (a latitude of 120 gives some cell, somewhere).
// This is the only file that turns positions round, and it looks before it calls.

/** The cell that contains a position. Throws a RangeError for anything but degrees within ±180 and ±90. */
export function cellAt(position: Position, resolution: Resolution = RECORD_RESOLUTION): Cell {
  const [lng, lat] = position;
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) {
    throw new RangeError(
      `[${lng}, ${lat}] is no position: longitude must lie within ±180, latitude within ±90, in that order.`,
    );
  }
  return latLngToCell(lat, lng, resolution);
}

/** The middle of a cell. Throws a RangeError when the text is no cell. */
export function centreOf(cell: Cell): Position {
  mustBeCell(cell);
  const [lat, lng] = cellToLatLng(cell);
  return [lng, lat];
}

/** The cell of a coarser (or the same) resolution that this cell belongs to. */
export function parentOf(cell: Cell, resolution: Resolution): Cell {
  mustBeCell(cell);
  if (getResolution(cell) < resolution) {
    throw new RangeError(`The cell ${cell} is coarser than resolution ${resolution}, so it has no parent there.`);
  }
  return cellToParent(cell, resolution);
}

/**
 * The closed ring around a cell, counter-clockwise: the first position comes again at the end. Hexagons have six corners,
 * pentagons five, and cells over an edge of the icosahedron a few more. At the antimeridian longitudes go on beyond ±180
 * from the first corner rather than around the world.
 */
export function outlineOf(cell: Cell): Position[] {
  mustBeCell(cell);
  const ring = cellToBoundary(cell, true);
  const start = ring[0]?.[0] ?? 0;
  return ring.map(([lng, lat]) => [nearTo(start, lng), lat]);
}

/** The resolution of a cell, 0-15. Throws a RangeError when the text is no cell. */
export function resolutionOf(cell: Cell): number {
  mustBeCell(cell);
  return getResolution(cell);
}

/** Whether a text is an H3 cell as this project writes them: 15 lower-case hexadecimal characters. */
export function isCell(text: string): boolean {
  return /^8[0-9a-f]{14}$/.test(text) && isValidCell(text);
}

function mustBeCell(cell: Cell): void {
  if (!isCell(cell)) throw new RangeError(`“${cell}” is no H3 cell.`);
}

function nearTo(start: number, lng: number): number {
  if (lng - start > 180) return lng - 360;
  if (lng - start < -180) return lng + 360;
  return lng;
}
