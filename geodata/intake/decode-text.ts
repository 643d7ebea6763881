import type { Encoding } from '../model/table.ts';
import { detectEncoding } from './detect-encoding.ts';

/**
 * Bytes to well-formed text without a byte order mark. Unreadable bytes, lone surrogates and NUL (which PostgreSQL refuses)
 * become U+FFFD, so that a reader sees that something stood there.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  let decoder: TextDecoder | null = encoding === 'utf-8' ? null : new TextDecoder(encoding);
  let started = false;
  for await (const chunk of bytes) {
    // A head of plain ASCII says nothing about what follows: the first other byte decides between UTF-8 and GB18030.
    decoder ??= decoderFor(chunk);
    const text = (decoder ?? ASCII).decode(chunk, { stream: true });
    const clean = cleanText(started ? text : withoutMarks(text));
    started ||= text !== '';
    if (clean !== '') yield clean;
  }
  const rest = decoder?.decode() ?? '';
  if (rest !== '') yield cleanText(rest);
}

const ASCII = new TextDecoder('utf-8');

function decoderFor(chunk: Uint8Array): TextDecoder | null {
  for (let at = 0; at < chunk.length; at += 1) {
    if ((chunk[at] ?? 0) >= 0x80) return new TextDecoder(detectEncoding(chunk.subarray(at)).encoding);
  }
  return null;
}

function withoutMarks(text: string): string {
  return text.replace(/^\uFEFF+/, '');
}

function cleanText(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text;
}
