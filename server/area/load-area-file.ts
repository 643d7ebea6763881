import { openAreasFile } from '../../geodata/boundaries/open-areas-file.ts';
import { readAreas } from '../../geodata/boundaries/read-areas.ts';
import type { AreasReport } from '../../geodata/model/area.ts';
import type { DenominatorId } from '../../geodata/model/dataset.ts';
import type { Database } from '../db/database.ts';
import { type LoadAreasOptions, loadAreas } from './load-areas.ts';

export interface AreaFile {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** What the file is called, kept with the denominators that it brings. */
  readonly source: string;
  readonly level: string;
  readonly codeField: string;
  readonly nameField: string;
  readonly parentField: string | null;
  readonly parentLevel: string | null;
  readonly aliasesField: string | null;
  readonly denominatorFields: Readonly<Partial<Record<DenominatorId, string>>>;
  readonly onProgress?: (sentence: string) => void;
  readonly onStored?: LoadAreasOptions['onStored'];
}

/** Reads a GeoJSON file, gzipped or not, and stores its areas. The page and the command line both come here. */
export async function loadAreaFile(db: Database, file: AreaFile): Promise<AreasReport> {
  const { features, crs } = await openAreasFile(file.bytes);
  const outcomes = readAreas(features, {
    level: file.level,
    codeField: file.codeField,
    nameField: file.nameField,
    denominatorFields: file.denominatorFields,
    ...(file.parentField !== null && { parentField: file.parentField }),
    ...(file.aliasesField !== null && { aliasesField: file.aliasesField }),
    crs,
  });
  return loadAreas(db, outcomes, {
    level: file.level,
    parentLevel: file.parentLevel,
    source: file.source,
    ...(file.onProgress && { onProgress: file.onProgress }),
    ...(file.onStored && { onStored: file.onStored }),
  });
}
