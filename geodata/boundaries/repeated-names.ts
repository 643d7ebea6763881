import type { Cases, RepeatedName } from '../model/level-inspection.ts';

/** How many areas of one name are told by their codes. */
const CODES = 20;

interface Named {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
}

/** Names that several areas bear: under one parent, and across parents. Areas that go by their code for want of a name are left out. */
export function repeatedNames(
  areas: readonly Named[],
  shown: number,
): { readonly namesWithinParent: Cases<RepeatedName>; readonly namesAcross: Cases<RepeatedName> } {
  const named = areas.filter(({ code, name }) => code !== name);
  const within = grouped(named, ({ name, parentCode }) => `${parentCode}\n${name}`);
  const across = grouped(named, ({ name }) => name);
  return {
    namesWithinParent: cases(within, shown),
    namesAcross: cases(
      across.filter((group) => new Set(group.map(({ parentCode }) => parentCode)).size > 1),
      shown,
    ),
  };
}

function grouped(areas: readonly Named[], keyOf: (area: Named) => string): Named[][] {
  const groups = new Map<string, Named[]>();
  for (const area of areas) {
    const key = keyOf(area);
    const group = groups.get(key);
    if (group) group.push(area);
    else groups.set(key, [area]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function cases(groups: readonly (readonly Named[])[], shown: number): Cases<RepeatedName> {
  const largest = [...groups].sort((a, b) => b.length - a.length).slice(0, shown);
  return {
    count: groups.length,
    shown: largest.map((group) => ({
      name: group[0]?.name ?? '',
      times: group.length,
      codes: group.slice(0, CODES).map(({ code }) => code),
    })),
  };
}
