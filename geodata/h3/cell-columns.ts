import { type Cell, RESOLUTIONS, type Resolution } from '../model/place.ts';
import { cellOf, numberLimit, numberOf } from './cell-number.ts';
import { resolutionOf } from './cells.ts';
import { type Column, decodeColumn, encodeColumn, type StoredKind } from './number-column.ts';
import { packNumbers, unpackNumbers } from './varint.ts';

/*
 * Cells and numbers about them as compact binary columns, written by the server and read by the browser: no geometry
 * travels, and 100,000 cells with eight numbers are about 2 MB. Layout, little-endian:
 *
 *   "SUNC", version (1 byte), length of the header (4 bytes), the header as JSON, the cells, each column in turn
 *
 * Cells are sorted and stored as varint differences of their numbers (cell-number.ts).
 */

const MAGIC = [0x53, 0x55, 0x4e, 0x43];
const VERSION = 1;
const HEADER_START = 9;

interface Header {
  readonly resolution: Resolution;
  readonly count: number;
  readonly cellBytes: number;
  readonly columns: readonly { readonly name: string; readonly kind: StoredKind; readonly bytes: number }[];
}

export interface CellColumns {
  readonly resolution: Resolution;
  readonly count: number;
  /** In ascending order of their texts. */
  readonly cells: readonly Cell[];
  /** By name, each as long as `cells`; NaN where there is no value. */
  readonly columns: Readonly<Record<string, Float64Array>>;
}

/**
 * Packs cells of one resolution, in any order, with columns of equal length. `int` holds whole numbers of either sign to
 * 2^51, `float` any number; null is kept. Throws a RangeError for a cell of another resolution, a cell given twice, a column
 * of another length or a value that its kind cannot hold.
 */
export function encodeCells(
  resolution: Resolution,
  cells: readonly Cell[],
  columns: Readonly<Record<string, Column>>,
): Uint8Array<ArrayBuffer> {
  for (const cell of cells) {
    if (resolutionOf(cell) !== resolution) throw new RangeError(`The cell ${cell} is not of resolution ${resolution}.`);
  }
  const numbers = Float64Array.from(cells, (cell) => numberOf(cell, resolution));
  const order = Uint32Array.from(cells.keys()).sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
  const cellBytes = packNumbers(differences(numbers, order));
  const packed = Object.entries(columns).map(([name, column]) => ({ name, ...encodeColumn(name, column, order) }));
  const header: Header = {
    resolution,
    count: cells.length,
    cellBytes: cellBytes.length,
    columns: packed.map(({ name, kind, bytes }) => ({ name, kind, bytes: bytes.length })),
  };
  return assemble(header, [cellBytes, ...packed.map(({ bytes }) => bytes)]);
}

/** Reads what `encodeCells` wrote. Throws an Error that says what is wrong when the bytes are anything else. */
export function decodeCells(input: ArrayBuffer | Uint8Array): CellColumns {
  const bytes = input instanceof Uint8Array ? input : new Uint8Array(input);
  try {
    const { resolution, count, cellBytes, columns } = readHeader(bytes);
    let start = bytes.length - columns.reduce((sum, column) => sum + column.bytes, cellBytes);
    const take = (length: number) => {
      start += length;
      return bytes.subarray(start - length, start);
    };
    const cells = readCells(take(cellBytes), resolution, count);
    const read = columns.map(({ name, kind, bytes }) => [name, decodeColumn(kind, take(bytes), count)] as const);
    return { resolution, count, cells, columns: Object.fromEntries(read) };
  } catch (cause) {
    throw new Error(`The cells cannot be read: ${(cause as Error).message}`, { cause });
  }
}

function differences(numbers: Float64Array, order: Uint32Array): Float64Array {
  let previous = -1;
  return Float64Array.from(order, (i) => {
    const number = numbers[i] ?? 0;
    if (number === previous) throw new RangeError('A cell is given twice.');
    const difference = number - previous - 1;
    previous = number;
    return difference;
  });
}

function readCells(bytes: Uint8Array, resolution: Resolution, count: number): Cell[] {
  const limit = numberLimit(resolution);
  let number = -1;
  return Array.from(unpackNumbers(bytes, count), (difference) => {
    number += difference + 1;
    if (number >= limit) throw new RangeError(`${number} is the number of no cell.`);
    return cellOf(number, resolution);
  });
}

function assemble(header: Header, sections: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(sections.reduce((sum, section) => sum + section.length, HEADER_START + json.length));
  bytes.set([...MAGIC, VERSION]);
  new DataView(bytes.buffer).setUint32(MAGIC.length + 1, json.length, true);
  bytes.set(json, HEADER_START);
  let start = HEADER_START + json.length;
  for (const section of sections) {
    bytes.set(section, start);
    start += section.length;
  }
  return bytes;
}

function readHeader(bytes: Uint8Array): Header {
  if (bytes.length < HEADER_START || MAGIC.some((byte, i) => bytes[i] !== byte)) throw new Error('they are no cells.');
  if (bytes[MAGIC.length] !== VERSION) throw new Error(`they are of version ${bytes[MAGIC.length]}, not ${VERSION}.`);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length + 1, true);
  const end = HEADER_START + length;
  if (end > bytes.length) throw new Error('they end within the header.');
  const header: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(HEADER_START, end)));
  if (!isHeader(header)) throw new Error('the header is damaged.');
  const told = header.columns.reduce((sum, column) => sum + column.bytes, header.cellBytes);
  if (end + told !== bytes.length) throw new Error(`${bytes.length - end} bytes follow the header, not ${told}.`);
  return header;
}

function isHeader(value: unknown): value is Header {
  if (typeof value !== 'object' || value === null) return false;
  const { resolution, count, cellBytes, columns } = value as Partial<Record<keyof Header, unknown>>;
  return (
    RESOLUTIONS.some((known) => known === resolution) &&
    [count, cellBytes].every(isLength) &&
    Array.isArray(columns) &&
    columns.every((column) => typeof column?.name === 'string' && isLength(column.bytes))
  );
}

function isLength(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
