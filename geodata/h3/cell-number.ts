import type { Cell } from '../model/place.ts';

// An H3 index of one resolution differs from others of it only in the base cell (7 bits) and one digit of 3 bits for each
// resolution; mode and resolution are the same, and the digits below are all 7. So 34 bits name a cell of resolution 9, which
// a number holds exactly, where the 64-bit index itself would lose digits.

const DIGITS = 15;

/** The part of a cell's index that tells it from others of its resolution; ascending with the index. */
export function numberOf(cell: Cell, resolution: number): number {
  const bits = BigInt(`0x${cell}`) & ((1n << 52n) - 1n);
  return Number(bits >> BigInt(3 * (DIGITS - resolution)));
}

/** The cell of a resolution with this number. */
export function cellOf(number: number, resolution: number): Cell {
  const unused = BigInt(3 * (DIGITS - resolution));
  const bits = (BigInt(number) << unused) | ((1n << unused) - 1n);
  return ((1n << 59n) | (BigInt(resolution) << 52n) | bits).toString(16);
}
