import { IntakeError } from '../intake-error.ts';
import { sentence } from '../sentence.ts';

export interface XmlHandler {
  /** `attributes` is their text as it stands: see attribute.ts. Names are without their prefix. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Text with its entities resolved; one text may come in several parts. */
  text(text: string): void;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** A tag or a stretch of text that is longer is no spreadsheet's. */
const LONGEST_TAG = 1_048_576;
const TAG = /<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>/y;

/**
 * Tells the tags and texts of XML that comes in pieces, in constant memory. It knows no document type and resolves no entity but
 * the five of XML itself and characters by number: nothing outside the text is ever looked at, and whoever declares entities is refused.
 */
export function createXmlScanner(handler: XmlHandler): { push(text: string): void; end(): void } {
  let buffer = '';

  function push(text: string): void {
    buffer += text;
    let at = 0;
    for (;;) {
      const tag = buffer.indexOf('<', at);
      const textEnd = tag >= 0 ? tag : lastSafe(at);
      if (textEnd > at) handler.text(resolveEntities(buffer.slice(at, textEnd)));
      at = textEnd;
      if (tag < 0) break;
      const next = takeTag(tag);
      if (next < 0) break;
      at = next;
    }
    buffer = buffer.slice(at);
    if (buffer.length > LONGEST_TAG) throw notXml();
  }

  /** Text goes on in the next piece; an entity that was cut in two waits for its other half. */
  function lastSafe(from: number): number {
    const entity = buffer.lastIndexOf('&');
    return entity >= from && entity > buffer.length - 12 && !buffer.includes(';', entity) ? entity : buffer.length;
  }

  /** Where reading goes on behind the tag that starts here; -1 when it is not all here yet. */
  function takeTag(start: number): number {
    if (buffer[start + 1] === '!') return takeDeclaration(start);
    const end = tagEnd(start);
    if (end < 0) return -1;
    if (buffer[start + 1] === '?') return end + 1;
    if (buffer[start + 1] === '/') {
      handler.close(localName(buffer.slice(start + 2, end).trim()));
      return end + 1;
    }
    const empty = buffer[end - 1] === '/';
    const inner = buffer.slice(start + 1, empty ? end - 1 : end);
    const space = inner.search(/\s/);
    const name = localName(space < 0 ? inner : inner.slice(0, space));
    handler.open(name, space < 0 ? '' : inner.slice(space));
    if (empty) handler.close(name);
    return end + 1;
  }

  /** The closing bracket, past those in quoted attributes. */
  function tagEnd(start: number): number {
    TAG.lastIndex = start;
    return TAG.test(buffer) ? TAG.lastIndex - 1 : -1;
  }

  function takeDeclaration(start: number): number {
    const head = buffer.slice(start, start + 9);
    for (const [opening, closing] of [
      ['<!--', '-->'],
      ['<![CDATA[', ']]>'],
    ] as const) {
      if (head.startsWith(opening)) {
        const end = buffer.indexOf(closing, start + opening.length);
        if (end >= 0 && closing === ']]>') handler.text(buffer.slice(start + opening.length, end));
        return end < 0 ? -1 : end + closing.length;
      }
      if (opening.startsWith(head)) return -1;
    }
    throw declaresEntities();
  }

  return {
    push,
    end() {
      if (buffer.trim() !== '') throw notXml();
    },
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Entities in a text or an attribute: the five of XML, and characters by number. Others stay as they are written. */
export function resolveEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) || code === 0 ? '\uFFFD' : String.fromCodePoint(code);
  });
}

const notXml = () =>
  new IntakeError(
    sentence(
      '工作簿里的 XML 已损坏。请在 WPS 或 Excel 中打开并重新保存',
      'The XML within the workbook is damaged. Open the workbook in WPS or Excel and save it again',
    ),
  );

const declaresEntities = () =>
  new IntakeError(
    sentence(
      '工作簿里的 XML 声明了文档类型（DTD），正常的工作簿不会这样；不予读取',
      'The XML within the workbook declares a document type (DTD), as no proper workbook does: it is not read',
    ),
  );
