import { IntakeError } from '../intake/intake-error.ts';
import { sentence } from '../intake/sentence.ts';
import type { Encoding } from '../model/table.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** A table of dBASE, as a Shapefile has beside its shapes. */
export interface DbfTable {
  readonly columns: readonly string[];
  /** One row for each record, those marked as deleted too: shapes count them. */
  readonly rows: readonly Row[];
  readonly encoding: Encoding;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Reads a .dbf. Its texts are in the encoding of the `.cpg` beside it when there is one that is understood, else in UTF-8 when all
 * of them read so, else in GBK: Chinese programs write it and leave no word about it. Codes that are stored as numbers keep
 * all their digits, as text. Throws an IntakeError for a table that is damaged or shorter than it says.
 */
export function readDbf(bytes: Uint8Array, cpg: string | null): DbfTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33) throw damaged();
  const count = view.getUint32(4, true);
  const start = view.getUint16(8, true);
  const width = view.getUint16(10, true);
  if (start < 33 || width < 1 || start + count * width > bytes.length + 1) throw damaged();
  const encoding = namedEncoding(cpg) ?? fittingEncoding(bytes.subarray(32, start + count * width));
  const decoder = new TextDecoder(encoding);
  const columns = columnsOf(bytes.subarray(0, start), width, decoder);
  const rows = Array.from({ length: count }, (_, i) => {
    const record = bytes.subarray(start + i * width, start + (i + 1) * width);
    return Object.fromEntries(columns.map((column) => [column.name, cellOf(record, column, decoder)]));
  });
  return { columns: columns.map(({ name }) => name), rows, encoding };
}

function columnsOf(header: Uint8Array, width: number, decoder: TextDecoder): Column[] {
  const columns: Column[] = [];
  // Each record begins with the mark of deletion.
  let from = 1;
  for (let at = 32; at + 32 <= header.length && header[at] !== 0x0d; at += 32) {
    const to = from + (header[at + 16] ?? 0);
    if (to > width) throw damaged();
    const name = textIn(header.subarray(at, at + 11), decoder) || `${columns.length + 1}`;
    columns.push({ name, type: String.fromCharCode(header[at + 11] ?? 0), from, to });
    from = to;
  }
  return columns;
}

function cellOf(record: Uint8Array, { type, from, to }: Column, decoder: TextDecoder): string | null {
  const text = textIn(record.subarray(from, to), decoder);
  const isNumber = type === 'N' || type === 'F';
  return text === '' || (isNumber && text.startsWith('*')) ? null : text;
}

function textIn(bytes: Uint8Array, decoder: TextDecoder): string {
  const end = bytes.indexOf(0);
  return decoder.decode(end < 0 ? bytes : bytes.subarray(0, end)).trim();
}

/** Names of code pages as programs write them into .cpg files. */
function namedEncoding(cpg: string | null): Encoding | null {
  const name =
    cpg
      ?.trim()
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '') ?? '';
  if (/^(utf8|65001|cp65001)$/.test(name)) return 'utf-8';
  if (/^(gbk|gb2312|gb18030|(cp|ansi|ms|windows|oem)?936|eucn?cn)$/.test(name)) return 'gb18030';
  return null;
}

function fittingEncoding(bytes: Uint8Array): Encoding {
  try {
    // Fields are cut at so many bytes, but a field that is full may end within a character only where a program wrote it carelessly.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

const damaged = () =>
  new IntakeError(sentence('属性表 .dbf 已损坏或不完整', 'The table (.dbf) is damaged or cut short'));
