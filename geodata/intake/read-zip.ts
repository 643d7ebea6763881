import yauzl from 'yauzl';
import { IntakeError } from './intake-error.ts';
import { sentence } from './sentence.ts';

export interface ZipLimits {
  /** The most files inside. */
  readonly entries: number;
  /** The most bytes that the wanted files may unpack to, together. */
  readonly bytes: number;
  /** How many times larger than the packed file the unpacked ones may be: text packs 1 : 20 at most, a bomb 1 : 1000. */
  readonly ratio: number;
  /** Which files are unpacked; all of them when left out. */
  readonly wanted?: (name: string) => boolean;
}

/** Small archives pack well without being bombs. */
const UNSUSPICIOUS = 16 * 1024 ** 2;

/**
 * The files of a zip archive by name, folders left out. The sizes that the archive declares are judged before anything is unpacked, and
 * what comes out is counted while it comes, so that a bomb costs no memory. Throws an IntakeError for an archive that is damaged,
 * encrypted, beyond the limits, or holds a path that leads out of it.
 */
export async function readZip(bytes: Uint8Array, limits: ZipLimits): Promise<Map<string, Uint8Array>> {
  try {
    const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      autoClose: false,
    });
    const { wanted = () => true } = limits;
    const entries = (await listEntries(zip, limits.entries)).filter(({ name }) => wanted(name));
    requireSize(
      entries.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0),
      bytes.length,
      limits,
    );
    const files = new Map<string, Uint8Array>();
    let size = 0;
    for (const { name, entry } of entries) {
      if (!entry.canDecodeFileData()) throw new IntakeError(CANNOT_UNPACK);
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        size += (chunk as Buffer).length;
        requireSize(size, bytes.length, limits);
        chunks.push(chunk as Buffer);
      }
      files.set(name, Buffer.concat(chunks));
    }
    return files;
  } catch (cause) {
    if (cause instanceof IntakeError) throw cause;
    throw new IntakeError(sentence('压缩包已损坏', 'The zip archive is damaged'), { cause });
  }
}

const CANNOT_UNPACK = sentence(
  '压缩包有密码或压缩方式不支持，请重新打包为普通 zip',
  'The archive is encrypted or packed by another method; pack it again as a plain zip',
);

async function listEntries(zip: yauzl.ZipFile, most: number): Promise<{ name: string; entry: yauzl.Entry }[]> {
  const found: { name: string; entry: yauzl.Entry }[] = [];
  for await (const entry of zip.eachEntry()) {
    if (found.length === most) {
      throw new IntakeError(sentence(`压缩包内超过 ${most} 个文件`, `The archive holds more than ${most} files`));
    }
    const name = nameOf(entry);
    if (!name.endsWith('/')) found.push({ name, entry });
  }
  return found;
}

/** Chinese Windows writes names in GBK and does not say so. */
function nameOf({ fileName, fileNameRaw, generalPurposeBitFlag }: yauzl.Entry): string {
  const saysUtf8 = (generalPurposeBitFlag & 0x800) !== 0;
  if (saysUtf8 || !fileNameRaw.some((byte) => byte > 0x7f)) return fileName;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw).replaceAll('\\', '/');
  } catch {
    return new TextDecoder('gb18030').decode(fileNameRaw).replaceAll('\\', '/');
  }
}

function requireSize(unpacked: number, packed: number, { bytes, ratio }: ZipLimits): void {
  if (unpacked <= bytes && (unpacked <= UNSUSPICIOUS || unpacked <= packed * ratio)) return;
  const [inside, most] = [megabytes(unpacked), megabytes(Math.min(bytes, Math.max(UNSUSPICIOUS, packed * ratio)))];
  throw new IntakeError(
    sentence(
      `压缩包解开后至少有 ${inside} MB，超过 ${most} MB 的限度，未解压`,
      `Unpacked, the archive would take at least ${inside} MB, more than the ${most} MB that are allowed here`,
    ),
  );
}

const megabytes = (bytes: number): number => Math.round(bytes / 1024 ** 2);
