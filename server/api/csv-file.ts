import { createHash } from 'node:crypto';
import { csvCell } from '../../geodata/disclosure/csv-cell.ts';
import type { Watermark } from './watermark.ts';

type Value = string | number | boolean | null;

export interface CsvFile {
  /** With the first of the hash in it, so that a file on a desk leads back to its entry. */
  readonly name: string;
  readonly bytes: Buffer;
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string;
}

interface CsvParts {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  readonly watermark: Watermark;
}

/** A CSV file for a spreadsheet (UTF-8 with its mark, RFC 4180, no formulas), every row with the watermark of who took it. */
export function csvFile({ name, header, rows, watermark }: CsvParts): CsvFile {
  const lines = [[...header, '水印 watermark'], ...rows.map((row) => [...row, watermark.text])];
  // The mark at the start is what makes spreadsheets read Chinese.
  const bytes = Buffer.from(`\uFEFF${lines.map(csvLine).join('')}`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: `${name}-${sha256.slice(0, 12)}.csv`, bytes, sha256 };
}

export const csvLine = (values: readonly Value[]): string => `${values.map(csvCell).join(',')}\r\n`;
