import { cellAt } from '../h3/cells.ts';
import type { Area } from '../model/area.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Grade, PlaceProblem, Position } from '../model/place.ts';
import type { Placement, Whereabouts } from '../model/record.ts';
import { createAncestry } from './area-tree.ts';
import type { Atlas } from './atlas.ts';
import { type CodeRole, createCodeFinder } from './create-code-finder.ts';
import { createGazetteer } from './create-gazetteer.ts';
import { createNameFinder } from './create-name-finder.ts';
import type { Gazetteer } from './gazetteer.ts';
import { readPosition } from './read-position.ts';

/** One way of placing: null when the row says nothing of the kind, a problem when what it says leads nowhere. */
type Way = (where: Whereabouts) => Placement | PlaceProblem | null;
type PlaceIn = (area: Area, grade: Grade, score?: number | null) => Placement;

/**
 * Places whereabouts by what the dataset declares, in the order coordinates, code, name, address: the first that leads
 * somewhere. What a person decided about an address stands before what is read from it. Otherwise the problem is the last one met.
 */
export function createPlacer(dataset: Dataset, atlas: Atlas): (where: Whereabouts) => Placement {
  const { coordinates, areaCode, areaName, address } = dataset.place;
  const ancestorsOf = createAncestry(atlas.areas);
  const inArea: PlaceIn = (area, grade, score = null) => ({
    position: null,
    cell: null,
    areaIds: idsByLevel([area, ...ancestorsOf(area)]),
    grade,
    score,
    problem: null,
  });
  const ways: Way[] = [];
  if (coordinates !== undefined) ways.push(byCoordinates(atlas, ancestorsOf));
  if (areaCode !== undefined) ways.push(byCode(atlas, areaCode, inArea));
  if (areaName !== undefined) ways.push(byName(atlas, areaName.level, inArea));
  if (address !== undefined) ways.push(byDecision(atlas, inArea), byAddress(atlas, inArea));

  return (where) => {
    let problem: PlaceProblem = 'no-place';
    for (const way of ways) {
      const outcome = way(where);
      if (outcome === null) continue;
      if (typeof outcome === 'object') return outcome;
      problem = outcome;
    }
    return { position: null, cell: null, areaIds: [], grade: null, score: null, problem };
  };
}

function byCoordinates({ areas, locators }: Atlas, ancestorsOf: (area: Area) => readonly Area[]): Way {
  const byId = new Map(areas.map((area) => [area.id, area]));

  /** At most one area of each level; levels that cannot be looked up by position come from the parents of the others. */
  function areasAt(position: Position): number[] {
    const found: Area[] = [];
    for (const locator of locators.values()) {
      const id = locator.locate(position);
      const area = id === null ? undefined : byId.get(id);
      if (area !== undefined) found.push(area);
    }
    const above = found.flatMap(ancestorsOf).filter(({ level }) => !locators.has(level));
    return idsByLevel([...found, ...above]);
  }

  return ({ lng, lat, crs }) => {
    if (lng === null && lat === null) return null;
    const position = readPosition(lng, lat, crs);
    if (typeof position === 'string') return position;
    const areaIds = areasAt(position);
    const grade = areaIds.length > 0 ? 'coordinates' : 'coordinates-only';
    return { position, cell: cellAt(position), areaIds, grade, score: null, problem: null };
  };
}

function byCode(atlas: Atlas, role: CodeRole, inArea: PlaceIn): Way {
  const find = createCodeFinder(atlas.areas, role);
  return ({ areaCode }) => {
    if (areaCode === null) return null;
    const area = find(areaCode);
    return typeof area === 'string' ? area : inArea(area, 'area-code');
  };
}

function byName(atlas: Atlas, level: string, inArea: PlaceIn): Way {
  const find = createNameFinder(atlas.areas, level);
  return ({ areaName, parentName }) => {
    if (areaName === null) return null;
    const area = find(areaName, parentName);
    return typeof area === 'string' ? area : inArea(area, 'area-name');
  };
}

/** An area that is no longer there decides nothing. */
function byDecision({ areas, decided }: Atlas, inArea: PlaceIn): Way {
  if (decided === undefined) return () => null;
  const byId = new Map(areas.map((area) => [area.id, area]));
  return ({ address }) => {
    const found = address === null ? null : decided(address);
    if (found === null) return null;
    if (found.areaId === null) {
      return { position: null, cell: null, areaIds: [], grade: null, score: null, problem: 'address-not-matched' };
    }
    const area = byId.get(found.areaId);
    if (area === undefined) return null;
    const { position } = found;
    return { ...inArea(area, 'reviewed'), position, cell: position && cellAt(position) };
  };
}

function byAddress(atlas: Atlas, inArea: PlaceIn): Way {
  const byId = new Map(atlas.areas.map((area) => [area.id, area]));
  let gazetteer: Gazetteer | null = null;
  return ({ address }) => {
    if (address === null) return null;
    gazetteer ??= atlas.gazetteer?.() ?? createGazetteer(atlas.areas);
    const { areaId, grade, score, problem } = gazetteer.locate(address);
    if (areaId === null || grade === null) return problem;
    return inArea(byId.get(areaId) as Area, `address-${grade}`, score);
  };
}

/** The first area of each level. */
function idsByLevel(areas: readonly Area[]): number[] {
  const ids = new Map<string, number>();
  for (const { level, id } of areas) if (!ids.has(level)) ids.set(level, id);
  return [...ids.values()];
}
