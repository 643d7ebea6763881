import type { Cell } from '../model/place.ts';

// An H3 index is 64 bits: mode and resolution, seven bits of base cell, then fifteen digits of three bits, of which those
// beyond the resolution are all 7. Within one resolution only base cell and used digits tell cells apart, and at
// resolution 9 they are 34 bits: a number that JavaScript holds exactly.
// https://h3geo.org/docs/core-library/h3Indexing

const BASE_CELLS = 122;
const FINEST = 15;

/** Base cell and digits of a cell as one whole number; ascending in the order of the cells' texts. */
export function numberOf(cell: Cell, resolution: number): number {
  const baseAndDigits = Number.parseInt(cell.slice(2), 16);
  return Math.floor(baseAndDigits / unusedDigits(resolution));
}

/** The cell with this number; the inverse of `numberOf`. */
export function cellOf(number: number, resolution: number): Cell {
  const unused = unusedDigits(resolution);
  const baseAndDigits = number * unused + (unused - 1);
  return `8${resolution.toString(16)}${baseAndDigits.toString(16).padStart(13, '0')}`;
}

/** Every number of a cell at this resolution is below. */
export function numberLimit(resolution: number): number {
  return BASE_CELLS * 8 ** resolution;
}

function unusedDigits(resolution: number): number {
  return 8 ** (FINEST - resolution);
}
