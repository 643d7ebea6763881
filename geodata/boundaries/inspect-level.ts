import type { Area, MultiPolygon } from '../model/area.ts';
import type { Cases, Gap, LevelInspection, NamedArea, Outside, Overlap } from '../model/level-inspection.ts';
import { findOutside } from './find-outside.ts';
import { findOverlaps } from './find-overlaps.ts';
import { findNeighbours } from './neighbours.ts';
import { type Surrounded, TOLERANCE } from './reach.ts';
import { repeatedNames } from './repeated-names.ts';
import { boxOf } from './ring.ts';
import { surfaceOf } from './surface.ts';

/** An area of the level, or one that its areas name as their parent. */
export interface InspectedArea extends Pick<Area, 'id' | 'code' | 'name'> {
  readonly parentCode: string | null;
  readonly boundary: MultiPolygon | null;
}

/** How many cases of a kind are named. */
const SHOWN = 50;
/** Parents are outlines of their own, drawn with their own errors: a smaller share is no gap. */
const SLIGHT = 0.005;

/**
 * What looks wrong with the areas of a level: overlaps, gaps and what lies outside of the parents, islands, repeated names, missing
 * maps and parents. Forty thousand areas take less than a minute. Nothing is changed.
 */
export function inspectLevel(
  level: string,
  areas: readonly InspectedArea[],
  parents: readonly InspectedArea[],
): LevelInspection {
  const drawn = areas.flatMap(surround);
  const { overlaps, inaccuracies } = findOverlaps(drawn);
  const surfaces = drawn.map(({ boundary }) => surfaceOf(boundary));
  const named = overlaps.map(({ a, b, squareMetres }): Overlap => {
    const smaller = Math.min(surfaces[a] ?? 0, surfaces[b] ?? 0);
    return {
      areas: [nameOf(drawn[a]), nameOf(drawn[b])],
      squareMetres,
      share: squareMetres / smaller,
    };
  });
  const parentOf = new Map(parents.flatMap(surround).map((parent) => [parent.code, parent]));
  const known = new Set(parents.map(({ code }) => code));
  const outside = drawn.flatMap((area, i): Outside[] => {
    const parent = parentOf.get(area.parentCode ?? '');
    const squareMetres = parent ? findOutside(area, parent) : 0;
    if (parent === undefined || squareMetres === 0) return [];
    return [{ ...nameOf(area), parent: nameOf(parent), squareMetres, share: squareMetres / (surfaces[i] ?? 0) }];
  });
  const touched = new Set(findNeighbours(drawn).flat());
  return {
    level,
    areas: areas.length,
    withBoundary: drawn.length,
    overlaps: worstFirst(named),
    inaccuracies,
    gaps: worstFirst(gapsOf({ drawn, surfaces, overlaps, outside, parentOf })),
    outside: worstFirst(outside),
    islands: cases(drawn.filter(({ id }) => !touched.has(id)).map(nameOf)),
    withoutMap: cases(areas.filter(({ boundary }) => boundary === null).map(nameOf)),
    orphans: cases(
      areas.flatMap((area) =>
        area.parentCode === null || known.has(area.parentCode) ? [] : [{ ...nameOf(area), parent: area.parentCode }],
      ),
    ),
    ...repeatedNames(areas, SHOWN),
    tolerance: TOLERANCE,
  };
}

type Drawn = InspectedArea & Surrounded;

function surround(area: InspectedArea): Drawn[] {
  const { boundary } = area;
  return boundary ? [{ ...area, boundary, box: boxOf(boundary.coordinates.flat(2)) }] : [];
}

function nameOf(area: NamedArea | undefined): NamedArea {
  return { code: area?.code ?? '', name: area?.name ?? '' };
}

interface Covering {
  readonly drawn: readonly Drawn[];
  readonly surfaces: readonly number[];
  readonly overlaps: ReturnType<typeof findOverlaps>['overlaps'];
  readonly outside: readonly Outside[];
  readonly parentOf: ReadonlyMap<string, Drawn>;
}

/** What three areas share is taken off twice, so that a gap may be told too large by it, never too small. */
function gapsOf({ drawn, surfaces, overlaps, outside, parentOf }: Covering): Gap[] {
  const covered = new Map<string, number>();
  const add = (parent: string | null | undefined, squareMetres: number) => {
    if (parent) covered.set(parent, (covered.get(parent) ?? 0) + squareMetres);
  };
  for (const [i, { parentCode }] of drawn.entries()) add(parentCode, surfaces[i] ?? 0);
  for (const { a, b, squareMetres } of overlaps) {
    if (drawn[a]?.parentCode === drawn[b]?.parentCode) add(drawn[a]?.parentCode, -squareMetres);
  }
  for (const { parent, squareMetres } of outside) add(parent.code, -squareMetres);
  return [...covered].flatMap(([code, inside]): Gap[] => {
    const parent = parentOf.get(code);
    if (parent === undefined) return [];
    const whole = surfaceOf(parent.boundary);
    const squareMetres = whole - inside;
    return squareMetres > whole * SLIGHT ? [{ parent: nameOf(parent), squareMetres, share: squareMetres / whole }] : [];
  });
}

function cases<Case>(all: readonly Case[]): Cases<Case> {
  return { count: all.length, shown: all.slice(0, SHOWN) };
}

function worstFirst<Case extends { readonly squareMetres: number }>(all: readonly Case[]): Cases<Case> {
  return cases([...all].sort((a, b) => b.squareMetres - a.squareMetres));
}
