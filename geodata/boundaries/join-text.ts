import { IntakeError } from '../intake/intake-error.ts';
import { sentence } from '../intake/sentence.ts';

/** The largest text that is parsed in one piece, in megabytes; beyond it memory would become the error message. */
const LIMIT = 200;

/**
 * The whole of a UTF-8 file as text, unpacked when it is gzipped. Throws an IntakeError when it is no text, or as soon as it
 * turns out to be larger than `limit` megabytes.
 */
export async function joinText(bytes: AsyncIterable<Uint8Array>, limit = LIMIT): Promise<string> {
  const chunks = bytes[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) throw new IntakeError(sentence('文件是空的', 'The file is empty'));
  const all = resumed(first.value, chunks);
  return decode(isGzip(first.value) ? unpacked(all) : all, limit);
}

async function decode(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const texts: string[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > limit * 1024 * 1024) {
      throw new IntakeError(
        sentence(
          `边界文件超过 ${limit} MB，请按层级或地区拆分`,
          `The file is larger than ${limit} MB; split it by level or region`,
        ),
      );
    }
    texts.push(asText(() => decoder.decode(chunk, { stream: true }), size));
  }
  texts.push(asText(() => decoder.decode(), size));
  return texts.join('');
}

function asText(decode: () => string, size: number): string {
  try {
    return decode();
  } catch (cause) {
    throw new IntakeError(
      sentence(`前 ${size} 字节中有非 UTF-8 文本`, `The first ${size} bytes are not all UTF-8 text`),
      { cause },
    );
  }
}

/** The first byte of gzip is a control character that no text starts with, so it alone decides. */
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
