import type { Encoding } from '../model/table.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import { detectEncoding } from './detect-encoding.ts';

/** How the text of a file is to be read. */
export interface TextShape {
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** Whether the file starts with a byte order mark. It never reaches the first column's name, wherever it is known from. */
  readonly bom: boolean;
}

/** Finds out encoding and delimiter from the first bytes of a file; 64 KiB are plenty, and they may end within a character. */
export function detectText(head: Uint8Array): TextShape {
  const { encoding, bom } = detectEncoding(head);
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  return { encoding, bom, delimiter: detectDelimiter(text) };
}
