import { type Database, transaction } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { Problem } from '../problem.ts';
import type { DecidedBy, DecisionChange } from './decide-address.ts';
import { findDecision, findDecisionById } from './find-decision.ts';
import { identifyAddresses } from './identify-addresses.ts';
import { forgetAlias } from './learn-alias.ts';
import { placeAddresses } from './place-addresses.ts';

/**
 * Takes back a decision that counts: the one before it counts again, or none, and its records lie where they did. A name that was learnt with it goes
 * too. Throws a 404 when the decision counts no more.
 */
export function undoDecision(db: Database, id: number, { by, now, onDecided }: DecidedBy): Promise<DecisionChange> {
  return transaction(db, async (db) => {
    await sql(db, 'gazetteer/raise', { names: false, decisions: true });
    const before = await findDecisionById(db, id);
    if (!before) throw new Problem(404, '这项核定已被撤销或替换。This decision was taken back or replaced.');
    await sql(db, 'decisions/undo', { id, now, by });
    const { areaId, alias } = before;
    const others = alias === null || areaId === null ? null : await forgetAlias(db, { areaId, alias });
    const [addressId = '', ...otherIds] = await identifyAddresses(db, [before, ...(others ?? [])]);
    const moved =
      (await placeAddresses(db, { ids: [addressId], everywhere: false })) +
      (await placeAddresses(db, { ids: otherIds, everywhere: true }));
    const change = { id: addressId, before, after: await findDecision(db, before), moved };
    await onDecided(db, change);
    return change;
  });
}
