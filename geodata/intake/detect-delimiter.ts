import { createRowSplitter } from './create-row-splitter.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
type Delimiter = (typeof DELIMITERS)[number];

const ROWS_LOOKED_AT = 50;

/**
 * The delimiter under which most of the first rows have as many cells as the header, quotes respected; among equals the one
 * that gives more cells. A file with a single column reads the same under all of them: a comma.
 */
export function detectDelimiter(text: string): Delimiter {
  let best: { delimiter: Delimiter; agreeing: number; width: number } = { delimiter: ',', agreeing: 0, width: 1 };
  for (const delimiter of DELIMITERS) {
    const { agreeing, width } = agreement(text, delimiter);
    if (width === 1) continue;
    if (agreeing > best.agreeing || (agreeing === best.agreeing && width > best.width)) {
      best = { delimiter, agreeing, width };
    }
  }
  return best.delimiter;
}

/** Which share of the first rows has the header's number of cells; the last row may be cut off and does not count. */
function agreement(text: string, delimiter: Delimiter): { agreeing: number; width: number } {
  const splitter = createRowSplitter({ delimiter });
  const whole = splitter.push(text);
  const rows = (whole.length > 0 ? whole : splitter.end()).slice(0, ROWS_LOOKED_AT);
  const width = rows[0]?.cells?.length ?? 1;
  const same = rows.filter(({ cells }) => cells?.length === width).length;
  return { width, agreeing: rows.length === 0 ? 0 : same / rows.length };
}
