import type { Encoding } from '../model/table.ts';

/**
 * Byte order mark first, then strict UTF-8, then GB18030. Where neither reads without fault, the one with fewer unreadable
 * characters is taken: one torn character in a long file should not turn all of it into another alphabet.
 */
export function detectEncoding(head: Uint8Array): { encoding: Encoding; bom: boolean } {
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', bom: true };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', bom: true };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', bom: true };
  const wide = utf16WithoutMark(head);
  if (wide !== null) return { encoding: wide, bom: false };
  if (reads(head, 'utf-8')) return { encoding: 'utf-8', bom: false };
  if (reads(head, 'gb18030')) return { encoding: 'gb18030', bom: false };
  const encoding = faults(head, 'gb18030') < faults(head, 'utf-8') ? 'gb18030' : 'utf-8';
  return { encoding, bom: false };
}

/** With `stream`, a character cut off at the end of the bytes is no fault. */
function reads(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function faults(bytes: Uint8Array, encoding: Encoding): number {
  return new TextDecoder(encoding).decode(bytes, { stream: true }).split('\uFFFD').length - 1;
}

/** Delimiters, digits and line ends have one byte of zero each in UTF-16, always on the same side; other files have none. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const seen = Math.min(bytes.length, 4096);
  const zeros = [0, 0];
  for (let at = 0; at < seen; at += 1) {
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > seen / 20 && even < odd / 20) return 'utf-16le';
  if (even > seen / 20 && odd < even / 20) return 'utf-16be';
  return null;
}
