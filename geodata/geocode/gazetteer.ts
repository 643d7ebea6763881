import type { Area } from '../model/area.ts';
import type { Homophones } from './create-homophones.ts';
import type { NameTrie } from './create-name-trie.ts';
import type { UnitKind } from './split-unit-name.ts';

export type AddressMatch =
  | { readonly areaId: number; readonly how: 'name' | 'alias' | 'homophone' }
  | { readonly problem: 'address-not-matched' | 'address-ambiguous' };

/** Matches addresses to village units, or to the units of whatever level is the finest. */
export interface Gazetteer {
  match(address: string): AddressMatch;
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
  readonly unitSounds: () => Homophones;
  readonly superiorSounds: () => Homophones;
}
