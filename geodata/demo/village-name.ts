import type { CountyDivision } from './county-division.ts';

/** A village unit by the names people use for it. */
export interface VillageName {
  readonly code: string;
  /** 罗墩村, 花园浜社区. */
  readonly name: string;
  /** 罗墩, 花园浜. */
  readonly short: string;
  /** Index in the county's list of towns. */
  readonly town: number;
  /** A 村 with farm houses, not a 社区. */
  readonly rural: boolean;
}

/** All villages of the county in the order of the register. */
export function nameVillages(county: CountyDivision): VillageName[] {
  return county.towns.flatMap((town, index) =>
    town.villages.map(({ code, name }) => ({ code, town: index, ...readName(name) })),
  );
}

/** The register names the committee (罗墩村委会, 李家村村民委员会, 花园浜社区居委会); people name the place. */
function readName(registered: string): Pick<VillageName, 'name' | 'short' | 'rural'> {
  const village = /^(.+?)(?:村民委员会|村委会)$/.exec(registered)?.[1];
  if (village !== undefined) {
    // 张村 + 村委会 is 张村村; 李家村 + 村委会 is 李家村.
    const name = village.length > 2 && village.endsWith('村') ? village : `${village}村`;
    return { name, short: withoutEnding(name, '村'), rural: true };
  }
  const community = /^(.+?)(?:社区)?(?:居民委员会|居委会)$/.exec(registered)?.[1];
  const name = community === undefined ? registered : `${community}社区`;
  return { name, short: withoutEnding(name, '社区'), rural: false };
}

/** A single character is no name: 李村 stays 李村. */
function withoutEnding(name: string, ending: string): string {
  const rest = name.endsWith(ending) ? name.slice(0, -ending.length) : name;
  return rest.length >= 2 ? rest : name;
}
