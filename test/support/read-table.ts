import { openTable, type Table } from '../../geodata/intake/open-table.ts';
import type { RawRow, Rejection } from '../../geodata/model/record.ts';
import type { TableChoices } from '../../geodata/model/table.ts';

export interface ReadTable extends Pick<Table, 'shape' | 'columns'> {
  readonly outcomes: readonly (RawRow | Rejection)[];
  readonly findings: ReturnType<Table['findings']>;
}

export interface ReadOptions {
  readonly name?: string;
  readonly choices?: TableChoices;
  /** Sizes of the pieces in which the bytes come, again and again; all at once when left out. */
  readonly sizes?: readonly number[];
}

/** Reads a whole file of records through the one door. */
export async function readTable(file: string | Uint8Array, options: ReadOptions = {}): Promise<ReadTable> {
  const { name = 'records', choices = {}, sizes = [] } = options;
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const table = await openTable({ name, bytes: inPieces(bytes, sizes) }, { choices, batch: 7 });
  const outcomes: (RawRow | Rejection)[] = [];
  for await (const batch of table.rows) outcomes.push(...batch);
  return { shape: table.shape, columns: table.columns, outcomes, findings: table.findings() };
}

/** Cells of the rows that were read, in the order of the columns; of the others, why they were rejected. */
export const cellsOf = ({ columns, outcomes }: Pick<ReadTable, 'columns' | 'outcomes'>): unknown[] =>
  outcomes.map((row) => ('fields' in row ? columns.map((name) => row.fields[name]) : row.reason));

export async function* inPieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let piece = 0; at < bytes.length; piece += 1) {
    const size = sizes.length === 0 ? bytes.length : (sizes[piece % sizes.length] as number);
    yield bytes.subarray(at, at + size);
    at += size;
  }
}
