import { LIMITS } from '../limits.ts';
import { megabytes, tooMuch } from '../too-much.ts';
import type { Zip } from './open-zip.ts';
import { readXml } from './read-xml.ts';
import { unescapeText } from './unescape-text.ts';

/** The texts that cells refer to by their number; in memory, and limited for that. Phonetic readings are left out. */
export async function readSharedTexts(zip: Zip, name: string): Promise<string[]> {
  if (!zip.has(name)) return [];
  const texts: string[] = [];
  let size = 0;
  let text = '';
  let inText = false;
  let inReading = false;
  await readXml(zip, name, {
    open(tag) {
      if (tag === 'si') text = '';
      else if (tag === 't') inText = true;
      else if (tag === 'rPh') inReading = true;
    },
    text(part) {
      if (inText && !inReading) text += part;
      if (text.length > LIMITS.workbookPart / 2) throw tooManyTexts(2 * text.length);
    },
    close(tag) {
      if (tag === 't') inText = false;
      else if (tag === 'rPh') inReading = false;
      else if (tag === 'si') {
        texts.push(unescapeText(text));
        size += 2 * text.length + 16;
        if (size > LIMITS.workbookPart) throw tooManyTexts(size);
      }
    },
  });
  return texts;
}

const tooManyTexts = (size: number) =>
  tooMuch(
    { zh: '工作簿的文字太多', en: 'The texts of the workbook are too large' },
    megabytes(size + 1),
    megabytes(LIMITS.workbookPart),
  );
