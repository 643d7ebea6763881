import type { Area, Level } from '../model/area.ts';
import { addressTexts } from './address-text.ts';
import { finestLevel } from './area-tree.ts';
import { compileNames } from './compile-names.ts';
import type { Finding } from './finding.ts';
import type { AddressMatch, Gazetteer, Geocoded } from './gazetteer.ts';
import { matchAddress } from './match-address.ts';
import { gradeOf, readParts } from './read-parts.ts';
import { scoreOf, weighCandidates } from './weigh-candidates.ts';

/** Distinct addresses that are remembered: one household has many records. */
const REMEMBERED = 4_096;

/**
 * Matches Chinese addresses to the units of one level (the finest that has parents): names with and without 村 or 社区, aliases
 * (former names, natural villages), any part of the prefix left out, numbers and groups in all spellings, homophones and
 * characters that look alike. A name that could be two places is never guessed, nor is one that contradicts the town beside it.
 */
export function createGazetteer(areas: readonly Area[], level: Level | null = finestLevel(areas)): Gazetteer {
  const known = compileNames(areas, level);
  const remembered = new Map<string, Geocoded>();

  /** The finding of the first form of the address that leads to a unit, else of the last form. */
  function find(address: string): Finding {
    const [first = '', second] = addressTexts(address);
    const finding = matchAddress(first, known);
    return finding.outcome.is === 'found' || second === undefined ? finding : matchAddress(second, known);
  }

  function geocode(address: string): Geocoded {
    const finding = find(address);
    const { outcome } = finding;
    const candidates = weighCandidates(finding, known);
    const parts = readParts(finding, known);
    if (outcome.is === 'found') {
      const score = scoreOf(finding);
      return { areaId: outcome.unit, grade: gradeOf(parts), score, problem: null, candidates, parts };
    }
    const problem = outcome.is === 'ambiguous' ? 'address-ambiguous' : 'address-not-matched';
    return { areaId: null, grade: null, score: candidates[0]?.score ?? 0, problem, candidates, parts };
  }

  return {
    match(address): AddressMatch {
      const { outcome } = find(address);
      if (outcome.is === 'ambiguous') return { problem: 'address-ambiguous' };
      if (outcome.is === 'nowhere') return { problem: 'address-not-matched' };
      const how = outcome.by === 'name' || outcome.by === 'alias' ? outcome.by : 'homophone';
      return { areaId: outcome.unit, how };
    },
    geocode(address) {
      let geocoded = remembered.get(address);
      if (geocoded === undefined) {
        geocoded = geocode(address);
        if (remembered.size >= REMEMBERED) remembered.clear();
        remembered.set(address, geocoded);
      }
      return geocoded;
    },
  };
}
