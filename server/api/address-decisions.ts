import { type Response, Router } from 'express';
import { z } from 'zod';
import type { DecisionOutcome, ReviewDeletes } from '../../geodata/model/review-api.ts';
import { requireEveryArea, requireEveryDataset } from '../access/require-whole.ts';
import { sightOf } from '../access/view.ts';
import { findDataset } from '../dataset/datasets.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import { readJson } from '../edge/read-json.ts';
import { Problem } from '../problem.ts';
import type { AtlasKeeper } from '../review/atlas-keeper.ts';
import { type DecisionChange, decideAddress } from '../review/decide-address.ts';
import { describeEffect } from '../review/describe-effect.ts';
import { publishDecision } from '../review/publish-decision.ts';
import { readVerdict, requireAlias } from '../review/read-verdict.ts';
import { undoDecision } from '../review/undo-decision.ts';
import { withdrawAlias } from '../review/withdraw-alias.ts';
import { enterAliasWithdrawn, enterDecision } from '../trace/enter-decision.ts';
import { originOf } from '../trace/origin-of.ts';
import { AddressQuery } from './addresses.ts';
import type { Context } from './context.ts';
import { rowId } from './queries.ts';
import { get } from './route.ts';

const name = z.string().min(1).max(100);
const alias = z.string().min(1).max(200);
const Area = z.strictObject({ level: name, code: name });

const Decide = z.strictObject({
  ...AddressQuery.shape,
  before: z.number().int().positive().max(2_147_483_647).nullable(),
  area: Area.optional(),
  position: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).optional(),
  nowhere: z.string().max(200).optional(),
  alias: alias.optional(),
});
const AliasQuery = z.strictObject({ ...AddressQuery.shape, ...Area.shape, alias });
const LearntAlias = z.strictObject({ ...Area.shape, alias });
const DecisionId = z.strictObject({ id: rowId });

/**
 * What a person decides about addresses. A decision holds for the address in every dataset of the office, so it takes an account of every
 * area and every dataset.
 */
export function addressDecisions({ db, trace }: Context, keeper: AtlasKeeper): Router {
  const router = Router();
  const by = (res: Response) => {
    const sight = sightOf(res);
    requireEveryArea(sight);
    requireEveryDataset(sight);
    const origin = originOf(res);
    return { by: origin.actor.name, now: new Date(), origin };
  };
  const find = async ({ dataset, address }: z.infer<typeof AddressQuery>) => {
    const { key: datasetId } = await findDataset(db, dataset, EVERYTHING);
    const [found] = await sql(db, 'addresses/find', { ...EVERYTHING, datasetId, id: address });
    if (!found) throw new Problem(404, '没有这个地址，或它已定位。There is no such address, or it has a place by now.');
    return found;
  };

  router.post('/api/address/decision', readJson('16kb'), async (req, res) => {
    const { origin, ...decider } = by(res);
    const { before: seen, dataset, address, ...asked } = Decide.parse(req.body);
    const at = await find({ dataset, address });
    const verdict = await readVerdict(db, at.address, asked);
    const onDecided = enterDecision({ trace, origin }, 'address.decide');
    res.json(outcomeOf(await decideAddress(db, at, verdict, { ...decider, seen, everywhere: false, onDecided })));
  });

  router.delete('/api/address/decision', async (req, res) => {
    const { origin, ...decider } = by(res);
    const { id } = DecisionId.parse(req.query);
    const onDecided = enterDecision({ trace, origin }, 'address.undo');
    res.json(outcomeOf(await undoDecision(db, id, { ...decider, onDecided })));
  });

  get(router, '/api/address/alias', AliasQuery, async ({ level, code, alias, ...address }, res) => {
    by(res);
    const at = await find(address);
    const stretch = requireAlias(at.address, alias);
    return describeEffect(db, keeper, at, { areaId: (await findAreaId(level, code)).areaId, alias: stretch });
  });

  router.delete('/api/address/alias', async (req, res) => {
    const { origin } = by(res);
    const { level, code, alias } = LearntAlias.parse(req.query);
    const named = { ...(await findAreaId(level, code)), alias };
    const moved = await withdrawAlias(db, named, enterAliasWithdrawn({ trace, origin }, { level, code }));
    res.json({ moved } satisfies ReviewDeletes['/api/address/alias']['body']);
  });

  async function findAreaId(level: string, code: string): Promise<{ areaId: number }> {
    const [area] = await sql(db, 'areas/list_lineage', { ...EVERYTHING, level, code });
    if (!area) throw new Problem(404, `没有这个区划。There is no area “${code}” at the level “${level}”.`);
    return { areaId: area.id };
  }
  return router;
}

const outcomeOf = ({ after, moved }: DecisionChange): DecisionOutcome => ({
  decision: after && publishDecision(after, (address) => address),
  moved,
});
