import type { RawRow, Rejection } from '../model/record.ts';
import { LIMITS } from './limits.ts';
import { sentence } from './sentence.ts';
import { shorten } from './shorten.ts';

const KEPT_OF_TOO_LONG = 1_000;

/** A row that was read, under its columns' names; a rejection when it has another number of cells or one that is too long. */
export function rowOutcome(
  { line, text, cells }: { readonly line: number; readonly text: string; readonly cells: readonly string[] },
  columns: readonly string[],
): RawRow | Rejection {
  if (cells.length !== columns.length)
    return { line, text, reason: 'ragged-row', detail: raggedDetail(cells, columns) };
  const fields: Record<string, string> = {};
  for (let index = 0; index < columns.length; index += 1) {
    const cell = cells[index] as string;
    if (cell.length > LIMITS.cell) return cellTooLong(line, text, columns[index] as string, cell);
    fields[columns[index] as string] = cell;
  }
  return { line, text, fields };
}

/** The rejection of a row because of one cell: it is kept with its beginning. */
export function cellTooLong(line: number, text: string, column: string, cell: string): Rejection {
  const detail = sentence(
    `“${column}”有 ${cell.length} 个字符，一个单元格最多 ${LIMITS.cell} 个`,
    `“${column}” has ${cell.length} characters; a cell may have ${LIMITS.cell}`,
  );
  return { line, text: shorten(text, KEPT_OF_TOO_LONG), reason: 'cell-too-long', detail };
}

function raggedDetail(cells: readonly string[], columns: readonly string[]): string {
  return sentence(
    `这一行有 ${cells.length} 个单元格，表头有 ${columns.length} 列`,
    `The row has ${cells.length} cells, the header ${columns.length} columns`,
  );
}
