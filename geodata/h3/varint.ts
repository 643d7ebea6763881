/** Unsigned whole numbers in as few bytes as they need (LEB128): seven bits a byte, the lowest first. Up to 2^53 − 1. */
export interface VarintWriter {
  write(value: number): void;
  bytes(): Uint8Array;
}

export function createVarintWriter(): VarintWriter {
  let buffer = new Uint8Array(1024);
  let length = 0;
  return {
    write(value) {
      if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${value} is not a whole number from 0 to 2^53 − 1.`);
      if (length + 8 > buffer.length) {
        const larger = new Uint8Array(buffer.length * 2);
        larger.set(buffer);
        buffer = larger;
      }
      let rest = value;
      // Above 2^31 the bit operators of the language lose digits, so this divides.
      while (rest >= 128) {
        buffer[length++] = (rest % 128) + 128;
        rest = Math.floor(rest / 128);
      }
      buffer[length++] = rest;
    },
    bytes: () => buffer.slice(0, length),
  };
}

/** Reads `count` numbers; throws a RangeError when the bytes end early, go on, or hold a number beyond 2^53 − 1. */
export function readVarints(bytes: Uint8Array, count: number): Float64Array {
  const values = new Float64Array(count);
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined) throw new RangeError(`The column ends after ${index} of ${count} numbers.`);
      value += (byte & 127) * factor;
      if (!Number.isSafeInteger(value)) throw new RangeError(`Number ${index} of the column is too large.`);
      if (byte < 128) break;
      factor *= 128;
    }
    values[index] = value;
  }
  if (at !== bytes.length) throw new RangeError(`The column has ${bytes.length - at} bytes too many.`);
  return values;
}
