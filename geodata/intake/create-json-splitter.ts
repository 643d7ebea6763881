import { IntakeError } from './intake-error.ts';
import { LIMITS } from './limits.ts';
import { sentence } from './sentence.ts';
import { megabytes, tooMuch } from './too-much.ts';

export interface JsonSplitter {
  /** The texts of the records that are complete with this piece; each is one JSON value, well-formed or not. */
  push(text: string): string[];
  /** Throws an IntakeError when the file ends within a record. */
  end(): void;
}

const STRUCTURE = /["{}[\],]/g;
const STRING_END = /["\\]/g;
/** Beside the records there may be white space, and the separators of sequences (RFC 8142). */
const isSpace = (text: string): boolean => text.replaceAll('\u001e', '').trim() === '';

/**
 * Cuts JSON into its records without parsing it, in the memory of one record: the elements of an array; of an object that holds
 * one array of objects (`features`, `data`) the elements of that; any other object is a record itself. Independent of how the
 * text was cut into pieces.
 */
export function createJsonSplitter({ listKey = null }: { listKey?: string | null } = {}): JsonSplitter {
  let buffer = '';
  let at = 0;
  let inString = false;
  let depth = 0;
  /** Where the elements of the list lie, 0 outside of a list. */
  let listDepth = 0;
  /** Where the record that is being read starts in the buffer. */
  let start = 0;
  let stringStart = 0;
  let key = '';
  /** Lists in the value at the top that is being read. */
  let lists = 0;
  /** Lists within objects, in the whole file: the second could not be told from the first. */
  let wrappers = 0;
  let found: string[] = [];

  function push(text: string): string[] {
    found = [];
    buffer += text;
    while (at < buffer.length && step());
    drop();
    return found;
  }

  /** One step further; false when what follows must be seen first. */
  function step(): boolean {
    return inString ? stepInString() : stepOutside();
  }

  function stepInString(): boolean {
    STRING_END.lastIndex = at;
    const match = STRING_END.exec(buffer);
    if (match === null) {
      at = buffer.length;
      return false;
    }
    if (match[0] === '\\') {
      const follows = match.index + 1 < buffer.length;
      at = follows ? match.index + 2 : match.index;
      return follows;
    }
    at = match.index + 1;
    inString = false;
    if (depth === 1 && listDepth === 0) key = buffer.slice(stringStart, match.index);
    return true;
  }

  function stepOutside(): boolean {
    STRUCTURE.lastIndex = at;
    const match = STRUCTURE.exec(buffer);
    const next = match?.index ?? buffer.length;
    if (depth === 0 && !isSpace(buffer.slice(at, next))) throw notJson(buffer.slice(at, next));
    if (match === null) {
      at = next;
      return false;
    }
    const mark = match[0];
    if (mark === '[' && depth === 1 && listDepth === 0 && !seesAfter(next)) {
      at = next;
      return false;
    }
    at = next + 1;
    if (mark === '"') {
      inString = true;
      stringStart = at;
    } else if (mark === ',') comma(next);
    else if (mark === '[' || mark === '{') open(mark, next);
    else close(next);
    return true;
  }

  function comma(position: number): void {
    if (depth === 0) throw notJson(',');
    if (listDepth > 0 && depth === listDepth) take(position);
  }

  function open(mark: '[' | '{', position: number): void {
    depth += 1;
    if (depth === 1) {
      if (mark === '[') enterList();
      else start = position;
    } else if (depth === 2 && listDepth === 0 && mark === '[' && isList()) enterList();
  }

  function enterList(): void {
    lists += 1;
    if (depth === 2) wrappers += 1;
    if (wrappers > 1) throw severalLists(key);
    listDepth = depth;
    start = at;
  }

  function close(position: number): void {
    if (depth === 0) throw notJson(buffer.slice(position, position + 1));
    if (listDepth > 0 && depth === listDepth) {
      take(position);
      listDepth = 0;
      depth -= 1;
      if (depth === 0) lists = 0;
      return;
    }
    depth -= 1;
    if (depth > 0) return;
    if (lists === 0) found.push(buffer.slice(start, at));
    lists = 0;
  }

  /** Ends an element of the list; between its last comma and the closing bracket there may be none. */
  function take(position: number): void {
    const text = buffer.slice(start, position).trim();
    start = position + 1;
    if (text !== '' || buffer[position] === ',') found.push(text);
  }

  function seesAfter(position: number): boolean {
    return /\S/.test(buffer.slice(position + 1, position + 1_000));
  }

  /** Whether the array that opens here holds the records of the file. */
  function isList(): boolean {
    if (listKey !== null) return key === listKey;
    return /^\s*\{/.test(buffer.slice(at, at + 1_000));
  }

  function drop(): void {
    const keepsStart = depth > 0 && (listDepth > 0 || lists === 0);
    const from = Math.min(at, keepsStart ? start : at, inString && depth === 1 && listDepth === 0 ? stringStart : at);
    if (buffer.length - from > LIMITS.jsonRecord) {
      throw tooMuch(
        {
          zh: '一条 JSON 记录太长（多半是括号没有闭合）',
          en: 'One JSON record is too long (most likely a bracket is never closed)',
        },
        `> ${megabytes(LIMITS.jsonRecord)}`,
        megabytes(LIMITS.jsonRecord),
      );
    }
    buffer = buffer.slice(from);
    at -= from;
    start -= from;
    stringStart -= from;
  }

  return {
    push,
    end() {
      if (depth > 0 || inString) throw cutShort();
      if (!isSpace(buffer)) throw notJson(buffer);
    },
  };
}

const cutShort = () =>
  new IntakeError(
    sentence(
      '文件在一条记录中间断了：括号没有闭合，可能没有传完。之前的记录已读入',
      'The file ends within a record: its brackets are not closed. It may not have been copied whole; the records before were read',
    ),
  );

const notJson = (text: string) =>
  new IntakeError(
    sentence(
      `JSON 记录之外有别的内容：${text.slice(0, 40)}`,
      `There is something beside the JSON records: ${text.slice(0, 40)}`,
    ),
  );

const severalLists = (key: string) =>
  new IntakeError(
    sentence(
      `JSON 对象里有不止一个列表（又有“${key}”），不知道哪个是记录；请只留一个`,
      `The JSON object holds more than one list (“${key}” as well): it cannot be told which holds the records. Keep only one`,
    ),
  );
