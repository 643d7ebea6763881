import { attribute } from './attribute.ts';
import { type NumberFormat, numberFormat } from './number-format.ts';
import type { Zip } from './open-zip.ts';
import { readXml } from './read-xml.ts';

/** The number format of each cell style, by its index. */
export async function readStyles(zip: Zip, name: string): Promise<NumberFormat[]> {
  if (!zip.has(name)) return [];
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let inCellStyles = false;
  await readXml(zip, name, {
    open(tag, attributes) {
      if (tag === 'numFmt')
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      else if (tag === 'cellXfs') inCellStyles = true;
      else if (tag === 'xf' && inCellStyles) styles.push(Number(attribute(attributes, 'numFmtId') ?? 0));
    },
    close(tag) {
      if (tag === 'cellXfs') inCellStyles = false;
    },
  });
  return styles.map((id) => numberFormat(id, codes.get(id) ?? null));
}
