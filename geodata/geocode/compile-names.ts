import type { Area, Level } from '../model/area.ts';
import { addressTexts } from './address-text.ts';
import { createAncestry } from './area-tree.ts';
import { createLikenesses } from './create-likenesses.ts';
import { createNameTrie } from './create-name-trie.ts';
import type { GazetteerNames, PlaceName } from './gazetteer.ts';
import { nameAlternatives } from './normalise-name.ts';
import { splitUnitName } from './split-unit-name.ts';
import { stemsOfSuperior } from './stems-of-superior.ts';

/** Names in all forms that people use, of the units of one level and of everything above them. */
export function compileNames(areas: readonly Area[], level: Level | null): GazetteerNames {
  const ancestry = createAncestry(areas);
  const units = areas.filter((area) => area.level === level);
  const superiors = [...new Set(units.flatMap((unit) => ancestry(unit)))];
  const names = createNameTrie<PlaceName>();
  const unitStems: [string, number][] = [];
  const superiorStems: [string, number][] = [];
  const within = new Map<number, [string, number][]>();

  for (const { id, name, aliases, parentId } of units) {
    const own = new Set(nameAlternatives(name).map(written));
    for (const one of new Set([...own, ...aliases.flatMap(nameAlternatives).map(written)])) {
      const { stem, kind } = splitUnitName(one);
      for (const spelling of [stem, withDigits(stem)]) {
        if (spelling === null) continue;
        names.add(spelling, { unit: id, kind, how: own.has(one) ? 'name' : 'alias' });
        unitStems.push([spelling, id]);
      }
      if (parentId !== null && stem !== '') put(within, parentId, [stem, id]);
    }
  }
  for (const { id, name, aliases } of superiors) {
    for (const one of [name, ...aliases].flatMap(nameAlternatives).map(written)) {
      names.add(one, { superior: id, full: true });
      for (const stem of stemsOfSuperior(one)) {
        if (stem !== one) names.add(stem, { superior: id, full: false });
        superiorStems.push([stem, id]);
      }
    }
  }

  const ancestors = new Map(units.map((unit) => [unit.id, ancestry(unit)]));
  const levels = new Map(superiors.map(({ id, level }) => [id, level]));
  const parents = new Set(units.map(({ parentId }) => parentId));
  return {
    names,
    ancestorsOf: (unit) => ancestors.get(unit) ?? [],
    levelOf: (superior) => levels.get(superior),
    isParent: (superior) => parents.has(superior),
    stemsWithin: (superior) => within.get(superior) ?? [],
    unitLikenesses: once(() => createLikenesses(unitStems)),
    superiorLikenesses: once(() => createLikenesses(superiorStems)),
  };
}

/** Names are compared in the form in which addresses are searched; one of mere punctuation is no name. */
const written = (name: string): string => (addressTexts(name).at(-1) ?? '').replace(/^\|+|\|+$/g, '');

const NUMERALS = '零一二三四五六七八九十';
const ORDINAL = /(?:第[一二三四五六七八九十]$|[一二三四五六七八九十](?=$|村$|社区$))/;

/** 泰山二村 is written 泰山2村 as well, 普陀四村第一 普陀四村第1. Null where the name does not end in such a number. */
function withDigits(stem: string): string | null {
  if (!ORDINAL.test(stem)) return null;
  return stem.replace(ORDINAL, (found) =>
    found.replace(/[一二三四五六七八九十]/, (digit) => `${NUMERALS.indexOf(digit)}`),
  );
}

function put(index: Map<number, [string, number][]>, key: number, value: [string, number]): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [value]);
  else known.push(value);
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
