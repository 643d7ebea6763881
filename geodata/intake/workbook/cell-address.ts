import { IntakeError } from '../intake-error.ts';
import { sentence } from '../sentence.ts';

export interface CellAddress {
  /** From 1, as spreadsheets count rows. */
  readonly row: number;
  /** From 0: A is 0. */
  readonly column: number;
}

/** `AB12` → row 12, column 27. Throws an IntakeError for what is no address. */
export function addressOf(reference: string): CellAddress {
  let column = 0;
  let at = 0;
  for (; at < reference.length && at < 4; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const row = Number(reference.slice(at));
  if (column === 0 || !Number.isInteger(row) || row < 1) {
    throw new IntakeError(
      sentence(
        `工作表里有无效的单元格地址 ${reference.slice(0, 20)}`,
        `The sheet holds the invalid address ${reference.slice(0, 20)}`,
      ),
    );
  }
  return { row, column: column - 1 };
}
