import type { Finding } from '../../model/import-report.ts';
import type { RawRow, Rejection } from '../../model/record.ts';
import type { TableChoices } from '../../model/table.ts';
import { columnNames } from '../column-names.ts';
import { createFindingCounter, type FindingCounter } from '../create-finding-counter.ts';
import { csvLine } from '../csv-line.ts';
import { IntakeError } from '../intake-error.ts';
import { requireFewColumns } from '../require-few-columns.ts';
import { rowOutcome } from '../row-outcome.ts';
import { sentence } from '../sentence.ts';
import { findHeader } from './find-header.ts';
import { openZip, type Zip } from './open-zip.ts';
import { readContents, type Sheet } from './read-contents.ts';
import { type Merges, readMerges } from './read-merges.ts';
import { readSharedTexts } from './read-shared-texts.ts';
import { readSheet, type SheetContext, type SheetRow } from './read-sheet.ts';
import { readStyles } from './read-styles.ts';

/** Rows in which the header is looked for. */
const TOP = 60;

export interface WorkbookTable {
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly headerLine: number;
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<(RawRow | Rejection)[]>;
  /** Cells with errors and merged cells among the rows that were read so far. */
  readonly findings: () => Finding[];
}

interface OpenSheet {
  readonly sheet: Sheet;
  readonly top: readonly SheetRow[];
  readonly rest: AsyncIterator<SheetRow[]>;
}

/**
 * Opens a sheet of a workbook that is in memory: the chosen one, or the first that is shown and holds a table. Rows are read in
 * constant memory; empty ones are none; the value of merged cells belongs to the first of them.
 */
export async function openWorkbook(bytes: Uint8Array, choices: TableChoices, batch: number): Promise<WorkbookTable> {
  const zip = await openZip(bytes);
  const contents = await readContents(zip);
  const context: SheetContext = {
    texts: await readSharedTexts(zip, contents.textsPath),
    formats: await readStyles(zip, contents.stylesPath),
    from1904: contents.from1904,
  };
  const sheets = contents.sheets.map(({ name }) => name);
  const { sheet, top, rest } = await chooseSheet(zip, contents.sheets, context, choices.sheet);
  const merges = await readMerges(zip, sheet.path, top.at(-1)?.row ?? 0);
  const header = findHeader(top, merges.atTop, choices.headerLine);
  const columns = requireFewColumns(columnNames(header.names));
  const counter = createFindingCounter();
  const rows = readRows({ top, rest, lastHeaderRow: header.lastRow }, { columns, counter, batch });
  const findings = () => [...counter.findings(), ...mergeFindings(merges, header.lastRow)];
  return { sheet: sheet.name, sheets, headerLine: header.row, columns, rows, findings };
}

async function chooseSheet(
  zip: Zip,
  sheets: readonly Sheet[],
  context: SheetContext,
  chosen: string | undefined,
): Promise<OpenSheet> {
  const shown = sheets.filter(({ hidden }) => !hidden);
  const candidates =
    chosen === undefined ? (shown.length > 0 ? shown : sheets) : sheets.filter(({ name }) => name === chosen);
  for (const sheet of candidates) {
    const opened = await openSheet(zip, sheet, context);
    // A cover sheet of one heading is no table; a chosen one is taken as it is.
    if (opened.top.length > (chosen === undefined ? 1 : 0)) return opened;
  }
  const [only] = candidates;
  if (only !== undefined && chosen === undefined) {
    const opened = await openSheet(zip, only, context);
    if (opened.top.length > 0) return opened;
  }
  throw only === undefined ? noSuchSheet(chosen ?? '', sheets) : emptySheets(chosen);
}

async function openSheet(zip: Zip, sheet: Sheet, context: SheetContext): Promise<OpenSheet> {
  const rest = readSheet(zip, sheet.path, context);
  const top: SheetRow[] = [];
  while (top.length < TOP) {
    const { done, value } = await rest.next();
    if (done) break;
    top.push(...value);
  }
  return { sheet, top, rest };
}

async function* readRows(
  { top, rest, lastHeaderRow }: { top: readonly SheetRow[]; rest: AsyncIterator<SheetRow[]>; lastHeaderRow: number },
  { columns, counter, batch }: { columns: readonly string[]; counter: FindingCounter; batch: number },
): AsyncGenerator<(RawRow | Rejection)[]> {
  let outcomes: (RawRow | Rejection)[] = [];
  for (let rows = top; ; ) {
    for (const row of rows) {
      if (row.row <= lastHeaderRow) continue;
      for (const column of row.errors) counter.count('error-cells', columns[column] ?? null, row.row);
      outcomes.push(outcomeOf(row, columns));
      if (outcomes.length < batch) continue;
      yield outcomes;
      outcomes = [];
    }
    const next = await rest.next();
    if (next.done) break;
    rows = next.value;
  }
  if (outcomes.length > 0) yield outcomes;
}

function outcomeOf({ row, cells }: SheetRow, columns: readonly string[]): RawRow | Rejection {
  const filled =
    cells.length < columns.length ? [...cells, ...Array<string>(columns.length - cells.length).fill('')] : cells;
  return rowOutcome({ line: row, text: csvLine(filled), cells: filled }, columns);
}

function mergeFindings({ atTop, below }: Merges, lastHeaderRow: number): Finding[] {
  const rows = atTop.filter(({ from }) => from.row > lastHeaderRow).map(({ from }) => from.row);
  const count = rows.length + below.count;
  if (count === 0) return [];
  return [{ id: 'merged-cells', count, column: null, lines: [...rows, ...below.rows].slice(0, 3) }];
}

function noSuchSheet(chosen: string, sheets: readonly Sheet[]): IntakeError {
  const names = sheets.map(({ name }) => `“${name}”`).join(', ');
  return new IntakeError(
    sentence(
      `工作簿里没有名为“${chosen}”的工作表；有：${names}`,
      `The workbook has no sheet “${chosen}”; it has ${names}`,
    ),
  );
}

const emptySheets = (chosen: string | undefined) =>
  new IntakeError(
    chosen === undefined
      ? sentence('工作簿的各个工作表都是空的：没有表头', 'The sheets of the workbook are empty: there is no header')
      : sentence(`工作表“${chosen}”是空的：没有表头`, `The sheet “${chosen}” is empty: it has no header`),
  );
