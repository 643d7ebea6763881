import { sentence } from './sentence.ts';

const SAVE = [
  '请用 WPS 或 Excel 打开，另存为 .xlsx 后再导入',
  'Open it with WPS or Excel, save it as .xlsx and import that',
];

const TABLES = {
  compound: sentence(
    `这是旧格式 .xls/.et 或带密码的工作簿，读不了。${SAVE[0]}（不设密码）`,
    `This is an old .xls or .et file, or a workbook with a password, which cannot be read. ${SAVE[1]}, without a password`,
  ),
  xml: sentence(
    `这是网页或 XML 文件，不是表格（即使名称是 .xls）。${SAVE[0]}`,
    `This is a web page or XML, not a table, even if it is called .xls. ${SAVE[1]}`,
  ),
};

const named = (zh: string, en: string): string =>
  sentence(
    `这是${zh}，不是记录文件。可导入 CSV、XLSX、JSON、GeoJSON、Parquet`,
    `This is ${en}, not a file of records. CSV, XLSX, JSON, GeoJSON and Parquet can be imported`,
  );

/** How files begin that are often sent by mistake, and what to say of them. */
const BEGINNINGS: readonly (readonly [magic: string, why: string])[] = [
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', TABLES.compound],
  ['\x09\x08\x10\x00\x00\x06', TABLES.compound],
  ['\x09\x00\x04\x00', TABLES.compound],
  ['%PDF-', named('PDF 文档', 'a PDF document')],
  ['\x89PNG\r\n', named('图片（PNG）', 'a picture (PNG)')],
  ['\xff\xd8\xff', named('图片（JPEG）', 'a picture (JPEG)')],
  ['GIF8', named('图片（GIF）', 'a picture (GIF)')],
  ['BM', named('图片（BMP）', 'a picture (BMP)')],
  ['RIFF', named('音像文件（RIFF）', 'a picture, sound or film (RIFF)')],
  ['II*\0', named('图片（TIFF）', 'a picture (TIFF)')],
  ['MM\0*', named('图片（TIFF）', 'a picture (TIFF)')],
  ['\x7fELF', named('程序（ELF）', 'a program (ELF)')],
  ['MZ', named('程序（Windows）', 'a program (Windows)')],
  ['{\\rtf', named('RTF 文档', 'an RTF document')],
  ['Rar!\x1a\x07', named('压缩包（RAR），请先解压', 'a packed folder (RAR): unpack it first')],
  ['7z\xbc\xaf\x27\x1c', named('压缩包（7z），请先解压', 'a packed folder (7z): unpack it first')],
  ['BZh', named('压缩文件（bzip2），请先解压', 'a packed file (bzip2): unpack it first')],
  ['\xfd7zXZ', named('压缩文件（xz），请先解压', 'a packed file (xz): unpack it first')],
  ['\x28\xb5\x2f\xfd', named('压缩文件（zstd），请先解压', 'a packed file (zstd): unpack it first')],
  ['\x1f\x8b', named('压缩了两次的文件（gzip），请先解压', 'a file that was packed twice (gzip): unpack it first')],
  [
    '\x00\x00\x27\x0a',
    named(
      'Shapefile 的一部分（.shp）；请把 .shp、.dbf、.shx、.prj 打成一个 .zip',
      'one part of a Shapefile (.shp): put .shp, .dbf, .shx and .prj into one .zip',
    ),
  ],
];

/** Two letters are not enough to call a text a picture or a program: such files hold bytes of zero early on. */
const SHORTEST_CERTAIN = 3;
const LOOKED_AT = 4_096;

/** Why a file cannot be a table of records, by its first bytes; null when it can be text. */
export function foreignKind(head: Uint8Array): string | null {
  const first = head.subarray(0, LOOKED_AT);
  const text = String.fromCharCode(...first);
  const binary = isBinary(first);
  for (const [magic, why] of BEGINNINGS) {
    if (text.startsWith(magic) && (magic.length >= SHORTEST_CERTAIN || binary)) return why;
  }
  if (/^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|html|table|workbook|mso)/i.test(text)) return TABLES.xml;
  return binary ? named('二进制文件', 'a binary file') : null;
}

/** Control characters that no text holds, other than the zeros of UTF-16 and the few that serve as delimiters. */
function isBinary(bytes: Uint8Array): boolean {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (wide) return false;
  let odd = 0;
  let zeros = 0;
  for (const byte of bytes) {
    if (byte === 0) zeros += 1;
    else if (byte < 9 && byte > 1) odd += 1;
    else if (byte >= 14 && byte < 27) odd += 1;
  }
  if (odd > bytes.length / 50) return true;
  // UTF-16 without a mark has its zeros on one side only; scattered ones are no text.
  return zeros > bytes.length / 20 && !zerosOnOneSide(bytes, zeros);
}

function zerosOnOneSide(bytes: Uint8Array, zeros: number): boolean {
  let even = 0;
  for (let at = 0; at < bytes.length; at += 2) if (bytes[at] === 0) even += 1;
  return even < zeros / 20 || even > (zeros * 19) / 20;
}
