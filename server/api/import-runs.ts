import { Router } from 'express';
import { z } from 'zod';
import { CHANGE_KINDS } from '../../geodata/model/import-api.ts';
import type { ImportRun } from '../../geodata/model/import-report.ts';
import { requireEveryArea } from '../access/require-whole.ts';
import { sightOf } from '../access/view.ts';
import { findDataset } from '../dataset/datasets.ts';
import type { ImportQueue } from '../import/import-queue.ts';
import { listChanges } from '../import/list-changes.ts';
import { canResume, findRun, interruptGone, listRuns } from '../import/runs.ts';
import { openUploads } from '../import/uploads.ts';
import { Problem } from '../problem.ts';
import { originOf } from '../trace/origin-of.ts';
import { witnessImport } from '../trace/witness-import.ts';
import type { Context } from './context.ts';
import { rowId } from './queries.ts';
import { get } from './route.ts';

const OneRun = z.strictObject({ id: rowId });
const Changes = z.strictObject({
  id: rowId,
  kind: z.enum(CHANGE_KINDS).optional(),
  after: z
    .string()
    .max(300)
    .refine((text) => !/[\0\ud800-\udfff]/u.test(text), 'contains a character that no key can')
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});

/** The history of imports: what each did, what it changed, and how to continue it or take it back. */
export function importRuns({ db, readAs, config, trace, requireSpace }: Context, queue: ImportQueue): Router {
  const router = Router();
  const uploads = openUploads(config.dataDir, requireSpace);
  const { countyCode } = config;

  get(router, '/api/imports', z.strictObject({}), async (_query, res) => {
    await interruptGone(db);
    return readAs(sightOf(res), ({ db, sight }) => listRuns(db, sight));
  });

  get(router, '/api/import', OneRun, async ({ id }, res): Promise<ImportRun> => {
    await interruptGone(db);
    const [run] = await readAs(sightOf(res), ({ db, sight }) => listRuns(db, sight, id));
    if (!run) throw new Problem(404, `There is no import ${id}.`);
    return run;
  });

  get(router, '/api/import/changes', Changes, async ({ id, ...query }, res) => {
    const changes = await readAs(sightOf(res), async ({ db, sight }) => {
      const run = await findRun(db, sight, id);
      const declared = await findDataset(db, run.dataset, sight);
      return listChanges(db, sight, { declared, run, countyCode, query });
    });
    const after = { kind: changes.kind, rows: changes.rows.length };
    await trace.look({ ...originOf(res), action: 'import.compare', subject: { kind: 'import', id: `${id}` }, after });
    return changes;
  });

  router.post('/api/import/resume', async (req, res) => {
    const { id } = OneRun.parse(req.query);
    const sight = sightOf(res);
    requireEveryArea(sight);
    await interruptGone(db);
    const run = await findRun(db, sight, id);
    if (!canResume(run) || run.upload === null) throw notKept(id);
    const declared = await findDataset(db, run.dataset, sight);
    const upload = await uploads.find(run.upload);
    const origin = originOf(res);
    const about = { witness: witnessImport(trace, origin), startedBy: origin.actor.name, choices: run.choices };
    res.status(202).json(await queue.start(upload, declared, { ...about, continues: id }));
  });

  router.delete('/api/import', async (req, res) => {
    const { id } = OneRun.parse(req.query);
    const sight = sightOf(res);
    requireEveryArea(sight);
    await interruptGone(db);
    const run = await findRun(db, sight, id);
    const declared = await findDataset(db, run.dataset, sight);
    const origin = originOf(res);
    const witness = witnessImport(trace, origin);
    res.status(202).json(await queue.undo(run, { declared, countyCode, undoneBy: origin.actor.name, witness }));
  });
  return router;
}

const notKept = (id: number) =>
  new Problem(
    409,
    `第 ${id} 次导入不能继续：它没有中断，或文件已不在服务器上；请重新选择文件导入。 ` +
      `Import ${id} cannot be continued: it was not interrupted, or its file is no longer kept. Import the file again.`,
  );
