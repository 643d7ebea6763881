import type { Area, Level } from '../model/area.ts';
import { addressTexts } from './address-text.ts';
import { createAncestry, finestLevel } from './area-tree.ts';
import { createHomophones } from './create-homophones.ts';
import { createNameTrie } from './create-name-trie.ts';
import type { AddressMatch, Gazetteer, GazetteerNames, PlaceName } from './gazetteer.ts';
import { matchAddress } from './match-address.ts';
import { splitUnitName, stemOfSuperior } from './split-unit-name.ts';

/**
 * Matches Chinese addresses to the units of one level (the finest that has parents): names with and without 村 or 社区, aliases
 * (former names, natural villages), any part of the prefix left out, numbers and groups in all spellings, homophones. A name
 * that could be two places is never guessed, nor is one that contradicts the town beside it.
 */
export function createGazetteer(areas: readonly Area[], level: Level | null = finestLevel(areas)): Gazetteer {
  const ancestry = createAncestry(areas);
  const units = areas.filter((area) => area.level === level);
  const superiors = [...new Set(units.flatMap((unit) => ancestry(unit)))];
  const names = createNameTrie<PlaceName>();
  const unitStems: [string, number][] = [];
  const superiorStems: [string, number][] = [];

  for (const { id, name, aliases } of units) {
    for (const one of [name, ...aliases]) {
      const { stem, kind } = splitUnitName(written(one));
      names.add(stem, { unit: id, kind, how: one === name ? 'name' : 'alias' });
      unitStems.push([stem, id]);
    }
  }
  for (const { id, name, aliases } of superiors) {
    for (const one of [name, ...aliases].map(written)) {
      const stem = stemOfSuperior(one);
      names.add(one, { superior: id, full: true });
      if (stem !== one) names.add(stem, { superior: id, full: false });
      superiorStems.push([stem, id]);
    }
  }

  const ancestors = new Map(units.map((unit) => [unit.id, ancestry(unit)]));
  const levels = new Map(superiors.map(({ id, level }) => [id, level]));
  const parents = new Set(units.map(({ parentId }) => parentId));
  const known: GazetteerNames = {
    names,
    ancestorsOf: (unit) => ancestors.get(unit) ?? [],
    levelOf: (superior) => levels.get(superior),
    isParent: (superior) => parents.has(superior),
    unitSounds: once(() => createHomophones(unitStems)),
    superiorSounds: once(() => createHomophones(superiorStems)),
  };
  const match = (address: string): AddressMatch => {
    let outcome: AddressMatch = { problem: 'address-not-matched' };
    for (const text of addressTexts(address)) {
      outcome = matchAddress(text, known);
      if ('areaId' in outcome) break;
    }
    return outcome;
  };
  return {
    match,
    geocode(address) {
      const outcome = match(address);
      if ('problem' in outcome)
        return { areaId: null, grade: null, score: 0, problem: outcome.problem, candidates: [] };
      const { areaId, how } = outcome;
      const reason = how === 'homophone' ? 'sound' : how;
      const candidates = [{ areaId, score: 1, reason, matched: address } as const];
      return { areaId, grade: 'village', score: 1, problem: null, candidates };
    },
  };
}

/** Names are compared in the form in which addresses are searched; one of mere punctuation is no name. */
const written = (name: string): string => (addressTexts(name).at(-1) ?? '').replace(/^\|+|\|+$/g, '');

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
