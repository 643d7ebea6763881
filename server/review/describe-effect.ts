import type { AliasEffect } from '../../geodata/model/review-api.ts';
import type { Database } from '../db/database.ts';
import { affectedByAlias } from './affected-by-alias.ts';
import type { AtlasKeeper } from './atlas-keeper.ts';
import { describeAreas } from './describe-areas.ts';
import type { OfficeAddress } from './identify-addresses.ts';
import type { AreaAlias } from './learn-alias.ts';
import { loadDecisions } from './load-decisions.ts';

/**
 * What a further name of an area would do to other addresses than the one it is learnt from, before it is taught: nothing is stored.
 * Addresses that were decided on are left out, for they stay.
 */
export async function describeEffect(
  db: Database,
  keeper: AtlasKeeper,
  from: OfficeAddress,
  alias: AreaAlias,
): Promise<AliasEffect> {
  const { areas } = await keeper.current(db);
  const decisions = await loadDecisions(db);
  const affected = (await affectedByAlias(db, areas, alias)).filter(
    ({ countyCode, address }) =>
      !(countyCode === from.countyCode && address === from.address) && !decisions?.find(countyCode, address),
  );
  const counts = (kept: typeof affected) => ({
    addresses: kept.length,
    records: kept.reduce((sum, { records }) => sum + records, 0),
  });
  const comes = affected.filter((each) => each.with.areaId === alias.areaId);
  const shared = areas.filter(
    ({ id, name, aliases }) => id !== alias.areaId && [name, ...aliases].includes(alias.alias),
  );
  return {
    placed: counts(comes.filter(({ without }) => without.areaId === null)),
    drawn: counts(comes.filter(({ without }) => without.areaId !== null)),
    ambiguous: counts(affected.filter((each) => each.with.areaId === null)),
    sharedWith: [
      ...(
        await describeAreas(
          db,
          shared.slice(0, 20).map(({ id }) => id),
        )
      ).values(),
    ].map(({ level, code, name, parentName }) => ({ level, code, name, parentName })),
  };
}
