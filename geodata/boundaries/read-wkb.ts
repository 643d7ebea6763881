/** Types of well-known binary that are surfaces of straight lines; others are named, so that they can be refused by name. */
const NAMES: Readonly<Record<number, string>> = {
  1: 'Point',
  2: 'LineString',
  3: 'Polygon',
  4: 'MultiPoint',
  5: 'MultiLineString',
  6: 'MultiPolygon',
  7: 'GeometryCollection',
  8: 'CircularString',
  9: 'CompoundCurve',
  10: 'CurvePolygon',
  11: 'MultiCurve',
  12: 'MultiSurface',
};

interface Cursor {
  readonly view: DataView;
  at: number;
}

/**
 * A geometry of well-known binary (ISO 19125, with Z and M, and PostGIS' EWKB) as GeoJSON; height and measure are dropped, since
 * no boundary needs them. What is no surface keeps its type and loses its coordinates. Throws a RangeError when bytes are missing.
 */
export function readWkb(bytes: Uint8Array): unknown {
  return geometry({ view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 }, 0);
}

/** Collections within collections are allowed; a file that nests them without end is no file of areas. */
const DEEPEST = 8;

function geometry(cursor: Cursor, depth: number): unknown {
  if (depth > DEEPEST) throw new RangeError('nested too deeply');
  const little = cursor.view.getUint8(cursor.at) === 1;
  const code = cursor.view.getUint32(cursor.at + 1, little);
  cursor.at += 5;
  // EWKB: Z, M and an id of the coordinate system as the highest bits; ISO: thousands.
  if (code & 0x20000000) cursor.at += 4;
  const iso = Math.floor((code & 0x0fffffff) / 1000);
  const hasZ = (code & 0x80000000) !== 0 || iso === 1 || iso === 3;
  const hasM = (code & 0x40000000) !== 0 || iso === 2 || iso === 3;
  const width = 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0);
  const kind = (code & 0x0fffffff) % 1000;
  const type = NAMES[kind] ?? `WKB ${kind}`;
  if (kind === 3) return { type, coordinates: polygon(cursor, little, width) };
  if (kind !== 6 && kind !== 7) return { type, coordinates: [] };
  const parts = Array.from({ length: countOf(cursor, little, 5) }, () => geometry(cursor, depth + 1));
  if (kind === 7) return { type, geometries: parts };
  return { type, coordinates: parts.map((part) => (part as { coordinates: unknown }).coordinates) };
}

function polygon(cursor: Cursor, little: boolean, width: number): number[][][] {
  return Array.from({ length: countOf(cursor, little, 4) }, () => {
    const points = countOf(cursor, little, width * 8);
    return Array.from({ length: points }, () => {
      const [x, y] = [cursor.view.getFloat64(cursor.at, little), cursor.view.getFloat64(cursor.at + 8, little)];
      cursor.at += width * 8;
      return [x, y];
    });
  });
}

/** A count that the rest of the bytes can hold: a damaged one must not ask for memory. */
function countOf(cursor: Cursor, little: boolean, leastBytes: number): number {
  const count = cursor.view.getUint32(cursor.at, little);
  cursor.at += 4;
  if (count * leastBytes > cursor.view.byteLength - cursor.at) throw new RangeError('cut short');
  return count;
}
