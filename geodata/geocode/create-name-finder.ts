import type { Area, Level } from '../model/area.ts';
import type { PlaceProblem } from '../model/place.ts';
import { createAncestry } from './area-tree.ts';
import { bareName, canonicalName } from './canonical-name.ts';
import { nameAlternatives } from './normalise-name.ts';

type FindByName = (name: string, parentName: string | null) => Area | PlaceProblem;

/** A superior that Chinese names are often written with: 东莞市樟木头镇. */
const SUPERIOR = /^\p{Script=Han}{2,}?(?:省|自治区|自治州|市|县|区)(?=\p{Script=Han}{2})/u;

/**
 * Finds areas of one level by name: the whole name, then what stands beside and within brackets, then the name without its
 * superiors; where a parent is named, also without the word for its kind (Quezon for Quezon City). Exact in the sense of
 * `canonicalName`, never nearly. A parent or superior that is named must be an ancestor.
 */
export function createNameFinder(areas: readonly Area[], level: Level): FindByName {
  const ancestorsOf = createAncestry(areas);
  const names = new Map<string, Set<Area>>();
  const alternatives = new Map<string, Set<Area>>();
  const bare = new Map<string, Set<Area>>();
  for (const area of areas) {
    if (area.level !== level) continue;
    for (const name of [area.name, ...area.aliases]) {
      const [whole = '', ...others] = nameAlternatives(name).map(canonicalName);
      put(names, whole, area);
      for (const other of others) put(alternatives, other, area);
      put(bare, bareName(whole), area);
    }
  }

  function hasAncestor(area: Area, parent: string): boolean {
    const above = ancestorsOf(area);
    // Where no parents are loaded there is nothing to hold against the parent's name.
    if (above.length === 0) return true;
    return above.some(({ name, aliases }) =>
      [name, ...aliases].some((known) => nameAlternatives(known).map(canonicalName).includes(parent)),
    );
  }

  return (name, parentName) => {
    const parents = parentName === null ? [] : nameAlternatives(parentName).map(canonicalName);
    const within = (known: Iterable<Area>, superior: string | null) =>
      [...known].filter(
        (area) =>
          (parents.length === 0 || parents.some((parent) => hasAncestor(area, parent))) &&
          (superior === null || hasAncestor(area, superior)),
      );
    const forms = formsOf(name);
    for (const { form, superior } of forms) {
      const fitting = within(names.get(form) ?? alternatives.get(form) ?? [], superior);
      if (fitting.length > 1) return 'ambiguous-area-name';
      if (fitting[0] !== undefined) return fitting[0];
    }
    // Who writes “Quezon City” does not mean Quezon: only the shorter name may stand for the longer one.
    const short = forms[0]?.form ?? '';
    if (parents.length > 0 && bareName(short) === short) {
      const known = [...(bare.get(short) ?? [])].filter((area) => ancestorsOf(area).length > 0);
      const fitting = within(known, null);
      if (fitting.length > 1) return 'ambiguous-area-name';
      if (fitting[0] !== undefined) return fitting[0];
    }
    return 'unknown-area-name';
  };
}

function formsOf(name: string): { form: string; superior: string | null }[] {
  const forms = nameAlternatives(name).map((part) => ({ form: canonicalName(part), superior: null as string | null }));
  let rest = forms[0]?.form ?? '';
  for (let found = SUPERIOR.exec(rest); found !== null; found = SUPERIOR.exec(rest)) {
    rest = rest.slice(found[0].length);
    forms.push({ form: rest, superior: found[0] });
  }
  return forms.filter(({ form }) => form !== '');
}

function put(index: Map<string, Set<Area>>, name: string, area: Area): void {
  if (name === '') return;
  const known = index.get(name);
  if (known === undefined) index.set(name, new Set([area]));
  else known.add(area);
}
