import type { Cell, Resolution } from '../model/place.ts';
import { cellOf, numberOf } from './cell-number.ts';
import { createVarintWriter, readVarints } from './varint.ts';

// Cells travel as columns: their numbers ascending as differences, whole numbers as one more than they are (0 stands for
// null), other numbers as 64-bit floats (NaN stands for null). Layout: the magic number, the length of the header as 32 bits
// little-endian, the header as JSON, then the bytes of each column. A hundred thousand cells with eight numbers are under 3 MB
// before compression.

const MAGIC = 0x314d5553; // 'SUM1'
const PREFIX = 8;

export interface CellColumn {
  readonly kind: 'int' | 'float';
  /** One for each cell, null where unknown. Whole numbers are 0 or more. */
  readonly values: ArrayLike<number | null>;
}

export interface DecodedCells {
  readonly resolution: Resolution;
  readonly count: number;
  readonly cells: readonly Cell[];
  /** By name; NaN where unknown. */
  readonly columns: Readonly<Record<string, Float64Array>>;
}

interface Header {
  readonly resolution: Resolution;
  readonly count: number;
  readonly columns: readonly { readonly name: string; readonly kind: 'cell' | 'int' | 'float'; readonly bytes: number }[];
}

/** Packs cells of one resolution, in any order, with their columns. Throws a RangeError when a column's length is not theirs. */
export function encodeCells(
  resolution: Resolution,
  cells: readonly Cell[],
  columns: Readonly<Record<string, CellColumn>>,
): Uint8Array {
  const numbers = cells.map((cell) => numberOf(cell, resolution));
  const order = Uint32Array.from(cells, (_, index) => index).sort((a, b) => (numbers[a] as number) - (numbers[b] as number));
  const parts = [{ name: 'cell', kind: 'cell' as const, content: packDifferences(numbers, order) }];
  const others = Object.entries(columns).map(([name, { kind, values }]) => {
    if (values.length !== cells.length) throw new RangeError(`${name} has ${values.length} values for ${cells.length} cells.`);
    return { name, kind, content: kind === 'int' ? packWhole(values, order) : packFloats(values, order) };
  });
  const all = [...parts, ...others];
  const header: Header = {
    resolution,
    count: cells.length,
    columns: all.map(({ name, kind, content }) => ({ name, kind, bytes: content.length })),
  };
  return join(
    new TextEncoder().encode(JSON.stringify(header)),
    all.map(({ content }) => content),
  );
}

/** Unpacks what `encodeCells` made. Throws a RangeError for anything else. */
export function decodeCells(source: ArrayBuffer | Uint8Array): DecodedCells {
  const bytes = source instanceof Uint8Array ? source : new Uint8Array(source);
  const { header, start } = readHeader(bytes);
  const columns: Record<string, Float64Array> = {};
  let cells: Cell[] = [];
  let at = start;
  for (const { name, kind, bytes: length } of header.columns) {
    const content = bytes.subarray(at, at + length);
    at += length;
    if (kind === 'cell') cells = unpackDifferences(content, header);
    else columns[name] = kind === 'int' ? unpackWhole(content, header.count) : unpackFloats(content, header.count);
  }
  return { resolution: header.resolution, count: header.count, cells, columns };
}

function packDifferences(numbers: readonly number[], order: Uint32Array): Uint8Array {
  const writer = createVarintWriter();
  let previous = 0;
  for (const index of order) {
    const number = numbers[index] as number;
    writer.write(number - previous);
    previous = number;
  }
  return writer.bytes();
}

function unpackDifferences(content: Uint8Array, { count, resolution }: Header): Cell[] {
  let number = 0;
  return Array.from(readVarints(content, count), (difference) => {
    number += difference;
    return cellOf(number, resolution);
  });
}

function packWhole(values: ArrayLike<number | null>, order: Uint32Array): Uint8Array {
  const writer = createVarintWriter();
  for (const index of order) {
    const value = values[index] ?? null;
    writer.write(value === null ? 0 : value + 1);
  }
  return writer.bytes();
}

const unpackWhole = (content: Uint8Array, count: number): Float64Array =>
  readVarints(content, count).map((value) => (value === 0 ? Number.NaN : value - 1));

function packFloats(values: ArrayLike<number | null>, order: Uint32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(order.length * 8));
  order.forEach((index, place) => view.setFloat64(place * 8, values[index] ?? Number.NaN, true));
  return new Uint8Array(view.buffer);
}

function unpackFloats(content: Uint8Array, count: number): Float64Array {
  if (content.length !== count * 8) throw new RangeError(`A column of ${count} floats has ${content.length} bytes.`);
  const view = new DataView(content.buffer, content.byteOffset, content.length);
  return Float64Array.from({ length: count }, (_, index) => view.getFloat64(index * 8, true));
}

function join(header: Uint8Array, contents: readonly Uint8Array[]): Uint8Array {
  const size = contents.reduce((sum, content) => sum + content.length, PREFIX + header.length);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, header.length, true);
  bytes.set(header, PREFIX);
  let at = PREFIX + header.length;
  for (const content of contents) {
    bytes.set(content, at);
    at += content.length;
  }
  return bytes;
}

function readHeader(bytes: Uint8Array): { header: Header; start: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < PREFIX || view.getUint32(0, true) !== MAGIC) throw new RangeError('These bytes are not columns of cells.');
  const start = PREFIX + view.getUint32(4, true);
  if (start > bytes.length) throw new RangeError('The columns of cells end within their header.');
  const header = parseHeader(bytes.subarray(PREFIX, start));
  const end = header.columns.reduce((sum, column) => sum + column.bytes, start);
  if (end !== bytes.length) throw new RangeError(`The columns of cells have ${bytes.length} bytes instead of ${end}.`);
  return { header, start };
}

function parseHeader(bytes: Uint8Array): Header {
  let header: Partial<Header>;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new RangeError('The header of the columns of cells cannot be read.', { cause });
  }
  const { resolution, count, columns } = header;
  const wellFormed =
    [7, 8, 9].includes(resolution as number) &&
    Number.isSafeInteger(count) &&
    (count as number) >= 0 &&
    (count as number) <= MOST_CELLS &&
    Array.isArray(columns) &&
    columns.every(({ bytes: length }) => Number.isSafeInteger(length) && length >= 0);
  if (!wellFormed) throw new RangeError('The header of the columns of cells makes no sense.');
  return header as Header;
}

/** Far more than any screen shows; a larger count is a broken header, and memory is not reserved for it. */
const MOST_CELLS = 20_000_000;
