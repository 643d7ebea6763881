import { createReadStream } from 'node:fs';
import { Router } from 'express';
import { z } from 'zod';
import { readMapping } from '../../geodata/datasets/read-mapping.ts';
import { sentence } from '../../geodata/intake/sentence.ts';
import type { CrsTest } from '../../geodata/model/crs-api.ts';
import type { Dataset } from '../../geodata/model/dataset.ts';
import { ENCODINGS } from '../../geodata/model/table.ts';
import { requireEveryArea, requireEveryDataset } from '../access/require-whole.ts';
import { sightOf } from '../access/view.ts';
import { adoptCrs } from '../dataset/adopt-crs.ts';
import { findDataset } from '../dataset/datasets.ts';
import type { DatasetSight } from '../db/sight.ts';
import { readJson } from '../edge/read-json.ts';
import { testCrs } from '../import/test-crs.ts';
import { ungzip } from '../import/ungzip.ts';
import { openUploads } from '../import/uploads.ts';
import { Problem } from '../problem.ts';
import { declareTraced } from '../trace/declare-traced.ts';
import { originOf } from '../trace/origin-of.ts';
import type { Context } from './context.ts';

const name = z.string().min(1).max(200);
const TestRequest = z.strictObject({
  upload: z.string().regex(/^[0-9a-f]{32}$/, 'is not the handle of an upload'),
  dataset: name.optional(),
  mapping: z.unknown().optional(),
  choices: z
    .strictObject({
      encoding: z.enum(ENCODINGS).optional(),
      delimiter: z.string().length(1).optional(),
      sheet: name.optional(),
      headerLine: z.int().positive().optional(),
    })
    .optional(),
});
const AdoptRequest = z.strictObject({ dataset: name, crs: z.string().min(1).max(4_000), swapped: z.boolean() });

/** The test of a declared coordinate system before an import, and the adoption of another. */
export function crs({ db, config, trace, requireSpace }: Context): Router {
  const router = Router();
  const uploads = openUploads(config.dataDir, requireSpace);

  async function datasetOf({ dataset, mapping }: z.infer<typeof TestRequest>, sight: DatasetSight): Promise<Dataset> {
    if (dataset !== undefined) return (await findDataset(db, dataset, sight)).dataset;
    if (mapping !== undefined) return readMapping(mapping);
    throw new Problem(400, sentence('请指明数据集或映射', 'Name a dataset, or send a mapping'));
  }

  router.post('/api/crs-test', readJson('256kb'), async (req, res) => {
    const request = TestRequest.parse(req.body);
    const sight = sightOf(res);
    requireEveryArea(sight);
    const dataset = await datasetOf(request, sight);
    const upload = await uploads.find(request.upload);
    const source = createReadStream(upload.path);
    try {
      const file = { name: upload.name, bytes: ungzip(source) };
      const { countyCode } = config;
      const result: CrsTest = await testCrs(db, { dataset, file, choices: request.choices, countyCode });
      res.json(result);
    } finally {
      source.destroy();
    }
  });

  router.post('/api/crs-adoption', readJson('64kb'), async (req, res) => {
    const { dataset, ...proposal } = AdoptRequest.parse(req.body);
    const sight = sightOf(res);
    requireEveryArea(sight);
    requireEveryDataset(sight);
    const changed = adoptCrs(await findDataset(db, dataset, sight), proposal);
    const declared = await declareTraced(db, changed, { trace, origin: originOf(res) });
    res.status(201).json({ dataset: declared.dataset });
  });
  return router;
}
