import type { Example } from '../../model/preview.ts';
import type { RawRow } from '../../model/record.ts';
import { type CreateDetector, keepExample } from './detector.ts';

const TOTAL = /^(?:合\s*计|总\s*计|小\s*计|共\s*计|grand total|sub-?total|total|sum)\s*[:：]?$/i;
/** A total stands at the left of its row. */
const LEFT = 3;

/** Rows of totals among the records: counted as records, they count everything twice. */
export const createTotalRows: CreateDetector = ({ columns }) => {
  let [count, of] = [0, 0];
  const examples: Example[] = [];
  const left = columns.slice(0, LEFT);
  return {
    see({ line, fields, text }) {
      of += 1;
      if (!left.some((column) => TOTAL.test(fields[column]?.trim() ?? ''))) return;
      count += 1;
      keepExample(examples, line, text);
    },
    found: () => (count === 0 ? [] : [{ id: 'total-row', severity: 'warning', column: null, count, of, examples }]),
  };
};

/** Whether a row says the header again: every cell that is filled is its column's name, and at least two are. */
export function repeatsHeader({ fields }: RawRow, columns: readonly string[]): boolean {
  let same = 0;
  for (const column of columns) {
    const cell = fields[column]?.trim() ?? '';
    if (cell === column) same += 1;
    else if (cell !== '') return false;
  }
  return same >= 2;
}

/** The header again among the rows, as when files were put one below the other. */
export const createRepeatedHeaders: CreateDetector = ({ columns }) => {
  let [count, of] = [0, 0];
  const examples: Example[] = [];
  return {
    see(row) {
      of += 1;
      if (!repeatsHeader(row, columns)) return;
      count += 1;
      keepExample(examples, row.line, row.text);
    },
    found: () =>
      count === 0 ? [] : [{ id: 'header-in-body', severity: 'warning', column: null, count, of, examples }],
  };
};
