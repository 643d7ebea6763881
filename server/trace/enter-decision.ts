import type { Json } from '../../geodata/model/trace.ts';
import type { StoredDecision } from '../db/address-queries.ts';
import type { Database } from '../db/database.ts';
import type { DecisionChange } from '../review/decide-address.ts';
import type { Witness } from './change-account.ts';

/** Enters a decision about an address, or that one was taken back: where its records lay and lie, and how many moved; not the address itself. */
export const enterDecision =
  ({ trace, origin }: Witness, action: 'address.decide' | 'address.undo') =>
  (db: Database, { id, before, after, moved }: DecisionChange): Promise<void> =>
    trace.change(db, {
      ...origin,
      action,
      subject: { kind: 'address', id },
      area: areaOf(after) ?? areaOf(before),
      before: before && facts(before),
      after: { ...(after && facts(after)), moved },
    });

/** Enters that a learnt name of an area was taken back. */
export const enterAliasWithdrawn =
  ({ trace, origin }: Witness, area: { readonly level: string; readonly code: string }) =>
  (db: Database, moved: number): Promise<void> =>
    trace.change(db, { ...origin, action: 'alias.withdraw', area, after: { moved } });

const areaOf = (decision: StoredDecision | null) =>
  decision?.level && decision.code ? { level: decision.level, code: decision.code } : null;

const facts = ({ id, outcome, code, decidedBy, alias }: StoredDecision): { readonly [key: string]: Json } => ({
  decision: id,
  outcome,
  code,
  by: decidedBy,
  learnt: alias !== null,
});
