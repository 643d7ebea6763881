import { Router } from 'express';
import { z } from 'zod';
import { headerKey } from '../../geodata/datasets/header-key.ts';
import { requireEveryArea } from '../access/require-whole.ts';
import { sightOf } from '../access/view.ts';
import { loadAreaFile } from '../area/load-area-file.ts';
import { findDataset } from '../dataset/datasets.ts';
import { sql } from '../db/sql.ts';
import { allowSlowBody } from '../edge/limit-body-time.ts';
import { readJson } from '../edge/read-json.ts';
import type { ImportQueue } from '../import/import-queue.ts';
import { previewUpload } from '../import/preview-upload.ts';
import { previewUploadAs } from '../import/preview-upload-as.ts';
import { openUploads } from '../import/uploads.ts';
import { areasLoaded } from '../trace/areas-loaded.ts';
import { originOf } from '../trace/origin-of.ts';
import { witnessImport } from '../trace/witness-import.ts';
import type { Context } from './context.ts';
import { Choices } from './table-choices.ts';

const handle = z.string().regex(/^[0-9a-f]{32}$/, 'is not the handle of an upload');
const name = z.string().min(1).max(200);

const StartImport = z.strictObject({ upload: handle, dataset: name, choices: Choices.optional() });
const Preview = z.strictObject({ upload: handle, dataset: name.optional(), choices: Choices.optional() });
const LoadAreas = z.strictObject({
  upload: handle,
  level: name,
  codeField: name,
  nameField: name,
  parentField: name.optional(),
  parentLevel: name.optional(),
  householdsField: name.optional(),
  layer: name.optional(),
  crs: z.string().min(1).max(4_000).optional(),
});

/** Files on their way in: sent, looked at, imported. */
export function imports({ db, config, trace, requireSpace }: Context, queue: ImportQueue): Router {
  const router = Router();
  const uploads = openUploads(config.dataDir, requireSpace);
  const json = readJson('64kb');

  // The file is the body itself: no form parser, no file name that could become a path.
  router.post('/api/uploads', async (req, res) => {
    const query = z.strictObject({ name }).parse(req.query);
    const sight = sightOf(res);
    requireEveryArea(sight);
    allowSlowBody(req, res);
    const upload = await uploads.keep(req, { name: query.name, size: Number(req.get('content-length') ?? 0) });
    try {
      const preview = await previewUpload(db, upload, sight);
      const after = { file: upload.name, bytes: upload.size, kind: preview.kind };
      await trace.look({ ...originOf(res), action: 'file.upload', subject: { kind: 'upload', id: upload.id }, after });
      res.status(201).json(preview);
    } catch (error) {
      await uploads.forget(upload.id);
      throw error;
    }
  });

  router.post('/api/preview', json, async (req, res) => {
    const { upload: id, dataset, choices = {} } = Preview.parse(req.body);
    const sight = sightOf(res);
    requireEveryArea(sight);
    const upload = await uploads.find(id);
    const preview = await previewUploadAs(db, upload, { sight, dataset, choices });
    const after = { dataset: preview.dataset, rows: preview.sample.rows, shown: preview.firstRows.length };
    await trace.look({ ...originOf(res), action: 'file.preview', subject: { kind: 'upload', id }, after });
    res.json(preview);
  });

  router.post('/api/imports', json, async (req, res) => {
    const { upload: id, dataset, choices = {} } = StartImport.parse(req.body);
    const sight = sightOf(res);
    requireEveryArea(sight);
    const upload = await uploads.find(id);
    const declared = await findDataset(db, dataset, sight);
    const { columns } = await previewUpload(db, upload, sight, choices);
    await sql(db, 'datasets/remember_header', {
      headerKey: headerKey(columns),
      datasetId: declared.key,
      now: new Date(),
    });
    const origin = originOf(res);
    const about = { witness: witnessImport(trace, origin), startedBy: origin.actor.name, choices };
    res.status(202).json(await queue.start(upload, declared, about));
  });

  router.post('/api/areas', json, async (req, res) => {
    const { upload: id, level, codeField, nameField, ...optional } = LoadAreas.parse(req.body);
    requireEveryArea(sightOf(res));
    const upload = await uploads.find(id);
    const report = await loadAreaFile(db, {
      path: upload.path,
      source: upload.name,
      level,
      codeField,
      nameField,
      parentField: optional.parentField ?? null,
      parentLevel: optional.parentLevel ?? null,
      aliasesField: null,
      layer: optional.layer ?? null,
      crs: optional.crs ?? null,
      denominatorFields: optional.householdsField ? { households: optional.householdsField } : {},
      onStored: areasLoaded(trace, originOf(res)),
    });
    await uploads.forget(upload.id);
    res.status(201).json(report);
  });
  return router;
}
