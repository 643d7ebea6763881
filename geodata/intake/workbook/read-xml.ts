import { decodeText } from '../decode-text.ts';
import { createXmlScanner, type XmlHandler } from './create-xml-scanner.ts';
import type { Zip } from './open-zip.ts';

const NOTHING: XmlHandler = { open() {}, close() {}, text() {} };

/** Reads one XML file of an archive to its end. */
export async function readXml(zip: Zip, name: string, handler: Partial<XmlHandler>): Promise<void> {
  const scanner = createXmlScanner({ ...NOTHING, ...handler });
  for await (const text of decodeText(zip.read(name), 'utf-8')) scanner.push(text);
  scanner.end();
}
