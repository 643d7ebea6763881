import { setImmediate } from 'node:timers/promises';
import { addressKey } from '../../geodata/geocode/address-key.ts';
import { createGazetteer } from '../../geodata/geocode/create-gazetteer.ts';
import type { Geocoded } from '../../geodata/geocode/gazetteer.ts';
import type { Area } from '../../geodata/model/area.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import type { OfficeAddress } from './identify-addresses.ts';
import type { AreaAlias } from './learn-alias.ts';

/** An address that is read otherwise with a further name of an area than without it. */
export interface AffectedAddress extends OfficeAddress {
  readonly records: number;
  readonly without: Geocoded;
  readonly with: Geocoded;
}

/** Addresses between two breaths of the process. */
const STRIDE = 500;

/**
 * The addresses, of any dataset, that a further name of an area places elsewhere: those that contain it and those without a place are
 * tried. `areas` come without the name.
 */
export async function affectedByAlias(
  db: Database,
  areas: readonly Area[],
  { areaId, alias }: AreaAlias,
): Promise<AffectedAddress[]> {
  const before = createGazetteer(areas);
  const after = createGazetteer(
    areas.map((area) => (area.id === areaId ? { ...area, aliases: [...area.aliases, alias] } : area)),
  );
  const affected: AffectedAddress[] = [];
  const tried = await sql(db, 'addresses/list_placed_by', { stretch: stretchOf(alias) });
  for (const [at, row] of tried.entries()) {
    if (at % STRIDE === STRIDE - 1) await setImmediate();
    const [without, with_] = [before.geocode(row.address), after.geocode(row.address)];
    if (without.areaId !== with_.areaId) affected.push({ ...row, without, with: with_ });
  }
  return affected;
}

/** As the query wants it: in the width of address keys, without white space, and no sign of it a pattern. */
const stretchOf = (alias: string): string =>
  addressKey(alias)
    .replaceAll(' ', '')
    .replace(/[\\%_]/g, '\\$&');
