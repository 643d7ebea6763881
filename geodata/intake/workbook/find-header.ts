import { detectHeader } from '../detect-header.ts';
import { IntakeError } from '../intake-error.ts';
import { LIMITS } from '../limits.ts';
import { sentence } from '../sentence.ts';
import type { Merge } from './read-merges.ts';
import type { SheetRow } from './read-sheet.ts';

export interface SheetHeader {
  /** The row that was found or chosen. */
  readonly row: number;
  /** The last row of the header: the data begin below. */
  readonly lastRow: number;
  /** Names as they stand there, not yet distinct; names over two rows are joined: `造价 / 合同`. */
  readonly names: readonly string[];
}

/**
 * The header of a sheet: the row below the titles, or the one that is chosen. Merged cells make it higher: a name merged over two
 * rows is one name, a name merged over several columns stands before the names below it.
 */
export function findHeader(
  first: readonly SheetRow[],
  merges: readonly Merge[],
  chosen: number | undefined,
): SheetHeader {
  const found =
    chosen === undefined
      ? detectHeader(
          first.map(({ cells }) => cells),
          LIMITS.titleRows,
        )
      : first.findIndex(({ row }) => row >= chosen);
  const header = first[found];
  if (header === undefined) {
    throw new IntakeError(
      sentence(
        `工作表在第 ${chosen ?? 1} 行以下没有内容，读不到表头`,
        `The sheet holds nothing from row ${chosen ?? 1} on, and so no header`,
      ),
    );
  }
  const above = first[found - 1];
  const top = above !== undefined && isGroupRow(above, header, merges) ? above.row : header.row;
  const lastRow = Math.max(
    header.row,
    ...merges
      .filter(({ from, to }) => from.row >= top && from.row <= header.row && to.row > from.row)
      .map(({ to }) => to.row),
  );
  const rows = first.filter(({ row }) => row >= top && row <= lastRow);
  return { row: header.row, lastRow, names: joinNames(rows, merges) };
}

/** Names of groups of columns stand directly above the header, merged over several columns; “单位：元” is none. */
function isGroupRow(above: SheetRow, header: SheetRow, merges: readonly Merge[]): boolean {
  const filled = above.cells.filter((cell) => cell.trim() !== '');
  if (above.row !== header.row - 1 || filled.length < 2 || filled.some((cell) => /[:：]/.test(cell))) return false;
  return merges.some(({ from, to }) => from.row === above.row && to.row === above.row && to.column > from.column);
}

function joinNames(rows: readonly SheetRow[], merges: readonly Merge[]): string[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const parts = rows.map((row) => valueAt(row, rows, column, merges).trim());
    return parts.filter((part, at) => part !== '' && part !== parts[at - 1]).join(' / ');
  });
}

function valueAt(row: SheetRow, rows: readonly SheetRow[], column: number, merges: readonly Merge[]): string {
  const own = row.cells[column] ?? '';
  if (own !== '') return own;
  const merge = merges.find(
    ({ from, to }) => from.row <= row.row && row.row <= to.row && from.column <= column && column <= to.column,
  );
  return rows.find(({ row }) => row === merge?.from.row)?.cells[merge?.from.column ?? 0] ?? '';
}
