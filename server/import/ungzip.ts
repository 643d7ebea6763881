import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { IntakeError } from '../../geodata/intake/intake-error.ts';
import { rejoin } from '../../geodata/intake/peek.ts';
import { sentence } from '../../geodata/intake/sentence.ts';
import { megabytes, tooMuch } from '../../geodata/intake/too-much.ts';

/** How many times its size a file may unpack to: tables pack 5 to 30 times, one of equal rows 200 times. */
const LARGEST_RATIO = 300;
/** Below so many bytes no ratio is suspicious. */
const SUSPICIOUS_FROM = 256 * 1024 ** 2;

/**
 * Unpacks a stream that begins as gzip does; lets every other one through as it is. Memory stays constant. A file that unpacks to
 * hundreds of times its size is refused: it was made to fill disks.
 */
export async function* ungzip(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const whole = rejoin(first.value, chunks);
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) return yield* whole;
  let packed = 0;
  let unpacked = 0;
  const counted = async function* () {
    for await (const chunk of whole) {
      packed += chunk.length;
      yield chunk;
    }
  };
  try {
    for await (const chunk of Readable.from(counted()).compose(createGunzip())) {
      unpacked += chunk.length;
      if (unpacked > SUSPICIOUS_FROM && unpacked > packed * LARGEST_RATIO) throw bomb(unpacked, packed);
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof IntakeError) throw cause;
    throw new IntakeError(sentence('压缩文件已损坏', 'The gzip file is damaged or cut short'), { cause });
  }
}

const bomb = (unpacked: number, packed: number) =>
  tooMuch(
    { zh: '压缩文件解压后大得异常', en: 'The gzip file unpacks to something unusually large' },
    `${megabytes(unpacked)}, ${Math.ceil(unpacked / packed)} ×`,
    `${LARGEST_RATIO} ×`,
  );
