const MEGABYTE = 1024 ** 2;

/**
 * What is too much for one file of records, each with its reason. CSV, JSON lines and JSON are read in pieces and may be as large
 * as the disk has room for; what must be in memory as a whole may not.
 */
export const LIMITS = {
  /** A table with more columns is a matrix or was cut at the wrong character; each column costs memory in every row that is under way. */
  columns: 1_000,
  /** Characters of one cell: eight times what a spreadsheet's cell can hold. A longer one swallowed its neighbours, or is no text. */
  cell: 262_144,
  /** Bytes of a workbook: a zip archive is read from its end, so that it must be there as a whole. */
  workbook: 100 * MEGABYTE,
  /** Files in a workbook's archive: large ones have some hundreds, with pictures. */
  workbookEntries: 2_000,
  /** Bytes that a workbook may unpack to: a full sheet of 1,048,576 rows with 30 columns. */
  workbookUnpacked: 2_048 * MEGABYTE,
  /** Bytes of one part of a workbook that must be in memory: its table of texts, or its formats. */
  workbookPart: 200 * MEGABYTE,
  /** How many times its size a workbook may unpack to: XML of numbers packs 10 to 30 times, of equal cells 100 times. */
  workbookRatio: 200,
  /** Below this many bytes no ratio is suspicious: a sheet of empty rows packs well. */
  workbookRatioFrom: 50 * MEGABYTE,
  /** Rows of a sheet, as the format itself has it (ECMA-376). */
  sheetRows: 1_048_576,
  /** Columns of a sheet, as the format itself has it. */
  sheetColumns: 16_384,
  /** Rows above the header that may be titles. */
  titleRows: 20,
  /** Bytes of a Parquet file: its directory is at the end. */
  parquet: 256 * MEGABYTE,
  /** Bytes that one row group of a Parquet file may unpack to, and one of its pages. */
  parquetGroup: 512 * MEGABYTE,
  /** Rows of one row group of a Parquet file: writers make them of 100,000 to 1,000,000. */
  parquetGroupRows: 2_000_000,
  /** Characters of one object of a JSON file; a longer one is most likely a bracket that was never closed. */
  jsonRecord: 16 * MEGABYTE,
} as const;
