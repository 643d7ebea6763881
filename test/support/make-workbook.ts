import { ZipFile } from 'yazl';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface SheetXml {
  readonly name: string;
  readonly hidden?: boolean;
  /** What stands in `<sheetData>`. */
  readonly data: string;
  readonly merges?: readonly string[];
}

export interface WorkbookXml {
  readonly sheets: readonly SheetXml[];
  readonly texts?: readonly string[];
  /** Codes of number formats; cells refer to them by their place, from 1. */
  readonly formats?: readonly string[];
  readonly from1904?: boolean;
  /** Further files, or others in place of those that are made. */
  readonly files?: Readonly<Record<string, string | Buffer>>;
  /** Names of files that are not packed. */
  readonly stored?: readonly string[];
}

/** A workbook as a spreadsheet program writes it, of the XML that a test wants to see read. */
export function makeWorkbook({
  sheets,
  texts = [],
  formats = [],
  from1904 = false,
  files = {},
  stored = [],
}: WorkbookXml): Promise<Buffer> {
  const made: Record<string, string | Buffer> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, hidden }, i) =>
          `<sheet name="${name}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${sheets
      .map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${formats
      .map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((_, i) => `<xf numFmtId="${164 + i}"/>`)
      .join('')}<xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
  };
  sheets.forEach(({ data, merges = [] }, i) => {
    const merged =
      merges.length === 0
        ? ''
        : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    made[`xl/worksheets/sheet${i + 1}.xml`] =
      `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData>${merged}</worksheet>`;
  });
  return zipOf({ ...made, ...files }, stored);
}

export function zipOf(
  files: Readonly<Record<string, string | Buffer>>,
  stored: readonly string[] = [],
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(content), name, { compress: !stored.includes(name) });
  }
  zip.end();
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
    zip.outputStream.on('end', () => resolve(Buffer.concat(chunks)));
    zip.outputStream.on('error', reject);
  });
}

/** Rows of texts and numbers as the XML of a sheet, from row 1; null leaves a cell out. */
export function rowsXml(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows
    .map((cells, y) => {
      const inner = cells.map((cell, x) => {
        const at = `r="${String.fromCharCode(65 + x)}${y + 1}"`;
        if (cell === null) return '';
        return typeof cell === 'number'
          ? `<c ${at}><v>${cell}</v></c>`
          : `<c ${at} t="inlineStr"><is><t>${cell}</t></is></c>`;
      });
      return `<row r="${y + 1}">${inner.join('')}</row>`;
    })
    .join('');
}
