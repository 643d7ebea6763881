import { createRowFinder, withoutReturn } from './create-row-finder.ts';
import { sentence } from './sentence.ts';
import { shorten } from './shorten.ts';

/** One row cut out of the text, or a line that cannot be a row; `text` is without its line end. */
export type SplitRow = GoodRow | BadLine;

interface GoodRow {
  readonly line: number;
  readonly text: string;
  readonly cells: string[];
}

interface BadLine {
  readonly line: number;
  readonly text: string;
  readonly cells: null;
  readonly reason: 'broken-quotes' | 'row-too-long';
  readonly detail: string;
}

export interface RowSplitter {
  /** The rows that are complete with this text. */
  push(text: string): SplitRow[];
  /** The rows that only the end of the file completes. */
  end(): SplitRow[];
}

/** Characters of one row; a longer one is most likely a quotation mark that was never closed. */
const MAX_ROW = 1_048_576;
const KEPT_OF_TOO_LONG = 1_000;
const NEWLINE_SOUGHT_IN = 65_536;

/**
 * Cuts text into rows and cells (RFC 4180; a quotation mark within an unquoted cell stands for itself) with the line on which
 * each row starts, and independently of how the text was cut into pieces. Empty lines are no rows.
 *
 * Nothing is lost: where quotes go wrong, only the first line of the row is given up and reading starts again on the next.
 * That is why this is written here: csv-parse 7 drops everything after an unclosed quote or an over-long row.
 */
export function createRowSplitter(options: { delimiter: string; maxRow?: number }): RowSplitter {
  const { delimiter, maxRow = MAX_ROW } = options;
  let buffer = '';
  let line = 1;
  let newline: '\n' | '\r' | null = null;
  /** Within a line that was too long, up to its end. */
  let skipping = false;

  function take(final: boolean): SplitRow[] {
    newline ??= newlineOf(buffer, final);
    if (newline === null) return [];
    const find = createRowFinder(buffer, { delimiter, newline, final, maxRow });
    const rows: SplitRow[] = [];
    let start = 0;
    while (start < buffer.length) {
      const newlineAt = buffer.indexOf(newline, start);
      if (skipping && newlineAt < 0) break;
      const found = skipping ? 'broken' : find(start, newlineAt);
      if (typeof found === 'object' && found.end - start <= maxRow) {
        if (found.end > start) rows.push({ line, text: buffer.slice(start, found.end), cells: found.cells });
        line += found.next === newlineAt + 1 ? 1 : newlinesBetween(start, found.next, newline);
        start = found.next;
        continue;
      }
      // Two characters more, as the last quotation mark of a row is understood only with what follows it.
      const mayFit = !final && buffer.length - start <= maxRow + 2;
      if (!skipping && mayFit && (found === 'incomplete' || newlineAt < 0)) break;
      const end = newlineAt < 0 ? buffer.length : newlineAt;
      if (!skipping) rows.push(badLine(start, end));
      skipping = newlineAt < 0 && !final;
      if (skipping) break;
      start = end + 1;
      line += 1;
    }
    buffer = skipping ? '' : buffer.slice(start);
    return rows;
  }

  function newlinesBetween(from: number, until: number, mark: string): number {
    let count = 0;
    for (let at = buffer.indexOf(mark, from); at >= 0 && at < until; at = buffer.indexOf(mark, at + 1)) count += 1;
    return count;
  }

  function badLine(start: number, end: number): BadLine {
    if (end - start <= maxRow) {
      const text = withoutReturn(buffer, start, end);
      return { line, text, cells: null, reason: 'broken-quotes', detail: BROKEN_QUOTES };
    }
    const text = shorten(buffer.slice(start, start + maxRow + 1), Math.min(KEPT_OF_TOO_LONG, maxRow));
    const detail = sentence(`这一行超过 ${maxRow} 个字符`, `The row is longer than ${maxRow} characters`);
    return { line, text, cells: null, reason: 'row-too-long', detail };
  }

  return {
    push(text) {
      buffer += text;
      return take(false);
    },
    end: () => take(true),
  };
}

const BROKEN_QUOTES = sentence(
  '双引号没有成对：单元格里的引号应写成两个 ""',
  'The quotation marks do not match: one inside a quoted cell is written twice, ""',
);

/** Unix and Windows files end lines with \n, very old Macintosh files with \r alone; null while it cannot be known. */
function newlineOf(text: string, final: boolean): '\n' | '\r' | null {
  const head = text.slice(0, NEWLINE_SOUGHT_IN);
  if (head.includes('\n')) return '\n';
  if (!final && text.length < NEWLINE_SOUGHT_IN) return null;
  return head.includes('\r') ? '\r' : '\n';
}
