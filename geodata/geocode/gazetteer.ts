import type { Area } from '../model/area.ts';
import type { Likenesses } from './create-likenesses.ts';
import type { NameTrie } from './create-name-trie.ts';
import type { UnitKind } from './split-unit-name.ts';

export type AddressMatch =
  | { readonly areaId: number; readonly how: 'name' | 'alias' | 'homophone' }
  | { readonly problem: AddressProblem };

export type AddressProblem = 'address-not-matched' | 'address-ambiguous';

/** Matches addresses to village units, or to the units of whatever level is the finest. */
export interface Gazetteer {
  match(address: string): AddressMatch;
  /** The same with how far the address leads, how surely, and what else it might mean. */
  locate(address: string): Located;
  /** The same with how the address was read. */
  geocode(address: string): Geocoded;
}

export interface Located {
  /** Null when the address leads nowhere, or to more than one place. */
  readonly areaId: number | null;
  readonly grade: AddressGrade | null;
  /** 0 to 1: how surely the address names the first candidate and none of the others; see weigh-candidates.ts. */
  readonly score: number;
  readonly problem: AddressProblem | null;
  /** Best first, distinct, at most five. */
  readonly candidates: readonly Candidate[];
}

export interface Geocoded extends Located {
  readonly parts: AddressParts;
}

/** How far an address leads: to a house (门牌), to a hamlet or group (自然村/组), to the village alone (村中心). */
export const ADDRESS_GRADES = ['house', 'hamlet', 'village'] as const;
export type AddressGrade = (typeof ADDRESS_GRADES)[number];

/** Why an area is a candidate: by its name, another or former name, its sound, or its look (similar characters). */
export const CANDIDATE_REASONS = ['name', 'alias', 'sound', 'look', 'elsewhere'] as const;
export type CandidateReason = (typeof CANDIDATE_REASONS)[number];

export interface Candidate {
  readonly areaId: number;
  readonly score: number;
  readonly reason: CandidateReason;
  /** The stretch of the address that names it. */
  readonly matched: string;
}

/** The parts of an address as they were read, in half-width and simplified characters; null for what it does not say. */
export interface AddressParts {
  readonly province: string | null;
  readonly city: string | null;
  readonly county: string | null;
  readonly town: string | null;
  readonly village: string | null;
  /** A natural village: 陈家宅. */
  readonly hamlet: string | null;
  /** The number of a group: 12, 十二. */
  readonly group: string | null;
  /** A house, building or room with its number: 23号, 3幢102室. */
  readonly house: string | null;
}

/** A name in the gazetteer: of a village unit by its stem, or of an area above, in full (尚湖镇) or by its stem (尚湖). */
export type PlaceName = UnitName | { readonly superior: number; readonly full: boolean };

export interface UnitName {
  readonly unit: number;
  readonly kind: UnitKind;
  readonly how: 'name' | 'alias';
}

/** What addresses are matched against; areas go by their ids. */
export interface GazetteerNames {
  readonly names: NameTrie<PlaceName>;
  /** The areas above a unit, nearest first. */
  readonly ancestorsOf: (unit: number) => readonly Area[];
  readonly levelOf: (superior: number) => string | undefined;
  /** Whether an area is directly above a unit, as towns are. */
  readonly isParent: (superior: number) => boolean;
  /** The bare names of all units, each with all its spellings, by the area directly above. */
  readonly stemsWithin: (superior: number) => readonly (readonly [stem: string, unit: number])[];
  readonly unitLikenesses: () => Likenesses;
  readonly superiorLikenesses: () => Likenesses;
}
