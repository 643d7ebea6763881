import type { VillageName } from './village-name.ts';

/** A village as the generator knows it. */
export interface DemoVillage extends VillageName {
  readonly index: number;
  /** Names of villages that were merged into it, in full: 永胜村. */
  readonly formerNames: readonly string[];
  /** The short name as it is misspelt by ear; null where that could be mistaken for another village of the town. */
  readonly misspelt: string | null;
  /** No other village, town or hamlet of the county has the short name in its own. */
  readonly shortIsUnique: boolean;
  /** Natural villages and housing estates; a household belongs to the one at its number modulo their number. */
  readonly hamlets: readonly Hamlet[];
  /** Where its committee sits, in kilometres on the county's plane. */
  readonly centre: readonly [x: number, y: number];
}

/** A row of houses. */
export interface Hamlet {
  readonly name: string;
  readonly nameIsUnique: boolean;
  readonly x: number;
  readonly y: number;
  /** Kilometres; all its houses stand within, and the disc within the village. */
  readonly radius: number;
  /** The direction of the row, in radians. */
  readonly bearing: number;
}
