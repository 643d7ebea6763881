import type { FieldType } from '../model/dataset.ts';
import { readAmount } from './read-amount.ts';
import { readDate } from './read-date.ts';

const TRUE = new Set(['true', 'yes', 'y', '1', '是', '有']);
const FALSE = new Set(['false', 'no', 'n', '0', '否', '无']);

/** A kept value in its declared type. What does not fit stays the text that it was: a record is more than its side columns. */
export function readField(text: string, type: FieldType): string | number | boolean {
  switch (type) {
    case 'text':
      return text;
    case 'number':
      return readAmount(text) ?? text;
    case 'date':
      return readDate(text, 'auto') ?? text;
    case 'boolean': {
      const word = text.toLowerCase();
      if (TRUE.has(word)) return true;
      return FALSE.has(word) ? false : text;
    }
  }
}
