import type { CountyDivision } from '../demo/county-division.ts';
import type { Area } from '../model/area.ts';

/** A county of the register as areas without boundaries: county, towns, villages. Ids count from 1 in that order. */
export function divisionAreas(
  { code, name, towns }: CountyDivision,
  aliases: ReadonlyMap<string, readonly string[]> = new Map(),
): Area[] {
  const areas: Area[] = [];
  const add = (
    level: string,
    of: { readonly code: string; readonly name: string },
    parentId: number | null,
  ): number => {
    const id = areas.length + 1;
    areas.push({
      id,
      level,
      code: of.code,
      name: of.name,
      parentId,
      aliases: aliases.get(of.code) ?? [],
      denominators: {},
    });
    return id;
  };
  const countyId = add('county', { code, name }, null);
  for (const town of towns) {
    const townId = add('town', town, countyId);
    for (const village of town.villages) add('village', village, townId);
  }
  return areas;
}
