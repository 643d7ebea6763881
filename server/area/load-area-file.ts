import type { AreasReport } from '../../geodata/model/area.ts';
import type { DenominatorId } from '../../geodata/model/dataset.ts';
import type { Database } from '../db/database.ts';
import { askAreaWorker } from './ask-area-worker.ts';
import { type LoadAreasOptions, loadAreas } from './load-areas.ts';

export interface AreaFile {
  readonly path: string;
  /** What the file is called, kept with the denominators that it brings. */
  readonly source: string;
  readonly level: string;
  readonly codeField: string;
  readonly nameField: string;
  readonly parentField: string | null;
  readonly parentLevel: string | null;
  readonly aliasesField: string | null;
  readonly denominatorFields: Readonly<Partial<Record<DenominatorId, string>>>;
  /** The layer of a file that has several. */
  readonly layer?: string | null;
  /** The system of the coordinates where the file is silent or wrong. */
  readonly crs?: string | null;
  readonly onProgress?: (sentence: string) => void;
  readonly onStored?: LoadAreasOptions['onStored'];
}

/** Reads a file of areas of any known format and stores its areas. The page and the command line both come here. */
export async function loadAreaFile(db: Database, file: AreaFile): Promise<AreasReport> {
  const outcomes = await askAreaWorker('read', {
    path: file.path,
    layer: file.layer ?? null,
    crs: file.crs ?? null,
    options: {
      level: file.level,
      codeField: file.codeField,
      nameField: file.nameField,
      denominatorFields: file.denominatorFields,
      ...(file.parentField !== null && { parentField: file.parentField }),
      ...(file.aliasesField !== null && { aliasesField: file.aliasesField }),
    },
  });
  return loadAreas(db, outcomes, {
    level: file.level,
    parentLevel: file.parentLevel,
    source: file.source,
    ...(file.onProgress && { onProgress: file.onProgress }),
    ...(file.onStored && { onStored: file.onStored }),
  });
}
