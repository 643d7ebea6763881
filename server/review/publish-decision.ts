import type { Decision } from '../../geodata/model/review-api.ts';
import type { StoredDecision } from '../db/address-queries.ts';

/** A decision as it is told, with its address as `shown` has it; whoever sees it masked is not told the stretch of it either. */
export function publishDecision(stored: StoredDecision, shown: (address: string) => string): Decision {
  const { id, countyCode, address, outcome, level, code, name, parentName, lng, lat, reason, alias } = stored;
  const text = shown(address);
  return {
    id,
    countyCode,
    address: text,
    outcome,
    area: level !== null && code !== null && name !== null ? { level, code, name, parentName } : null,
    position: lng === null || lat === null ? null : [lng, lat],
    reason,
    alias: text === address ? alias : null,
    decidedAt: stored.decidedAt.toISOString(),
    decidedBy: stored.decidedBy,
  };
}
