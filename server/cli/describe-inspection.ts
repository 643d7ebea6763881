import type { LevelInspection, NamedArea } from '../../geodata/model/level-inspection.ts';

/** How many cases of a kind are printed; JSON has more. */
const PRINTED = 5;

/** Prints what looks wrong with a level: each kind with its count, and the worst cases. */
export function describeInspection(found: LevelInspection): void {
  console.log(`checked ${found.areas} areas of the level ${found.level}, ${found.withBoundary} with a boundary`);
  tell('pairs that overlap', found.overlaps, ({ areas: [a, b], squareMetres, share }) => {
    return `${named(a)} and ${named(b)}: ${surface(squareMetres)}, ${percent(share)} of the smaller`;
  });
  if (found.inaccuracies > 0) {
    console.log(`pairs whose borders cross by less than ${found.tolerance} m: ${found.inaccuracies}`);
  }
  tell('parents with gaps', found.gaps, ({ parent, squareMetres, share }) => {
    return `${named(parent)}: ${surface(squareMetres)}, ${percent(share)} of it`;
  });
  tell('areas that reach out of their parent', found.outside, ({ parent, squareMetres, share, ...area }) => {
    return `${named(area)} out of ${named(parent)}: ${surface(squareMetres)}, ${percent(share)} of it`;
  });
  tell('names repeated under one parent', found.namesWithinParent, ({ name, codes }) => `${name}: ${codes.join(', ')}`);
  tell('names repeated across parents', found.namesAcross, ({ name, times }) => `${name}: ${times} times`);
  tell('areas whose parent is not loaded', found.orphans, ({ parent, ...area }) => `${named(area)}: ${parent}`);
  tell('areas without a map', found.withoutMap, named);
  tell('islands without a neighbour', found.islands, named);
}

function tell<Case>(
  title: string,
  { count, shown }: { readonly count: number; readonly shown: readonly Case[] },
  describe: (one: Case) => string,
): void {
  if (count === 0) return;
  console.log(`${title}: ${count}`);
  for (const one of shown.slice(0, PRINTED)) console.log(`  ${describe(one)}`);
}

const named = ({ code, name }: NamedArea): string => (code === name ? code : `${code} ${name}`);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const surface = (squareMetres: number): string =>
  squareMetres < 1e5 ? `${Math.round(squareMetres)} m²` : `${(squareMetres / 1e6).toFixed(2)} km²`;
