import type { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import { parseProperties } from 'flatgeobuf/lib/mjs/generic/feature.js';
import { deserialize } from 'flatgeobuf/lib/mjs/generic.js';
import { fromFeature } from 'flatgeobuf/lib/mjs/geojson/feature.js';
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import { IntakeError } from '../intake/intake-error.ts';
import { sentence } from '../intake/sentence.ts';
import type { AreasFile } from './areas-file.ts';

/** Reads a FlatGeobuf file, without its index. Throws an IntakeError when it is damaged or holds fewer features than it says. */
export async function readFlatGeobuf(bytes: Uint8Array): Promise<AreasFile> {
  let header: HeaderMeta | null = null;
  const features: unknown[] = [];
  try {
    const reading = deserialize(bytes, {
      headerMetaFn: (meta) => {
        // The library looks for the end of an index of no features for ever.
        if (meta.indexNodeSize > 0 && !(meta.featuresCount > 0 && meta.featuresCount <= bytes.length)) throw damaged();
        header = meta;
      },
      fromFeature: (id, feature, meta) => {
        if (features.length > bytes.length) throw damaged();
        // The library reads the geometry before it asks whether there is one.
        if (feature.geometry()) return fromFeature(id, requirePossible(feature, bytes.length), meta);
        return { type: 'Feature', geometry: null, properties: parseProperties(feature, meta.columns) } as never;
      },
    });
    for await (const feature of reading) features.push(feature);
  } catch (cause) {
    throw damaged(cause);
  }
  const { featuresCount, crs } = (header ?? {}) as Partial<HeaderMeta>;
  if (featuresCount !== undefined && featuresCount > 0 && featuresCount !== features.length) throw damaged();
  return { format: 'flatgeobuf', encoding: null, layers: [''], layer: '', features, crs: crsName(crs ?? null) };
}

/** A count that a damaged byte made larger than the file must not become a loop. */
function requirePossible(feature: Feature, bytes: number): Feature {
  if ((feature.geometry()?.partsLength() ?? 0) > bytes) throw damaged();
  return feature;
}

function crsName(crs: HeaderMeta['crs']): string | null {
  if (crs === null) return null;
  return crs.code > 0 ? `${crs.org ?? 'EPSG'}:${crs.code}` : (crs.code_string ?? crs.wkt ?? crs.name);
}

const damaged = (cause?: unknown) =>
  new IntakeError(sentence('FlatGeobuf 文件已损坏或不完整', 'The FlatGeobuf file is damaged or cut short'), { cause });
