import { createReadStream } from 'node:fs';
import { missingColumns } from '../../geodata/datasets/dataset-columns.ts';
import { headerKey } from '../../geodata/datasets/header-key.ts';
import { detectFormat } from '../../geodata/intake/detect-format.ts';
import { IntakeError } from '../../geodata/intake/intake-error.ts';
import { openTable } from '../../geodata/intake/open-table.ts';
import { peek } from '../../geodata/intake/peek.ts';
import type { UploadPreview } from '../../geodata/model/api.ts';
import type { TableChoices } from '../../geodata/model/table.ts';
import { askAreaWorker } from '../area/ask-area-worker.ts';
import { listDatasets } from '../dataset/datasets.ts';
import type { Database } from '../db/database.ts';
import type { DatasetSight } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import { ungzip } from './ungzip.ts';
import type { Upload } from './uploads.ts';

const SHOWN_ROWS = 5;

/** What a person wants to see of a file before it is imported, with the dataset it fits among those they may see. Nothing is stored. */
export async function previewUpload(
  db: Database,
  upload: Upload,
  sight: DatasetSight,
  choices: TableChoices = {},
): Promise<UploadPreview> {
  const file = createReadStream(upload.path);
  const { head } = await peek(ungzip(file));
  file.destroy();
  const found = detectFormat({ name: upload.name, head });
  if (found.kind === 'unusable') throw new IntakeError(found.why);
  return found.kind === 'areas' ? previewAreas(upload) : previewRecords(db, upload, sight, choices);
}

async function previewRecords(
  db: Database,
  upload: Upload,
  sight: DatasetSight,
  choices: TableChoices,
): Promise<UploadPreview> {
  const file = createReadStream(upload.path);
  const table = await openTable({ name: upload.name, bytes: ungzip(file) }, { choices, batch: SHOWN_ROWS });
  const { shape, columns } = table;
  const rows: string[][] = [];
  for await (const batch of table.rows) {
    for (const row of batch) if ('fields' in row) rows.push(columns.map((name) => row.fields[name] ?? ''));
    if (rows.length >= SHOWN_ROWS) break;
  }
  file.destroy();
  return {
    upload: upload.id,
    kind: 'records',
    encoding: shape.encoding ?? 'utf-8',
    delimiter: shape.delimiter,
    columns,
    rows: rows.slice(0, SHOWN_ROWS),
    suggested: await suggest(db, columns, sight),
  };
}

/** The dataset chosen for this header before, or else the one that reads most of its columns and misses none. */
async function suggest(db: Database, columns: readonly string[], sight: DatasetSight): Promise<string | null> {
  const [remembered] = await sql(db, 'datasets/find_header', { headerKey: headerKey(columns) });
  const seen = await listDatasets(db, sight);
  if (remembered && seen.some(({ dataset }) => dataset.id === remembered.code)) return remembered.code;
  const fitting = seen.filter(({ dataset }) => missingColumns(dataset, columns).length === 0);
  return fitting.sort((a, b) => b.dataset.fields.length - a.dataset.fields.length)[0]?.dataset.id ?? null;
}

async function previewAreas(upload: Upload): Promise<UploadPreview> {
  const { shape, encoding, columns, rows } = await askAreaWorker('preview', { path: upload.path });
  return {
    upload: upload.id,
    kind: 'areas',
    encoding: encoding ?? '',
    delimiter: null,
    columns,
    rows,
    suggested: null,
    areas: shape,
  };
}
