import type { Encoding } from '../model/table.ts';
import { detectDelimiter, firstRows } from './detect-delimiter.ts';
import { detectEncoding } from './detect-encoding.ts';
import { detectHeader } from './detect-header.ts';
import { LIMITS } from './limits.ts';

/** How the text of a file is to be read. */
export interface TextShape {
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** Whether the file starts with a byte order mark. It never reaches the first column's name, wherever it is known from. */
  readonly bom: boolean;
  /** The line of the column names, counting from 1: below the titles, where there are any. */
  readonly headerLine: number;
}

const ROWS_LOOKED_AT = 60;

/**
 * Finds out encoding, delimiter and header line from the first bytes of a file, as far as they are not chosen; 64 KiB are plenty,
 * and they may end within a character.
 */
export function detectText(
  head: Uint8Array,
  choices: { encoding?: Encoding | undefined; delimiter?: string | undefined } = {},
): TextShape {
  const detected = detectEncoding(head);
  const { encoding = detected.encoding } = choices;
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  const { delimiter = detectDelimiter(text) } = choices;
  return { encoding, bom: detected.bom, delimiter, headerLine: headerLineOf(text, delimiter) };
}

function headerLineOf(text: string, delimiter: string): number {
  const rows = firstRows(text, delimiter, ROWS_LOOKED_AT);
  const found = detectHeader(
    rows.map(({ cells }) => cells ?? []),
    LIMITS.titleRows,
  );
  return rows[found]?.line ?? 1;
}
