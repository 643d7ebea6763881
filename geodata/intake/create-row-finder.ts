const QUOTE = '"';

/** Where a row ends (its text, and with its line end), or why that cannot be told. */
type Found = { readonly end: number; readonly next: number; readonly cells: string[] } | 'incomplete' | 'broken';

export interface RowFinderShape {
  readonly delimiter: string;
  readonly newline: '\n' | '\r';
  /** Whether the buffer ends where the file ends. */
  readonly final: boolean;
  readonly maxRow: number;
}

/** Finds the row that starts at a position of the buffer; positions must be asked for in ascending order. */
export function createRowFinder(buffer: string, shape: RowFinderShape): (start: number, lineEnd: number) => Found {
  const { delimiter, newline, final, maxRow } = shape;
  let quote = buffer.indexOf(QUOTE);

  function plainRow(start: number, lineEnd: number): Found {
    if (lineEnd < 0 && !final) return 'incomplete';
    const until = lineEnd < 0 ? buffer.length : lineEnd;
    const text = withoutReturn(buffer, start, until);
    return { end: start + text.length, next: lineEnd < 0 ? until : until + 1, cells: text.split(delimiter) };
  }

  /** The closing quotation mark, past those written twice; beyond the longest row there is none worth finding. */
  function closingQuote(from: number, start: number): number {
    for (let at = buffer.indexOf(QUOTE, from); at >= 0; at = buffer.indexOf(QUOTE, at + 2)) {
      if (at - start > maxRow) return -1;
      if (buffer[at + 1] !== QUOTE) return at;
    }
    return -1;
  }

  function quotedRow(start: number): Found {
    const cells: string[] = [];
    let at = start;
    for (;;) {
      if (buffer[at] === QUOTE) {
        const close = closingQuote(at + 1, start);
        if (close < 0) return final || buffer.length - start > maxRow ? 'broken' : 'incomplete';
        if (close + 2 >= buffer.length && !final) return 'incomplete';
        cells.push(buffer.slice(at + 1, close).replaceAll('""', '"'));
        at = close + 1;
      } else {
        const stop = unquotedEnd(at);
        if (stop < 0 && !final) return 'incomplete';
        const end = stop < 0 ? buffer.length : stop;
        cells.push(buffer[end] === delimiter ? buffer.slice(at, end) : withoutReturn(buffer, at, end));
        at = end;
      }
      if (buffer[at] !== delimiter) break;
      at += 1;
    }
    const end = withoutReturnEnd(at);
    if (at >= buffer.length) return { end, next: buffer.length, cells };
    if (buffer[at] === newline) return { end, next: at + 1, cells };
    const windows = buffer[at] === '\r' && (buffer[at + 1] === newline || at + 1 === buffer.length);
    return windows ? { end: at, next: Math.min(at + 2, buffer.length), cells } : 'broken';
  }

  function unquotedEnd(at: number): number {
    const next = buffer.indexOf(delimiter, at);
    const lineEnd = buffer.indexOf(newline, at);
    if (next < 0 || lineEnd < 0) return Math.max(next, lineEnd);
    return Math.min(next, lineEnd);
  }

  function withoutReturnEnd(at: number): number {
    return newline === '\n' && buffer[at - 1] === '\r' ? at - 1 : at;
  }

  return (start, lineEnd) => {
    if (quote >= 0 && quote < start) quote = buffer.indexOf(QUOTE, start);
    const quoted = quote >= 0 && (lineEnd < 0 || quote < lineEnd);
    return quoted ? quotedRow(start) : plainRow(start, lineEnd);
  };
}

/** The text between two positions, without the carriage return of a Windows line end. */
export function withoutReturn(buffer: string, start: number, end: number): string {
  return buffer.slice(start, buffer[end - 1] === '\r' && end > start ? end - 1 : end);
}
