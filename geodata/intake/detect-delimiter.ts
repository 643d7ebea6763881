import { createRowSplitter, type SplitRow } from './create-row-splitter.ts';

const COMMON = [',', ';', '\t', '|'] as const;
/** Seen in exports of old systems; they also stand in prose, so that they must fit every row, the header too. */
const RARE = ['^', '~', '\u0001', '\u001f', '，', '；'] as const;

const ROWS_LOOKED_AT = 50;

interface Fit {
  readonly delimiter: string;
  /** Which share of the rows looked at has the most frequent number of cells, 0-1. */
  readonly agreeing: number;
  /** That number of cells. */
  readonly width: number;
  readonly rows: number;
}

/**
 * The delimiter under which most of the first rows have the same number of cells, quotes respected; among equals the one that
 * gives more cells. A file with a single column reads the same under all of them: a comma.
 */
export function detectDelimiter(text: string): string {
  const common = COMMON.map((delimiter) => fitOf(text, delimiter)).reduce(better);
  const rare = RARE.map((delimiter) => fitOf(text, delimiter))
    .filter(({ agreeing, rows }) => agreeing === 1 && rows > 1)
    .reduce(better, common);
  return rare.width === 1 ? ',' : rare.delimiter;
}

function better(best: Fit, next: Fit): Fit {
  if (next.width === 1) return best;
  if (best.width === 1 || next.agreeing > best.agreeing) return next;
  return next.agreeing === best.agreeing && next.width > best.width ? next : best;
}

function fitOf(text: string, delimiter: string): Fit {
  const rows = firstRows(text, delimiter, ROWS_LOOKED_AT);
  const counts = new Map<number, number>();
  for (const { cells } of rows) if (cells !== null) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  return { delimiter, width, rows: rows.length, agreeing: rows.length === 0 ? 0 : count / rows.length };
}

/** The first rows of the beginning of a file; its last row may be cut off and does not count when there are others. */
export function firstRows(text: string, delimiter: string, count: number): SplitRow[] {
  const splitter = createRowSplitter({ delimiter });
  const whole = splitter.push(text);
  return (whole.length > 0 ? whole : splitter.end()).slice(0, count);
}
