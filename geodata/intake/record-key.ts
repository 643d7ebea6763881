import { hash } from 'node:crypto';
import type { RawRow } from '../model/record.ts';
import { shorten } from './shorten.ts';

/** PostgreSQL indexes no text above 2,704 bytes; a longer key keeps its beginning for the eye and a hash for the truth. */
const LONGEST = 200;

/** The key of a record from its key columns, or the name of the first one that is empty. */
export function recordKey(row: RawRow, columns: readonly string[]): { key: string } | { emptyColumn: string } {
  const parts: string[] = [];
  for (const column of columns) {
    const part = row.fields[column]?.trim() ?? '';
    if (part === '') return { emptyColumn: column };
    parts.push(part);
  }
  const key = parts.length === 1 ? (parts[0] as string) : JSON.stringify(parts);
  return { key: key.length <= LONGEST ? key : `${shorten(key, LONGEST)}${hash('sha1', key, 'hex')}` };
}

/** What names a row without key columns: all of it, in the order of the file's columns. Cells hold no NUL (see decode-text.ts). */
export function wholeRowKey(row: RawRow): string {
  return hash('sha1', Object.values(row.fields).join('\0'), 'hex');
}
