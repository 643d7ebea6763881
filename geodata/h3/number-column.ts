import { packNumbers, unpackNumbers } from './varint.ts';

/** One column of numbers; null where there is no value. */
export interface Column {
  readonly kind: 'int' | 'float';
  readonly values: ArrayLike<number | null>;
}

/** How a column is stored: whole numbers as varints, others in the narrowest form that loses nothing. */
export type StoredKind = 'int' | 'float32' | 'float64';

/** Whole numbers up to this size, of either sign, leave room for the sign and for null. */
const LARGEST = 2 ** 51;

/** Packs a column in the given order of its rows. */
export function encodeColumn(
  name: string,
  { kind, values }: Column,
  order: Uint32Array,
): { kind: StoredKind; bytes: Uint8Array } {
  if (values.length !== order.length) {
    throw new RangeError(`The column “${name}” has ${values.length} values for ${order.length} cells.`);
  }
  const sorted = Float64Array.from(order, (i) => values[i] ?? Number.NaN);
  if (kind === 'int') return { kind, bytes: packNumbers(sorted.map((value) => withoutSign(name, value))) };
  const narrow = Float32Array.from(sorted);
  if (narrow.every((value, i) => Object.is(value, sorted[i]))) return { kind: 'float32', bytes: bytesOf(narrow) };
  return { kind: 'float64', bytes: bytesOf(sorted) };
}

/** Reads a column of `count` values; NaN for null. Throws a RangeError when the bytes do not hold exactly that. */
export function decodeColumn(kind: StoredKind, bytes: Uint8Array, count: number): Float64Array {
  if (kind === 'int') return unpackNumbers(bytes, count).map(withSign);
  const wide = kind === 'float64';
  if (!wide && kind !== 'float32') throw new RangeError(`“${kind}” is no kind of column.`);
  const size = wide ? 8 : 4;
  if (bytes.length !== count * size)
    throw new RangeError(`${bytes.length} bytes cannot be ${count} numbers (${kind}).`);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return Float64Array.from({ length: count }, (_, i) =>
    wide ? view.getFloat64(i * size, true) : view.getFloat32(i * size, true),
  );
}

/** null → 0, 0 → 1, −1 → 2, 1 → 3, −2 → 4 … so that small numbers stay small. */
function withoutSign(name: string, value: number): number {
  if (Number.isNaN(value)) return 0;
  if (!Number.isInteger(value) || Math.abs(value) > LARGEST) {
    throw new RangeError(`${value} in the column “${name}” is no whole number of at most 2^51.`);
  }
  return value < 0 ? -2 * value : 2 * value + 1;
}

function withSign(stored: number): number {
  if (stored === 0) return Number.NaN;
  return stored % 2 === 0 ? -stored / 2 : (stored - 1) / 2;
}

function bytesOf(values: Float32Array | Float64Array): Uint8Array {
  const bytes = new Uint8Array(values.byteLength);
  const view = new DataView(bytes.buffer);
  const size = values.BYTES_PER_ELEMENT;
  values.forEach((value, i) => {
    if (size === 8) view.setFloat64(i * size, value, true);
    else view.setFloat32(i * size, value, true);
  });
  return bytes;
}
