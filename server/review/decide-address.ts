import type { Position } from '../../geodata/model/place.ts';
import type { DecisionOutcomeKind } from '../../geodata/model/review-api.ts';
import type { StoredDecision } from '../db/address-queries.ts';
import { type Database, transaction } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { Problem } from '../problem.ts';
import { findDecision } from './find-decision.ts';
import { identifyAddresses, type OfficeAddress } from './identify-addresses.ts';
import { learnAlias } from './learn-alias.ts';
import { placeAddresses } from './place-addresses.ts';

/** What somebody decided: an area (with a position in it, for `position`), or why there is none. */
export interface Verdict {
  readonly outcome: DecisionOutcomeKind;
  readonly areaId: number | null;
  readonly position: Position | null;
  readonly reason: string | null;
  /** A stretch of the address that becomes another name of the area. */
  readonly alias: string | null;
}

/** In whose name, when, and who is told in the transaction, at its end. */
export interface DecidedBy {
  readonly by: string;
  readonly now: Date;
  readonly onDecided: (db: Database, change: DecisionChange) => Promise<void>;
}

export interface DecideOptions extends DecidedBy {
  /** The decision that was seen, null for none; left out, whatever was decided before is replaced. */
  readonly seen?: number | null;
  /** Whether records that have a place for sure may lie at the address: those who decide from the list know of none. */
  readonly everywhere: boolean;
}

/** What became of an address. */
export interface DecisionChange {
  /** Of the address. */
  readonly id: string;
  readonly before: StoredDecision | null;
  readonly after: StoredDecision | null;
  /** Records that have another place now. */
  readonly moved: number;
}

/**
 * Decides about an address, moves its records and those that a learnt name concerns, and nothing else: all of it or none. Throws a
 * 409 when somebody else decided meanwhile.
 */
export function decideAddress(
  db: Database,
  { countyCode, address }: OfficeAddress,
  { outcome, areaId, position, reason, alias }: Verdict,
  { by, now, seen, everywhere, onDecided }: DecideOptions,
): Promise<DecisionChange> {
  const at = { countyCode, address };
  return transaction(db, async (db) => {
    // Holds the row until the end: whoever decides at the same time waits, and then sees what was decided here.
    await sql(db, 'gazetteer/raise', { names: false, decisions: true });
    const before = await findDecision(db, at);
    if (seen !== undefined && (before?.id ?? null) !== seen) {
      throw new Problem(409, '其他人刚刚核定了这个地址。Somebody else has just decided about this address.');
    }
    const [lng, lat] = position ?? [null, null];
    const others = alias === null || areaId === null ? null : await learnAlias(db, { areaId, alias }, { by, now });
    // Only a name that was learnt with the decision goes with it.
    const learnt = others ? alias : null;
    await sql(db, 'decisions/insert', { ...at, outcome, areaId, lng, lat, reason, alias: learnt, now, by });
    const [id = '', ...otherIds] = await identifyAddresses(db, [at, ...(others ?? [])]);
    const moved =
      (await placeAddresses(db, { ids: [id], everywhere })) +
      (await placeAddresses(db, { ids: otherIds, everywhere: true }));
    const change = { id, before, after: await findDecision(db, at), moved };
    await onDecided(db, change);
    return change;
  });
}
