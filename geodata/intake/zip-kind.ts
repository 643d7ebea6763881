import type { FileKind } from './detect-format.ts';
import { sentence } from './sentence.ts';

const SIGNATURE = 'PK\x03\x04';

/** What a zip archive is, by the names of the files that its first bytes tell of. */
export function zipKind(name: string, head: Uint8Array): FileKind {
  const names = entryNames(head);
  const some = (pattern: RegExp) => names.some((entry) => pattern.test(entry));
  if (names[0] === 'mimetype' || some(/^content\.xml$/i)) return { kind: 'unusable', why: OPEN_DOCUMENT };
  if (some(/^xl\/.*\.bin$/i) && /\.xlsb$/i.test(name)) return { kind: 'unusable', why: BINARY_WORKBOOK };
  if (some(/^xl\//i)) return { kind: 'records', format: 'xlsx' };
  if (some(/^(word|ppt|visio)\//i)) return { kind: 'unusable', why: OTHER_OFFICE };
  if (some(/\.(shp|shx|dbf)$/i)) return { kind: 'areas', format: 'shapefile' };
  if (/\.xls[xmb]$/i.test(name) || names[0] === '[Content_Types].xml') return { kind: 'records', format: 'xlsx' };
  return { kind: 'unusable', why: OTHER_ZIP };
}

/** Names in local headers; the directory of the archive is at its end, beyond what is looked at. */
function entryNames(head: Uint8Array): string[] {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const names: string[] = [];
  for (let at = bytes.indexOf(SIGNATURE, 0, 'latin1'); at >= 0 && at + 30 <= bytes.length; ) {
    const length = bytes.readUInt16LE(at + 26);
    names.push(
      bytes
        .subarray(at + 30, at + 30 + length)
        .toString('utf8')
        .replaceAll('\\', '/'),
    );
    at = bytes.indexOf(SIGNATURE, at + 30 + length, 'latin1');
  }
  return names;
}

const OPEN_DOCUMENT = sentence(
  '这是 OpenDocument 文件（.ods 等），读不了。请另存为 .xlsx 后再导入',
  'This is an OpenDocument file (.ods or the like), which cannot be read. Save it as .xlsx and import that',
);
const BINARY_WORKBOOK = sentence(
  '这是二进制工作簿（.xlsb），读不了。请另存为 .xlsx 后再导入',
  'This is a binary workbook (.xlsb), which cannot be read. Save it as .xlsx and import that',
);
const OTHER_OFFICE = sentence(
  '这是文字或演示文稿，不是表格。请把其中的表格复制到工作簿，存为 .xlsx 后再导入',
  'This is a text document or a presentation, not a table. Copy its table into a workbook, save it as .xlsx and import that',
);
const OTHER_ZIP = sentence(
  '这是压缩包，里面既没有工作簿也没有 Shapefile。请先解压，再导入其中的文件',
  'This is a packed folder without a workbook or a Shapefile. Unpack it and import the file inside',
);
