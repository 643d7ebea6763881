import { type Response, Router } from 'express';
import { z } from 'zod';
import { maskAddress } from '../../geodata/disclosure/mask-address.ts';
import { maskRecord } from '../../geodata/disclosure/mask-record.ts';
import {
  ADDRESS_STATES,
  type AddressCandidate,
  type AddressDetail,
  type AddressesPage,
  type DecisionsPage,
} from '../../geodata/model/review-api.ts';
import { principalOf } from '../access/principal.ts';
import { requireEveryArea } from '../access/require-whole.ts';
import { sightOf, type View } from '../access/view.ts';
import { findDataset } from '../dataset/datasets.ts';
import { sql } from '../db/sql.ts';
import { spanOf } from '../measure/terms.ts';
import { Problem } from '../problem.ts';
import type { AtlasKeeper } from '../review/atlas-keeper.ts';
import { describeAreas } from '../review/describe-areas.ts';
import { findDecision } from '../review/find-decision.ts';
import { publishDecision } from '../review/publish-decision.ts';
import { originOf } from '../trace/origin-of.ts';
import type { Context } from './context.ts';
import { get } from './route.ts';

const name = z.string().min(1).max(100);
/** As the database makes it: the digits of a 64-bit number. */
export const AddressId = z.string().regex(/^-?\d{1,18}$|^-?[1-8]\d{18}$/, 'is not the id of an address');
const offset = z.coerce.number().int().min(0).max(10_000_000).optional();
const limit = z.coerce.number().int().min(1).max(500).optional();

const AddressesQuery = z.strictObject({ dataset: name, state: z.enum(ADDRESS_STATES).optional(), offset, limit });
export const AddressQuery = z.strictObject({ dataset: name, address: AddressId });
const DecisionsQuery = z.strictObject({ offset, limit });

const PAGE = 100;

/**
 * Addresses that a person should look at, those decided on, and what was learnt from them: of any place, so for accounts of every area. Stewards,
 * who mend them, see them in plain, as they see rejected rows; others see them masked.
 */
export function addresses({ db, readAs, trace }: Context, keeper: AtlasKeeper): Router {
  const router = Router();
  const reading = (res: Response) => {
    const sight = sightOf(res);
    requireEveryArea(sight);
    return sight;
  };

  get(router, '/api/addresses', AddressesQuery, async (query, res): Promise<AddressesPage> => {
    const state = query.state ?? 'open';
    const page = { limit: query.limit ?? PAGE, offset: query.offset ?? 0 };
    const found = await readAs(reading(res), async ({ db, sight }) => {
      const { key: datasetId } = await findDataset(db, query.dataset, sight);
      const [total] = await sql(db, 'addresses/total', { ...sight, datasetId, since: beginningOfDay(new Date()) });
      if (!total) throw new Error('a sum without groups has one row');
      const { decidedSince: decidedToday, ...totals } = total;
      const rows = await sql(db, 'addresses/list', { ...sight, datasetId, state, ...page });
      return { totals: { ...totals, decidedToday }, rows };
    });
    const after = { dataset: query.dataset, state, ...page, shown: found.rows.length };
    await trace.look({
      ...originOf(res),
      action: 'address.list',
      subject: { kind: 'dataset', id: query.dataset },
      after,
    });
    const shown = shownTo(res);
    return { ...found, rows: found.rows.map((row) => ({ ...row, address: shown(row.address) })) };
  });

  get(router, '/api/address', AddressQuery, async ({ dataset: id, address }, res): Promise<AddressDetail> => {
    const { dataset, row, records, decision } = await readAs(reading(res), async (view) => {
      const { key: datasetId, dataset } = await findDataset(view.db, id, view.sight);
      const [row] = await sql(view.db, 'addresses/find', { ...view.sight, datasetId, id: address });
      if (!row) throw new Problem(404, '没有这个地址，或它已定位。There is no such address, or it has a place by now.');
      const records = await listSamples(view, datasetId, row.keys);
      return { dataset, row, records, decision: await findDecision(view.db, row, view.sight) };
    });
    const { gazetteer } = await keeper.current(db);
    const found = gazetteer().geocode(row.address).candidates;
    const areas = await describeAreas(
      db,
      found.map(({ areaId }) => areaId),
    );
    const plain = seesPlain(res);
    const candidates = found.flatMap(({ areaId, score, reason, matched }): AddressCandidate[] => {
      const area = areas.get(areaId);
      return area ? [{ ...area, score, reason, matched: plain ? matched : null }] : [];
    });
    const after = { dataset: id, records: row.records, shown: records.length };
    await trace.look({ ...originOf(res), action: 'address.view', subject: { kind: 'address', id: address }, after });
    const { keys: _keys, ...facts } = row;
    return {
      ...facts,
      id: address,
      address: shownTo(res)(row.address),
      decisionId: decision?.id ?? null,
      candidates,
      samples: records.map((record) => maskRecord(dataset, record)),
      decision: decision && publishDecision(decision, shownTo(res)),
    };
  });

  get(router, '/api/address/decisions', DecisionsQuery, async (query, res): Promise<DecisionsPage> => {
    const page = { limit: query.limit ?? PAGE, offset: query.offset ?? 0 };
    const any = { id: null, countyCode: null, address: null };
    const found = await readAs(reading(res), async ({ db, sight }) => {
      const [count] = await sql(db, 'decisions/count', sight);
      return { total: count?.total ?? 0, rows: await sql(db, 'decisions/list', { ...sight, ...any, ...page }) };
    });
    const after = { decisions: true, ...page, shown: found.rows.length };
    await trace.look({ ...originOf(res), action: 'address.list', after });
    return { total: found.total, rows: found.rows.map((row) => publishDecision(row, shownTo(res))) };
  });

  get(router, '/api/address/aliases', z.strictObject({}), async (_query, res) => {
    reading(res);
    const rows = await sql(db, 'aliases/list_learnt', {});
    return rows.map(({ addedAt, ...row }) => ({ ...row, addedAt: addedAt?.toISOString() ?? null }));
  });
  return router;
}

function listSamples({ db, sight }: View, datasetId: number, keys: readonly string[]) {
  const any = { areaId: null, operatorId: null, cells: null, unplacedOnly: false, ...spanOf({}) };
  const page = { sort: 'key', descending: false, limit: keys.length, offset: 0 };
  return sql(db, 'records/list', { ...sight, ...any, ...page, datasetId, keys });
}

/** Where nobody need sign in, whoever is here does the steward's work too. */
function seesPlain(res: Response): boolean {
  const principal = principalOf(res);
  return principal === null || principal.role === 'steward';
}

const shownTo = (res: Response) => (seesPlain(res) ? (address: string) => address : maskAddress);

const beginningOfDay = (now: Date): Date => new Date(now.getFullYear(), now.getMonth(), now.getDate());
