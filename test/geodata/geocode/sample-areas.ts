import type { Area } from '../../../geodata/model/area.ts';

type Named = { readonly name: string; readonly aliases?: readonly string[]; readonly code?: string };

/** Areas from a tree of names: county → town → villages. Ids count from 1 in the order of writing. */
export function sampleAreas(tree: {
  county: string;
  towns: Readonly<Record<string, readonly (string | Named)[]>>;
}): Area[] {
  const areas: Area[] = [];
  const add = (level: string, named: string | Named, parentId: number | null): number => {
    const { name, aliases = [], code } = typeof named === 'string' ? { name: named } : named;
    const id = areas.length + 1;
    areas.push({ id, level, code: code ?? `${id}`, name, parentId, aliases, denominators: {} });
    return id;
  };
  const county = add('county', tree.county, null);
  for (const [town, villages] of Object.entries(tree.towns)) {
    const townId = add('town', town, county);
    for (const village of villages) add('village', village, townId);
  }
  return areas;
}
