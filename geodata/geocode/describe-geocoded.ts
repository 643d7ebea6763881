import type { Area } from '../model/area.ts';
import type { RejectionReason } from '../model/record.ts';
import type { AddressGrade, AddressParts, AddressProblem, CandidateReason, Geocoded } from './gazetteer.ts';

/** What scripts get of an address: areas by their codes and names. */
export interface DescribedAddress {
  readonly village: string | null;
  readonly name: string | null;
  readonly town: string | null;
  readonly grade: AddressGrade | 'failed';
  readonly score: number;
  readonly problem: AddressProblem | RejectionReason | null;
  readonly candidates: readonly DescribedCandidate[];
  readonly parts: AddressParts | null;
}

interface DescribedCandidate {
  readonly village: string | null;
  readonly name: string | null;
  readonly town: string | null;
  readonly score: number;
  readonly reason: CandidateReason;
  readonly matched: string;
}

/** Puts codes and names in the place of ids. A row that could not be read has no address: null, and why. */
export function describeGeocoded(
  areas: readonly Area[],
): (geocoded: Geocoded | null, unreadable: RejectionReason | null) => DescribedAddress {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const named = (id: number | null) => {
    const area = id === null ? undefined : byId.get(id);
    const town = area?.parentId == null ? undefined : byId.get(area.parentId);
    return { village: area?.code ?? null, name: area?.name ?? null, town: town?.name ?? null };
  };
  return (geocoded, unreadable) => {
    if (geocoded === null) {
      return { ...named(null), grade: 'failed', score: 0, problem: unreadable, candidates: [], parts: null };
    }
    const { areaId, grade, score, problem, candidates, parts } = geocoded;
    return {
      ...named(areaId),
      grade: grade ?? 'failed',
      score,
      problem,
      candidates: candidates.map(({ areaId, ...candidate }) => ({ ...named(areaId), ...candidate })),
      parts,
    };
  };
}
