import { type Entry, fromBufferPromise } from 'yauzl';
import { IntakeError } from '../intake-error.ts';
import { LIMITS } from '../limits.ts';
import { sentence } from '../sentence.ts';
import { megabytes, tooMuch } from '../too-much.ts';

/** A zip archive whose sizes are bearable. */
export interface Zip {
  has(name: string): boolean;
  /** The unpacked bytes of a file; ends with an IntakeError where they are other than the archive's directory says. */
  read(name: string): AsyncIterable<Uint8Array>;
}

const SORRY = { zh: '工作簿解压后太大', en: 'The workbook is too large when it is unpacked' };

/**
 * Opens a zip archive that is in memory, after a look at its directory alone: too many files, an archive within, a size or a ratio
 * beyond the limits are refused before anything is unpacked. What the directory says is checked again while a file is read (yauzl
 * stops at the first byte too many), so that a directory that lies gains nothing.
 */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).catch(damaged);
  if (zip.entryCount > LIMITS.workbookEntries) throw tooManyEntries(zip.entryCount);
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      requireBearable(unpacked, bytes.length);
      if (/\.(zip|xlsx|xlsm|jar|gz|7z|rar)$/i.test(entry.fileName) && !/^xl\/embeddings\//i.test(entry.fileName)) {
        throw nested(entry.fileName);
      }
      if (entries.has(entry.fileName)) throw new Error(`${entry.fileName} is there twice`);
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    damaged(error);
  }

  async function* read(name: string): AsyncGenerator<Uint8Array> {
    const entry = entries.get(name);
    if (entry === undefined) throw damagedZip(new Error(`${name} is missing`));
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) yield chunk as Buffer;
    } catch (error) {
      damaged(error);
    }
  }
  return { has: (name) => entries.has(name), read };
}

function requireBearable(unpacked: number, packed: number): void {
  if (unpacked > LIMITS.workbookUnpacked) {
    throw tooMuch(SORRY, megabytes(unpacked), megabytes(LIMITS.workbookUnpacked));
  }
  if (unpacked > LIMITS.workbookRatioFrom && unpacked > packed * LIMITS.workbookRatio) {
    const times = (value: number) => `${Math.ceil(value).toLocaleString('en')} ×`;
    throw tooMuch(SORRY, `${megabytes(unpacked)}, ${times(unpacked / packed)}`, times(LIMITS.workbookRatio));
  }
}

const tooManyEntries = (count: number) =>
  tooMuch(
    { zh: '压缩包里的文件太多', en: 'Too many files in the archive' },
    count.toLocaleString('en'),
    LIMITS.workbookEntries.toLocaleString('en'),
  );

const nested = (name: string) =>
  new IntakeError(
    sentence(
      `压缩包里还有压缩包（${name.slice(0, 80)}），不予读取。请解压后导入其中的文件`,
      `There is an archive within the archive (${name.slice(0, 80)}): it is not opened. Unpack it and import the file inside`,
    ),
  );

function damaged(error: unknown): never {
  throw error instanceof IntakeError ? error : damagedZip(error);
}

const damagedZip = (cause: unknown) =>
  new IntakeError(
    sentence(
      '工作簿已损坏或没有传完，打不开。请在 WPS 或 Excel 中打开并重新保存',
      'The workbook is damaged or was not copied whole. Open it in WPS or Excel and save it again',
    ),
    { cause },
  );
