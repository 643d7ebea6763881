import { IntakeError } from '../intake-error.ts';
import { sentence } from '../sentence.ts';
import { attribute } from './attribute.ts';
import type { Zip } from './open-zip.ts';
import { readXml } from './read-xml.ts';

/** A sheet of a workbook: what it is called, and its file in the archive. */
export interface Sheet {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

export interface WorkbookContents {
  readonly sheets: readonly Sheet[];
  /** Whether days are counted from 1904, as old Macintosh spreadsheets did. */
  readonly from1904: boolean;
  readonly textsPath: string;
  readonly stylesPath: string;
}

interface Relation {
  readonly type: string;
  readonly path: string;
}

/** What a workbook says of itself. Targets outside of the archive (links) are never followed. */
export async function readContents(zip: Zip): Promise<WorkbookContents> {
  const root = [...(await readRelations(zip, '_rels/.rels', '')).values()].find(
    ({ type }) => type === 'officeDocument',
  );
  const path = root?.path ?? 'xl/workbook.xml';
  if (!zip.has(path) || /\.bin$/i.test(path)) throw noWorkbook();
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = await readRelations(zip, `${folder}_rels/${path.slice(folder.length)}.rels`, folder);
  const byType = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.path;
  const sheets: Sheet[] = [];
  let from1904 = false;
  await readXml(zip, path, {
    open(tag, attributes) {
      if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (tag !== 'sheet') return;
      const relation = relations.get(attribute(attributes, 'id') ?? '');
      const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible';
      if (relation?.type === 'worksheet')
        sheets.push({ name: attribute(attributes, 'name') ?? '', path: relation.path, hidden });
    },
  });
  if (sheets.length === 0) throw noWorkbook();
  return {
    sheets,
    from1904,
    textsPath: byType('sharedStrings') ?? `${folder}sharedStrings.xml`,
    stylesPath: byType('styles') ?? `${folder}styles.xml`,
  };
}

async function readRelations(zip: Zip, path: string, folder: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  if (!zip.has(path)) return relations;
  await readXml(zip, path, {
    open(tag, attributes) {
      const target = attribute(attributes, 'Target');
      if (tag !== 'Relationship' || target === null || attribute(attributes, 'TargetMode') === 'External') return;
      const type = (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '';
      relations.set(attribute(attributes, 'Id') ?? '', { type, path: resolvePath(folder, target) });
    },
  });
  return relations;
}

/** Paths are from the folder of the file that names them, or from the root of the archive. */
function resolvePath(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

const noWorkbook = () =>
  new IntakeError(
    sentence(
      '这个文件里没有工作表，不是 .xlsx 工作簿。请在 WPS 或 Excel 中另存为 .xlsx',
      'There is no sheet in this file: it is no .xlsx workbook. Save it as .xlsx in WPS or Excel',
    ),
  );
