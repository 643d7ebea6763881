import type { RawRow, Rejection } from '../model/record.ts';
import { columnNames } from './column-names.ts';
import { createRowSplitter, type SplitRow } from './create-row-splitter.ts';
import { decodeText } from './decode-text.ts';
import type { TextShape } from './detect-text.ts';
import { IntakeError } from './intake-error.ts';
import { requireFewColumns } from './require-few-columns.ts';
import { rowOutcome } from './row-outcome.ts';
import { sentence } from './sentence.ts';

export interface CsvShape extends Omit<TextShape, 'bom' | 'headerLine'> {
  /** The line of the header, counting from 1; what stands above it is no data. The first line when left out. */
  readonly headerLine?: number;
  /** Rows in a batch, 1,000 when left out. */
  readonly batch?: number;
  /** Characters in a row before it is rejected as too long, 1,048,576 when left out. */
  readonly maxRow?: number;
  /** Told the column names once, before any row; may throw to stop the reading. */
  readonly onColumns?: (columns: readonly string[]) => void;
}

/**
 * Reads a delimited file in constant memory. Each data row comes out exactly once, in order, as a row or as a rejection.
 * Throws an IntakeError when there is no header.
 */
export async function* readCsv(
  bytes: AsyncIterable<Uint8Array>,
  shape: CsvShape,
): AsyncGenerator<(RawRow | Rejection)[]> {
  const { batch: size = 1_000, headerLine = 1, onColumns } = shape;
  let columns: readonly string[] | null = null;
  let batch: (RawRow | Rejection)[] = [];
  for await (const rows of splitRows(bytes, shape)) {
    for (const row of rows) {
      if (columns === null) {
        if (row.line < headerLine) continue;
        columns = readHeader(row);
        onColumns?.(columns);
        continue;
      }
      batch.push(toOutcome(row, columns));
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
  }
  if (columns === null) throw noHeader(headerLine);
  if (batch.length > 0) yield batch;
}

function noHeader(line: number): IntakeError {
  if (line === 1) return new IntakeError(sentence('文件是空的：没有表头', 'The file is empty: it has no header'));
  return new IntakeError(
    sentence(`文件没有第 ${line} 行，读不到表头`, `The file has no line ${line}, and so no header`),
  );
}

async function* splitRows(bytes: AsyncIterable<Uint8Array>, shape: CsvShape): AsyncGenerator<SplitRow[]> {
  const splitter = createRowSplitter(shape);
  for await (const text of decodeText(bytes, shape.encoding)) yield splitter.push(text);
  yield splitter.end();
}

function readHeader(row: SplitRow): readonly string[] {
  if (row.cells !== null) return requireFewColumns(columnNames(row.cells));
  const sorry = sentence(`第 ${row.line} 行的表头读不出来`, `The header on line ${row.line} cannot be read`);
  throw new IntakeError(`${sorry}: ${row.detail}`);
}

function toOutcome(row: SplitRow, columns: readonly string[]): RawRow | Rejection {
  if (row.cells !== null) return rowOutcome(row, columns);
  const { line, text, reason, detail } = row;
  return { line, text, reason, detail };
}
