import type { Rejection } from '../model/record.ts';
import type { Encoding } from '../model/table.ts';
import { createJsonSplitter } from './create-json-splitter.ts';
import { createLineSplitter, type TextLine } from './create-line-splitter.ts';
import { decodeText } from './decode-text.ts';
import { LIMITS } from './limits.ts';
import type { NamedRow } from './named-rows.ts';
import { readJsonRecord } from './read-json-record.ts';
import { sentence } from './sentence.ts';

export interface JsonShape {
  readonly encoding: Encoding;
  /** The member that holds the records of an object; its only array of objects when left out. */
  readonly listKey?: string | null;
}

/**
 * Reads the records of a JSON file in constant memory; `line` is the number of the record, as many may stand on one line. Throws
 * an IntakeError when the file ends within a record.
 */
export async function* readJson(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, listKey = null }: JsonShape,
): AsyncGenerator<(NamedRow | Rejection)[]> {
  const splitter = createJsonSplitter({ listKey });
  let record = 0;
  for await (const text of decodeText(bytes, encoding)) {
    const rows = splitter.push(text).map((one) => {
      record += 1;
      return readJsonRecord(record, one);
    });
    if (rows.length > 0) yield rows;
  }
  splitter.end();
}

/** Reads one JSON object a line, in constant memory; a line that is none is a rejection, and the next is read. Empty lines are no rows. */
export async function* readJsonLines(
  bytes: AsyncIterable<Uint8Array>,
  { encoding }: JsonShape,
): AsyncGenerator<(NamedRow | Rejection)[]> {
  const splitter = createLineSplitter(LIMITS.jsonRecord);
  for await (const text of decodeText(bytes, encoding)) {
    const rows = splitter.push(text).map(readLine);
    if (rows.length > 0) yield rows;
  }
  const rest = splitter.end().map(readLine);
  if (rest.length > 0) yield rest;
}

/** A record separator before an object (RFC 8142) is no part of it. */
function readLine({ line, text, whole }: TextLine): NamedRow | Rejection {
  if (whole) return readJsonRecord(line, text.startsWith('\u001e') ? text.slice(1) : text);
  const detail = sentence(
    `这一行超过 ${LIMITS.jsonRecord} 个字符`,
    `The line is longer than ${LIMITS.jsonRecord} characters`,
  );
  return { line, text, reason: 'row-too-long', detail };
}
