import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { RawRow, Rejection } from '../model/record.ts';
import { cellText } from './cell-text.ts';
import { columnNames } from './column-names.ts';
import { csvLine } from './csv-line.ts';
import { IntakeError } from './intake-error.ts';
import { LIMITS } from './limits.ts';
import { requireFewColumns } from './require-few-columns.ts';
import { rowOutcome } from './row-outcome.ts';
import { sentence } from './sentence.ts';
import { megabytes, tooMuch } from './too-much.ts';

/**
 * Opens a Parquet file that is in memory; its row groups are unpacked one after the other. `line` is the number of the row, from
 * 1. Texts, numbers, dates (in UTC) as text; lists and structures as JSON; bytes that are no text in hexadecimal.
 */
export async function openParquet(
  bytes: Uint8Array,
  batch: number,
): Promise<{ columns: readonly string[]; rows: AsyncIterable<(RawRow | Rejection)[]> }> {
  const file = bufferOf(bytes);
  const metadata = await orDamaged(() => parquetMetadataAsync(file));
  const keys = await orDamaged(async () => parquetSchema(metadata).children.map(({ element }) => element.name));
  if (keys.length === 0) throw damaged(new Error('no columns'));
  if (new Set(keys).size < keys.length) throw damaged(new Error('two columns of the same name'));
  requireBearable(metadata);
  const columns = requireFewColumns(columnNames(keys));
  return { columns, rows: readRows({ file, metadata, keys, columns, batch }) };
}

interface ParquetTable {
  readonly file: AsyncBuffer;
  readonly metadata: FileMetaData;
  readonly keys: readonly string[];
  readonly columns: readonly string[];
  readonly batch: number;
}

async function* readRows({
  file,
  metadata,
  keys,
  columns,
  batch,
}: ParquetTable): AsyncGenerator<(RawRow | Rejection)[]> {
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    const options = { file, metadata, rowStart, rowEnd, compressors: BOUNDED };
    const rows = await orDamaged(() => parquetReadObjects(options));
    // A damaged page may give fewer rows than the directory says: then none of the group is taken for whole.
    if (rows.length !== rowEnd - rowStart)
      throw damaged(new Error(`${rows.length} rows in place of ${rowEnd - rowStart}`));
    for (let from = 0; from < rows.length; from += batch) {
      yield rows.slice(from, from + batch).map((row, index) => {
        const cells = keys.map((key) => cellText(row[key]));
        return rowOutcome({ line: rowStart + from + index + 1, text: csvLine(cells), cells }, columns);
      });
    }
    rowStart = rowEnd;
  }
}

/** The decompressors, none of which may make more of a page than the limit. */
const BOUNDED = Object.fromEntries(
  Object.entries(compressors).map(([codec, unpack]) => [
    codec,
    (input: Uint8Array, outputLength: number) => {
      if (outputLength > LIMITS.parquetGroup) throw tooLarge(outputLength);
      return unpack(input, outputLength);
    },
  ]),
);

function requireBearable({ row_groups: groups, num_rows: total }: FileMetaData): void {
  let rows = 0;
  for (const group of groups) {
    const count = Number(group.num_rows);
    const size = group.columns.reduce(
      (sum, { meta_data: column }) => sum + Number(column?.total_uncompressed_size ?? 0),
      0,
    );
    if (!(count >= 0) || !(size >= 0)) throw damaged(new Error('a negative size'));
    if (size > LIMITS.parquetGroup) throw tooLarge(size);
    if (count > LIMITS.parquetGroupRows) {
      throw tooMuch(
        { zh: 'Parquet 行组的行数太多', en: 'Too many rows in one row group of the Parquet file' },
        count.toLocaleString('en'),
        LIMITS.parquetGroupRows.toLocaleString('en'),
      );
    }
    rows += count;
  }
  if (rows !== Number(total)) throw damaged(new Error(`${rows} rows in groups, ${total} in all`));
}

const tooLarge = (size: number) =>
  tooMuch(
    { zh: 'Parquet 行组解压后太大', en: 'A row group of the Parquet file is too large when it is unpacked' },
    megabytes(size),
    megabytes(LIMITS.parquetGroup),
  );

function bufferOf(bytes: Uint8Array): AsyncBuffer {
  const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  return { byteLength: whole.byteLength, slice: (start, end) => whole.slice(start, end) };
}

/** The library says of a damaged file whatever it stumbles over. */
async function orDamaged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof IntakeError ? error : damaged(error);
  }
}

const damaged = (cause: unknown) =>
  new IntakeError(
    sentence(
      'Parquet 文件已损坏、没有传完，或用了读不了的编码',
      'The Parquet file is damaged, not whole, or encoded in a way that cannot be read',
    ),
    { cause },
  );
