import type { Finding } from '../model/import-report.ts';
import type { RawRow, Rejection } from '../model/record.ts';
import type { TableChoices, TableFormat, TableShape } from '../model/table.ts';
import { collectBytes } from './collect-bytes.ts';
import { detectEncoding } from './detect-encoding.ts';
import { detectFormat, type FileKind } from './detect-format.ts';
import { isLineByLine } from './detect-json.ts';
import { detectText } from './detect-text.ts';
import { IntakeError } from './intake-error.ts';
import { LIMITS } from './limits.ts';
import { openNamedRows } from './named-rows.ts';
import { peek } from './peek.ts';
import { readCsv } from './read-csv.ts';
import { readJson, readJsonLines } from './read-json.ts';
import { openParquet } from './read-parquet.ts';
import { requireChoices } from './require-choices.ts';
import { sentence } from './sentence.ts';
import { openWorkbook } from './workbook/open-workbook.ts';

export interface TableFile {
  /** What its owner calls it: its ending may tell the format. */
  readonly name: string;
  /** The file from its beginning, unpacked when it was gzipped. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface TableOptions {
  readonly choices?: TableChoices;
  /** Rows in a batch, 1,000 when left out. */
  readonly batch?: number;
}

/** A file of records, opened. */
export interface Table {
  readonly shape: TableShape;
  /** Distinct names of the columns, in the file's order. */
  readonly columns: readonly string[];
  /** Each data row exactly once, in order, as a row or as a rejection, in batches; to be read once. */
  readonly rows: AsyncIterable<(RawRow | Rejection)[]>;
  /** What the reader noticed in the rows that were read so far, beyond single rows: errors of formulas, merged cells. */
  readonly findings: () => readonly Finding[];
}

interface Opening extends Required<TableOptions> {
  readonly head: Uint8Array;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const NO_SHAPE = { encoding: null, delimiter: null, sheet: null, sheets: [], headerLine: null };
const NO_FINDINGS = () => [];

/** Opens a file of records of whatever format. Throws an IntakeError that says what is wrong when it cannot be read at all. */
export async function openTable(file: TableFile, { choices = {}, batch = 1_000 }: TableOptions = {}): Promise<Table> {
  requireChoices(choices);
  const { head, bytes } = await peek(file.bytes);
  const opening = { head, bytes, choices, batch };
  switch (formatOf(detectFormat({ name: file.name, head }))) {
    case 'csv':
      return openCsv(opening);
    case 'xlsx':
      return openXlsx(opening);
    case 'json':
      return openJson('json', opening);
    case 'json-lines':
      return openJson('json-lines', opening);
    case 'geojson':
      return openJson('geojson', opening);
    case 'parquet': {
      const whole = await collectBytes(bytes, LIMITS.parquet, 'Parquet');
      const opened = await openParquet(whole, batch);
      return { ...opened, shape: { format: 'parquet', ...NO_SHAPE }, findings: NO_FINDINGS };
    }
  }
}

/** Polygons may be records as well (a permit's plot): whoever asks for records of a GeoJSON file gets its features. */
function formatOf(found: FileKind): TableFormat {
  if (found.kind === 'records') return found.format;
  if (found.kind === 'unusable') throw new IntakeError(found.why);
  if (found.format === 'geojson') return 'geojson';
  throw new IntakeError(
    sentence(
      `这是区划边界文件（${found.format}），不是业务记录；请作为区划导入`,
      `This is a file of area boundaries (${found.format}), not of records: import it as areas`,
    ),
  );
}

async function openCsv({ head, bytes, choices, batch }: Opening): Promise<Table> {
  const text = detectText(head, choices);
  const { encoding, delimiter } = text;
  const headerLine = choices.headerLine ?? text.headerLine;
  let columns: readonly string[] = [];
  const onColumns = (names: readonly string[]) => {
    columns = names;
  };
  const batches = readCsv(bytes, { encoding, delimiter, headerLine, batch, onColumns });
  const first = await batches.next();
  const shape: TableShape = { format: 'csv', encoding, delimiter, sheet: null, sheets: [], headerLine };
  return { shape, columns, rows: resumed(first, batches), findings: NO_FINDINGS };
}

async function openXlsx({ bytes, choices, batch }: Opening): Promise<Table> {
  const whole = await collectBytes(bytes, LIMITS.workbook, 'XLSX');
  const { sheet, sheets, headerLine, ...opened } = await openWorkbook(whole, choices, batch);
  return { ...opened, shape: { format: 'xlsx', encoding: null, delimiter: null, sheet, sheets, headerLine } };
}

async function openJson(format: 'json' | 'json-lines' | 'geojson', opening: Opening): Promise<Table> {
  const { head, bytes, choices, batch } = opening;
  const { encoding = detectEncoding(head).encoding } = choices;
  const byLine = format === 'json-lines' || isLineByLine(new TextDecoder(encoding).decode(head, { stream: true }));
  const source = byLine
    ? readJsonLines(bytes, { encoding })
    : readJson(bytes, { encoding, listKey: format === 'geojson' ? 'features' : null });
  const opened = await openNamedRows(source, batch);
  return { ...opened, shape: { format, ...NO_SHAPE, encoding }, findings: NO_FINDINGS };
}

async function* resumed<Batch>(first: IteratorResult<Batch>, rest: AsyncGenerator<Batch>): AsyncGenerator<Batch> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
