import { detectEncoding } from '../intake/detect-encoding.ts';
import { IntakeError } from '../intake/intake-error.ts';
import { sentence } from '../intake/sentence.ts';
import type { Encoding } from '../model/table.ts';

/**
 * The text of a file in the encoding that all of it reads in without fault: UTF-8, UTF-16 or GB18030; without a byte order mark.
 * A torn character is a fault: names of places are no text to be approximate about. Throws an IntakeError when none fits.
 */
export function decodeAreasText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const { encoding } = detectEncoding(bytes);
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch (cause) {
    throw new IntakeError(
      sentence('文件不是 UTF-8、UTF-16 或 GB18030 文本', 'The file is not all UTF-8, UTF-16 or GB18030 text'),
      { cause },
    );
  }
}
