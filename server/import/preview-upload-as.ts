import { createReadStream } from 'node:fs';
import type { FilePreview } from '../../geodata/model/preview.ts';
import type { TableChoices } from '../../geodata/model/table.ts';
import { findDataset } from '../dataset/datasets.ts';
import type { Database } from '../db/database.ts';
import type { Sight } from '../db/sight.ts';
import { foundBefore } from './found-before.ts';
import { openPlacer } from './open-placer.ts';
import { previewRecords } from './preview-records.ts';
import { ungzip } from './ungzip.ts';
import type { Upload } from './uploads.ts';

/** An uploaded file as an import into a dataset, if one is named, would read it; nothing is stored. Throws a 404 for an unknown dataset. */
export async function previewUploadAs(
  db: Database,
  upload: Upload,
  { sight, dataset, choices }: { sight: Sight; dataset?: string | undefined; choices: TableChoices },
): Promise<FilePreview> {
  const declared = dataset === undefined ? null : await findDataset(db, dataset, sight);
  const reading = declared && { dataset: declared.dataset, placeBatch: await openPlacer(db, declared.dataset) };
  const file = createReadStream(upload.path);
  try {
    const preview = await previewRecords({ name: upload.name, bytes: ungzip(file) }, { choices, reading });
    return { ...preview, findings: [...(await foundBefore(db, sight, upload.sha256)), ...preview.findings] };
  } finally {
    file.destroy();
  }
}
