// LEB128: seven bits a byte, lowest first, the high bit says that more follow. By division, because bit operations in
// JavaScript end at 32 bits and cell numbers do not.

/** Bytes that a whole number from 0 to 2^53 − 1 takes at most. */
const LONGEST = 8;

/** Packs whole numbers from 0 to 2^53 − 1; small ones take one byte. */
export function packNumbers(values: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(values.length * LONGEST);
  let end = 0;
  for (let i = 0; i < values.length; i++) {
    let value = values[i] ?? 0;
    while (value > 127) {
      bytes[end++] = (value % 128) + 128;
      value = Math.floor(value / 128);
    }
    bytes[end++] = value;
  }
  return bytes.slice(0, end);
}

/** Reads exactly `count` numbers that fill the bytes exactly; throws a RangeError otherwise. */
export function unpackNumbers(bytes: Uint8Array, count: number): Float64Array {
  if (count > bytes.length) throw new RangeError(`${bytes.length} bytes cannot hold ${count} numbers.`);
  const values = new Float64Array(count);
  let at = 0;
  for (let i = 0; i < count; i++) {
    let value = 0;
    let scale = 1;
    for (let byte = 128; byte > 127; scale *= 128) {
      if (at === bytes.length) throw new RangeError(`The bytes end within number ${i + 1} of ${count}.`);
      byte = bytes[at++] ?? 0;
      value += (byte % 128) * scale;
      if (value > Number.MAX_SAFE_INTEGER) throw new RangeError(`Number ${i + 1} is too large.`);
    }
    values[i] = value;
  }
  if (at < bytes.length) throw new RangeError(`${bytes.length - at} bytes are left over after ${count} numbers.`);
  return values;
}
