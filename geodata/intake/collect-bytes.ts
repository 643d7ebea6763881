import { megabytes, tooMuch } from './too-much.ts';

/** The whole of a stream, for formats whose directory is at their end; throws an IntakeError beyond `limit` bytes. */
export async function collectBytes(bytes: AsyncIterable<Uint8Array>, limit: number, format: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > limit) {
      throw tooMuch(
        { zh: `${format} 文件太大`, en: `The ${format} file is too large` },
        `> ${megabytes(limit)}`,
        megabytes(limit),
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
