import { addressKey } from '../../geodata/geocode/address-key.ts';
import type { DecisionRequest } from '../../geodata/model/review-api.ts';
import type { Database } from '../db/database.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import { Problem } from '../problem.ts';
import type { Verdict } from './decide-address.ts';

/** What is asked for, as people say it: an area by its code, or a position, or why there is none. */
export type Asked = Pick<DecisionRequest, 'area' | 'position' | 'nowhere' | 'alias'>;

/** A name of one character would be everywhere, one of more than this is an address. */
const ALIAS_LENGTHS = { least: 2, most: 20 };

/** Finds the area that is meant. Throws a 400 for what says nothing or two things, a 404 for an area that is not there. */
export async function readVerdict(db: Database, address: string, asked: Asked): Promise<Verdict> {
  const given = [asked.area, asked.position, asked.nowhere].filter((part) => part !== undefined);
  if (given.length !== 1) {
    throw new Problem(400, '请只给出村、位置或原因中的一项。Give one of an area, a position, or a reason.');
  }
  if (asked.nowhere !== undefined) {
    if (asked.alias !== undefined) throw aliasProblem();
    const reason = asked.nowhere.trim();
    return { outcome: 'nowhere', areaId: null, position: null, reason: reason === '' ? null : reason, alias: null };
  }
  const alias = asked.alias === undefined ? null : requireAlias(address, asked.alias);
  if (asked.position) {
    const { position } = asked;
    const [area] = await sql(db, 'areas/list_at', { lng: position[0], lat: position[1] });
    if (!area) {
      throw new Problem(400, '这个位置不在任何区划内。This position lies in no area.');
    }
    return { outcome: 'position', areaId: area.id, position, reason: null, alias };
  }
  const { level = '', code = '' } = asked.area ?? {};
  const [area] = await sql(db, 'areas/list_lineage', { ...EVERYTHING, level, code });
  if (!area) throw new Problem(404, `没有这个区划。There is no area “${code}” at the level “${level}”.`);
  return { outcome: 'area', areaId: area.id, position: null, reason: null, alias };
}

/** The stretch in the form in which it is kept. Throws a 400 unless it stands in the address. */
export function requireAlias(address: string, alias: string): string {
  const stretch = compact(alias);
  const { least, most } = ALIAS_LENGTHS;
  if (stretch.length < least || stretch.length > most || !compact(address).includes(stretch)) throw aliasProblem();
  return stretch;
}

const compact = (text: string): string => addressKey(text).replaceAll(' ', '');

const aliasProblem = () =>
  new Problem(
    400,
    '别名须是地址中的 2 至 20 个字，并指向一个村。A learnt name is 2 to 20 characters of the address, and names an area.',
  );
