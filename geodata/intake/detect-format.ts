import type { TableFormat } from '../model/table.ts';
import { detectEncoding } from './detect-encoding.ts';
import { detectJson } from './detect-json.ts';
import { foreignKind } from './foreign-kind.ts';
import { zipKind } from './zip-kind.ts';

export const AREA_FORMATS = ['geojson', 'shapefile', 'geopackage', 'flatgeobuf'] as const;
export type AreaFormat = (typeof AREA_FORMATS)[number];

/** What a file is for, and in which format; or why it cannot be used, in a sentence. */
export type FileKind =
  | { readonly kind: 'records'; readonly format: TableFormat }
  | { readonly kind: 'areas'; readonly format: AreaFormat }
  | { readonly kind: 'unusable'; readonly why: string };

/**
 * Which kind of file this is, by its first bytes (64 KiB, unpacked when it was gzipped); its name decides only where the content
 * leaves a choice. GeoJSON of points holds records, of polygons or without geometry areas.
 */
export function detectFormat({ name, head }: { name: string; head: Uint8Array }): FileKind {
  const starts = (magic: string) => latin1(head.subarray(0, magic.length)) === magic;
  if (starts('PK\x03\x04') || starts('PK\x05\x06')) return zipKind(name, head);
  if (starts('PAR1')) return { kind: 'records', format: 'parquet' };
  if (starts('fgb\x03')) return { kind: 'areas', format: 'flatgeobuf' };
  if (starts('SQLite format 3\0')) return { kind: 'areas', format: 'geopackage' };
  const why = foreignKind(head);
  if (why !== null) return { kind: 'unusable', why };
  const { encoding } = detectEncoding(head);
  return (
    detectJson(new TextDecoder(encoding).decode(head, { stream: true }), name) ?? { kind: 'records', format: 'csv' }
  );
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
