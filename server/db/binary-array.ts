/**
 * Arrays of values in PostgreSQL's binary form (array_send), to be sent as parameters: the driver would write every element as
 * quoted text, and the database would read it back, at several times the cost. Null elements stay null.
 */
export type BinaryArray = Buffer;

/** Object ids of the element types, as in pg_type.dat: they never change. */
const OID = { bool: 16, int4: 23, text: 25, float8: 701, date: 1082, jsonb: 3802 } as const;
const HEADER = 20;
const LENGTH = 4;
const ABSENT = -1;
const JSONB_VERSION = 1;
/** PostgreSQL counts days from 2000-01-01. */
const EPOCH = Date.UTC(2000, 0, 1);
const DAY = 86_400_000;

export const textArray = (values: readonly (string | null)[]): BinaryArray => texts(OID.text, values, null);

/** Each value is the text of a JSON document. */
export const jsonbArray = (values: readonly (string | null)[]): BinaryArray => texts(OID.jsonb, values, JSONB_VERSION);

export const intArray = (values: readonly (number | null)[]): BinaryArray =>
  sized(OID.int4, values, 4, (bytes, value, at) => bytes.writeInt32BE(value, at));

export const floatArray = (values: readonly (number | null)[]): BinaryArray =>
  sized(OID.float8, values, 8, (bytes, value, at) => bytes.writeDoubleBE(value, at));

export const booleanArray = (values: readonly (boolean | null)[]): BinaryArray =>
  sized(OID.bool, values, 1, (bytes, value, at) => bytes.writeUInt8(value ? 1 : 0, at));

/** Each value is an ISO date, `2020-02-29`. */
export const dateArray = (values: readonly (string | null)[]): BinaryArray =>
  sized(OID.date, values, 4, (bytes, value, at) => bytes.writeInt32BE((Date.parse(value) - EPOCH) / DAY, at));

function sized<Value>(
  oid: number,
  values: readonly (Value | null)[],
  width: number,
  write: (bytes: Buffer, value: Value, at: number) => void,
): BinaryArray {
  const bytes = open(oid, values, HEADER + values.length * (LENGTH + width));
  let at = HEADER;
  for (const value of values) {
    at = bytes.writeInt32BE(value === null ? ABSENT : width, at);
    if (value === null) continue;
    write(bytes, value, at);
    at += width;
  }
  return bytes.subarray(0, at);
}

function texts(oid: number, values: readonly (string | null)[], version: number | null): BinaryArray {
  const prefix = version === null ? 0 : 1;
  let room = HEADER;
  // A character takes at most three bytes for each unit of UTF-16.
  for (const value of values) room += LENGTH + prefix + (value === null ? 0 : value.length * 3);
  const bytes = open(oid, values, room);
  let at = HEADER;
  for (const value of values) {
    if (value === null) {
      at = bytes.writeInt32BE(ABSENT, at);
      continue;
    }
    const start = at + LENGTH;
    if (version !== null) bytes.writeUInt8(version, start);
    const length = prefix + bytes.write(value, start + prefix, 'utf8');
    bytes.writeInt32BE(length, at);
    at = start + length;
  }
  return bytes.subarray(0, at);
}

/** One dimension, whose first element is number 1. */
function open(oid: number, values: readonly unknown[], room: number): Buffer {
  const bytes = Buffer.allocUnsafe(room);
  bytes.writeInt32BE(1, 0);
  bytes.writeInt32BE(values.includes(null) ? 1 : 0, 4);
  bytes.writeInt32BE(oid, 8);
  bytes.writeInt32BE(values.length, 12);
  bytes.writeInt32BE(1, 16);
  return bytes;
}
