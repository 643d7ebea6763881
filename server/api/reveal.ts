import { Router } from 'express';
import { z } from 'zod';
import { revealRecord } from '../../geodata/disclosure/mask-record.ts';
import type { RevealedRecords } from '../../geodata/model/api.ts';
import { sightOf } from '../access/view.ts';
import { findDataset } from '../dataset/datasets.ts';
import { sql } from '../db/sql.ts';
import { readJson } from '../edge/read-json.ts';
import { spanOf } from '../measure/terms.ts';
import { Problem } from '../problem.ts';
import { originOf } from '../trace/origin-of.ts';
import type { Context } from './context.ts';
import { Purpose } from './purpose.ts';

/** So many people are looked at one by one; more is an export. */
const MOST = 50;

const Reveal = z.strictObject({
  dataset: z.string().min(1).max(100),
  keys: z.array(z.string().min(1).max(500)).min(1).max(MOST),
  purpose: Purpose,
});

/** Records in plain, for a stated purpose: each of them is an entry of the trace before it is shown. */
export function reveal({ readAs, trace }: Context): Router {
  const router = Router();
  router.post('/api/reveal', readJson('64kb'), async (req, res) => {
    const { dataset: id, keys, purpose } = Reveal.parse(req.body);
    const { dataset, rows } = await readAs(sightOf(res), async ({ db, sight }) => {
      const { key: datasetId, dataset } = await findDataset(db, id, sight);
      const any = { areaId: null, operatorId: null, cells: null, unplacedOnly: false, ...spanOf({}) };
      const page = { sort: 'key', descending: false, limit: MOST, offset: 0 };
      return { dataset, rows: await sql(db, 'records/list', { ...sight, ...any, ...page, datasetId, keys }) };
    });
    if (rows.length === 0) throw new Problem(404, '没有这些记录。There are no such records.');
    const origin = { ...originOf(res), purpose };
    await Promise.all(
      rows.map(({ key }) =>
        trace.look({
          ...origin,
          action: 'person.reveal',
          subject: { kind: 'record', id: key },
          after: { dataset: id },
        }),
      ),
    );
    res.set('Cache-Control', 'private, no-store');
    res.json({ rows: rows.map((row) => revealRecord(dataset, row)) } satisfies RevealedRecords);
  });
  return router;
}
