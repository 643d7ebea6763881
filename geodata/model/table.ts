/** The kinds of files that records come in. */
export const TABLE_FORMATS = ['csv', 'xlsx', 'json', 'json-lines', 'geojson', 'parquet'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What a person says of a file; everything left out is found out from the file itself. */
export interface TableChoices {
  readonly encoding?: Encoding | undefined;
  /** One character. */
  readonly delimiter?: string | undefined;
  /** The name of a sheet of a workbook. */
  readonly sheet?: string | undefined;
  /** The line (of a workbook: the row) on which the column names stand, counting from 1. */
  readonly headerLine?: number | undefined;
}

/** How a file is read, found out or chosen. Null where the format knows no such thing. */
export interface TableShape {
  readonly format: TableFormat;
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  /** All sheets of a workbook, in its order; empty for other formats. */
  readonly sheets: readonly string[];
  /** Where the column names stand, counting from 1; null where each row carries its own names. */
  readonly headerLine: number | null;
}
