import type { RawRow, Rejection } from '../model/record.ts';
import type { TableChoices, TableShape } from '../model/table.ts';
import { detectText } from './detect-text.ts';
import { peek } from './peek.ts';
import { readCsv } from './read-csv.ts';

export interface TableFile {
  /** What its owner calls it: its ending may tell the format. */
  readonly name: string;
  /** The file from its beginning, unpacked when it was gzipped. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface TableOptions {
  readonly choices?: TableChoices;
  /** Rows in a batch, 1,000 when left out. */
  readonly batch?: number;
}

/** A file of records, opened. */
export interface Table {
  readonly shape: TableShape;
  /** Distinct names of the columns, in the file's order. */
  readonly columns: readonly string[];
  /** Each data row exactly once, in order, as a row or as a rejection, in batches; to be read once. */
  readonly rows: AsyncIterable<(RawRow | Rejection)[]>;
}

/** Opens a file of records of whatever format. Throws an IntakeError that says what is wrong when it cannot be read at all. */
export async function openTable(file: TableFile, { choices = {}, batch = 1_000 }: TableOptions = {}): Promise<Table> {
  const { head, bytes } = await peek(file.bytes);
  const detected = detectText(head);
  const { encoding = detected.encoding, delimiter = detected.delimiter } = choices;
  let columns: readonly string[] = [];
  const onColumns = (names: readonly string[]) => {
    columns = names;
  };
  const batches = readCsv(bytes, { encoding, delimiter, batch, onColumns });
  const first = await batches.next();
  const shape: TableShape = { format: 'csv', encoding, delimiter, sheet: null, sheets: [], headerLine: 1 };
  return { shape, columns, rows: resumed(first, batches) };
}

async function* resumed<Batch>(first: IteratorResult<Batch>, rest: AsyncGenerator<Batch>): AsyncGenerator<Batch> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
