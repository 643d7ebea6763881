import { IntakeError } from '../intake/intake-error.ts';
import { sentence } from '../intake/sentence.ts';

/** The largest file that is read in one piece, in megabytes; beyond it memory would become the error message. */
export const LIMIT = 200;

/**
 * The whole of a file, unpacked when it is gzipped. Throws an IntakeError when it is empty or damaged, or as soon as it turns out to
 * be larger than `limit` megabytes.
 */
export async function joinBytes(bytes: AsyncIterable<Uint8Array>, limit = LIMIT): Promise<Uint8Array> {
  const source = bytes[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done) throw new IntakeError(sentence('文件是空的', 'The file is empty'));
  const all = resumed(first.value, source);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of isGzip(first.value) ? unpacked(all) : all) {
    size += chunk.length;
    if (size > limit * 1024 * 1024) {
      throw new IntakeError(
        sentence(
          `边界文件超过 ${limit} MB，请按层级或地区拆分`,
          `The file is larger than ${limit} MB; split it by level or region`,
        ),
      );
    }
    chunks.push(chunk);
  }
  const joined = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

/** The first byte of gzip is one that no file of areas starts with, so it alone decides. */
function isGzip(chunk: Uint8Array): boolean {
  return chunk[0] === 0x1f;
}

async function* unpacked(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = streamOf(bytes).pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } catch (cause) {
    throw new IntakeError(sentence('压缩文件已损坏', 'The gzip file is damaged or cut short'), { cause });
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function streamOf(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks = bytes[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(new Uint8Array(next.value));
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}

async function* resumed(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
