import { type Database, transaction } from '../db/database.ts';
import { Problem } from '../problem.ts';
import { identifyAddresses } from './identify-addresses.ts';
import { type AreaAlias, forgetAlias } from './learn-alias.ts';
import { placeAddresses } from './place-addresses.ts';

/** Takes back a name that a person taught, whatever became of the decision it came with; says how many records moved. Throws a 404. */
export function withdrawAlias(
  db: Database,
  alias: AreaAlias,
  onWithdrawn: (db: Database, moved: number) => Promise<void>,
): Promise<number> {
  return transaction(db, async (db) => {
    const others = await forgetAlias(db, alias);
    if (!others) throw new Problem(404, '没有这个学到的别名。There is no such learnt name.');
    const moved = await placeAddresses(db, { ids: await identifyAddresses(db, others), everywhere: true });
    await onWithdrawn(db, moved);
    return moved;
  });
}
