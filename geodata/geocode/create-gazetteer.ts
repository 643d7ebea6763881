import type { Area, Level } from '../model/area.ts';
import { addressTexts } from './address-text.ts';
import { finestLevel } from './area-tree.ts';
import { compileNames } from './compile-names.ts';
import type { Finding } from './finding.ts';
import type { AddressMatch, Gazetteer, Located } from './gazetteer.ts';
import { matchAddress } from './match-address.ts';
import { gradeOf, readParts } from './read-parts.ts';
import { scoreOf, weighCandidates } from './weigh-candidates.ts';

/**
 * Shapes of addresses that are remembered, with what follows from them: most addresses of a county differ in their numbers only,
 * and no number of a house or a group says in which village it stands.
 */
const REMEMBERED = 16_384;
/** Digits of a house, a group or a distance. Those in 泰山2村 belong to the name. */
const DIGIT = /[0-9](?=[0-9]*(?:[号室户幢栋座组队米|]|弄|单元|$))/g;

/**
 * Matches Chinese addresses to the units of one level (the finest that has parents): names with and without 村 or 社区, aliases
 * (former names, natural villages), any part of the prefix left out, numbers and groups in all spellings, homophones and
 * characters that look alike. A name that could be two places is never guessed, nor is one that contradicts the town beside it.
 */
export function createGazetteer(areas: readonly Area[], level: Level | null = finestLevel(areas)): Gazetteer {
  const known = compileNames(areas, level);
  const remembered = new Map<string, Located>();
  // 149团 is a place, 149号 a house in one: where names have digits, each address is searched as it is.
  const shapeOf = areas.some(({ name, aliases }) => [name, ...aliases].some((one) => /\p{Nd}/u.test(one)))
    ? (text: string) => text
    : (text: string) => text.replace(DIGIT, '1');

  /** The finding of the first form of the address that leads to a unit, else of the last form. */
  function find([first = '', second]: readonly string[]): Finding {
    const finding = matchAddress(first, known);
    return finding.outcome.is === 'found' || second === undefined ? finding : matchAddress(second, known);
  }

  function conclude(finding: Finding): Located {
    const { outcome } = finding;
    const candidates = weighCandidates(finding, known);
    if (outcome.is === 'found') {
      const grade = gradeOf(readParts(finding, known));
      return { areaId: outcome.unit, grade, score: scoreOf(finding), problem: null, candidates };
    }
    const problem = outcome.is === 'ambiguous' ? 'address-ambiguous' : 'address-not-matched';
    return { areaId: null, grade: null, score: candidates[0]?.score ?? 0, problem, candidates };
  }

  function locate(address: string): Located {
    const shapes = addressTexts(address).map(shapeOf);
    const shape = shapes.length === 1 ? (shapes[0] as string) : shapes.join('\n');
    let located = remembered.get(shape);
    if (located === undefined) {
      located = conclude(find(shapes));
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(shape, located);
    }
    return located;
  }

  return {
    match(address): AddressMatch {
      const { outcome } = find(addressTexts(address));
      if (outcome.is === 'ambiguous') return { problem: 'address-ambiguous' };
      if (outcome.is === 'nowhere') return { problem: 'address-not-matched' };
      const how = outcome.by === 'name' || outcome.by === 'alias' ? outcome.by : 'homophone';
      return { areaId: outcome.unit, how };
    },
    locate,
    geocode: (address) => ({ ...locate(address), parts: readParts(find(addressTexts(address)), known) }),
  };
}
