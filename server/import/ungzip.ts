import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { IntakeError } from '../../geodata/intake/intake-error.ts';
import { rejoin } from '../../geodata/intake/peek.ts';
import { sentence } from '../../geodata/intake/sentence.ts';

/** Unpacks a stream that begins as gzip does; lets every other one through as it is. Memory stays constant. */
export async function* ungzip(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const whole = rejoin(first.value, chunks);
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) return yield* whole;
  try {
    yield* Readable.from(whole).compose(createGunzip());
  } catch (cause) {
    throw new IntakeError(sentence('压缩文件已损坏', 'The gzip file is damaged or cut short'), { cause });
  }
}
