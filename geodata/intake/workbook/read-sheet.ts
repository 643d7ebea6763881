import { decodeText } from '../decode-text.ts';
import { IntakeError } from '../intake-error.ts';
import { LIMITS } from '../limits.ts';
import { sentence } from '../sentence.ts';
import { tooMuch } from '../too-much.ts';
import { attribute } from './attribute.ts';
import { addressOf } from './cell-address.ts';
import { createXmlScanner } from './create-xml-scanner.ts';
import { type NumberFormat, numberText } from './number-format.ts';
import type { Zip } from './open-zip.ts';
import { unescapeText } from './unescape-text.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly texts: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
}

/** A row of a sheet that holds something: its number there, from 1, and its cells from column A up to the last that is not empty. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** Columns, from 0, of cells that hold the error of a formula: they are empty. */
  readonly errors: readonly number[];
}

/**
 * Reads the rows of a sheet in constant memory: the values that were last calculated, numbers and dates as text. Formulas, links
 * and macros are not looked at.
 */
export async function* readSheet(zip: Zip, name: string, context: SheetContext): AsyncGenerator<SheetRow[]> {
  const sheet = createSheetHandler(context);
  const scanner = createXmlScanner(sheet.handler);
  for await (const text of decodeText(zip.read(name), 'utf-8')) {
    scanner.push(text);
    const rows = sheet.take();
    if (rows.length > 0) yield rows;
  }
  scanner.end();
  sheet.end();
}

function createSheetHandler({ texts, formats, from1904 }: SheetContext) {
  let rows: SheetRow[] = [];
  let row = 0;
  let column = -1;
  let cells: string[] = [];
  let errors: number[] = [];
  let type = 'n';
  let style = 0;
  let value = '';
  /** The element whose text is the cell's value. */
  let inValue = false;
  let inReading = false;
  let depth = 0;

  function openRow(attributes: string): void {
    const number = Number(attribute(attributes, 'r') ?? row + 1);
    if (!Number.isInteger(number) || number <= row || number > LIMITS.sheetRows) throw damagedSheet(number);
    row = number;
    column = -1;
    cells = [];
    errors = [];
  }

  function openCell(attributes: string): void {
    const reference = attribute(attributes, 'r');
    const next = reference === null ? column + 1 : addressOf(reference).column;
    if (next <= column || next >= LIMITS.sheetColumns) throw damagedSheet(row);
    column = next;
    type = attribute(attributes, 't') ?? 'n';
    style = Number(attribute(attributes, 's') ?? -1);
    value = '';
  }

  function closeCell(): void {
    const text = cellOf();
    if (text === '') return;
    if (column >= LIMITS.columns) throw tooManyColumns(column + 1);
    while (cells.length < column) cells.push('');
    cells.push(text);
  }

  function cellOf(): string {
    switch (type) {
      case 's':
        return sharedText();
      case 'str':
      case 'inlineStr':
        return unescapeText(value);
      case 'b':
        return value.trim() === '' ? '' : value.trim() === '1' ? 'true' : 'false';
      case 'e':
        errors.push(column);
        return '';
      case 'd':
        return value.trim().replace(/T00:00:00(?:\.0+)?Z?$/, '');
      default:
        return numberText(value.trim(), formats[style] ?? 'number', from1904);
    }
  }

  function sharedText(): string {
    if (value === '') return '';
    const text = texts[Number(value)];
    if (text === undefined) throw damagedSheet(row);
    return text;
  }

  return {
    handler: {
      open(name: string, attributes: string) {
        depth += 1;
        if (name === 'c') openCell(attributes);
        else if (name === 'v' || name === 't') inValue = true;
        else if (name === 'row') openRow(attributes);
        else if (name === 'rPh') inReading = true;
      },
      text(part: string) {
        // One more than allowed is enough to tell that it is too long.
        if (inValue && !inReading && value.length <= LIMITS.cell) value += part;
      },
      close(name: string) {
        depth -= 1;
        if (name === 'c') closeCell();
        else if (name === 'v' || name === 't') inValue = false;
        else if (name === 'rPh') inReading = false;
        else if (name === 'row' && (cells.length > 0 || errors.length > 0)) rows.push({ row, cells, errors });
      },
    },
    take(): SheetRow[] {
      const taken = rows;
      rows = [];
      return taken;
    },
    end(): void {
      if (depth !== 0) throw damagedSheet(row);
    },
  };
}

const damagedSheet = (row: number) =>
  new IntakeError(
    sentence(
      `工作表第 ${row} 行附近已损坏。请在 WPS 或 Excel 中打开并重新保存`,
      `The sheet is damaged near row ${row}. Open the workbook in WPS or Excel and save it again`,
    ),
  );

const tooManyColumns = (found: number) =>
  tooMuch({ zh: '列太多', en: 'Too many columns' }, `≥ ${found}`, `${LIMITS.columns}`);
