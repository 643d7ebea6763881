import { Router } from 'express';
import { z } from 'zod';
import {
  type OperatorDecision,
  type OperatorProposals,
  PROPOSAL_KINDS,
  VERDICTS,
} from '../../geodata/model/operator-api.ts';
import { requireEveryArea } from '../access/require-whole.ts';
import { sightOf } from '../access/view.ts';
import { findDataset } from '../dataset/datasets.ts';
import { sql } from '../db/sql.ts';
import { readJson } from '../edge/read-json.ts';
import { decide } from '../operator/decide.ts';
import { findProposals } from '../operator/find-proposals.ts';
import { listDecisions } from '../operator/list-decisions.ts';
import { undoDecision } from '../operator/undo-decision.ts';
import { Problem } from '../problem.ts';
import { originOf } from '../trace/origin-of.ts';
import type { Context } from './context.ts';
import { DatasetQuery, rowId } from './queries.ts';
import { remember } from './remember.ts';
import { get } from './route.ts';

const name = z.string().min(1).max(500);

const ProposalsQuery = z.strictObject({
  ...DatasetQuery.shape,
  kind: z.enum(PROPOSAL_KINDS).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});

const Decide = z.strictObject({
  dataset: z.string().min(1).max(100),
  decisions: z
    .array(
      z.strictObject({ verdict: z.enum(VERDICTS), names: z.array(name).min(1).max(500), countsAs: name.optional() }),
    )
    .min(1)
    .max(1_000),
  why: z.string().trim().max(500).default(''),
});

/** Proposals to merge names of operators, and what people decided: of all areas or not at all. */
export function operators({ db, readAs, profile, trace }: Context): Router {
  const router = Router();
  const found = remember<OperatorProposals>();

  get(router, '/api/operator-proposals', ProposalsQuery, async ({ dataset: id, ...query }, res) => {
    const sight = sightOf(res);
    requireEveryArea(sight);
    const { key: datasetId, dataset, revision } = await findDataset(db, id, sight);
    return found.get(JSON.stringify([datasetId, revision, query]), () =>
      readAs(sight, (view) => findProposals(view, { datasetId, dataset, profile, query })),
    );
  });

  get(router, '/api/operator-decisions', DatasetQuery, async ({ dataset }, res): Promise<OperatorDecision[]> => {
    const sight = sightOf(res);
    requireEveryArea(sight);
    const { key } = await findDataset(db, dataset, sight);
    return readAs(sight, (view) => listDecisions(view.db, key));
  });

  router.post('/api/operator-decisions', readJson('1mb'), async (req, res) => {
    const request = Decide.parse(req.body);
    const sight = sightOf(res);
    requireEveryArea(sight);
    const declared = await findDataset(db, request.dataset, sight);
    const ids = new Set(await decide(db, declared, request, { trace, origin: originOf(res) }));
    const decisions = await readAs(sight, (view) => listDecisions(view.db, declared.key));
    res.json(decisions.filter(({ id }) => ids.has(id)));
  });

  router.delete('/api/operator-decisions', async (req, res) => {
    const { id } = z.strictObject({ id: rowId }).parse(req.query);
    const sight = sightOf(res);
    requireEveryArea(sight);
    const [about] = await sql(db, 'operator_decisions/find_dataset', { ...sight, id });
    if (!about) throw new Problem(404, `没有可撤销的裁定 ${id}。There is no decision ${id} to take back.`);
    await undoDecision(db, await findDataset(db, about.code, sight), id, { trace, origin: originOf(res) });
    res.json({ undone: id });
  });
  return router;
}
