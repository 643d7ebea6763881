import type { Likeness } from './create-likenesses.ts';
import type { Mention } from './find-mentions.ts';
import type { UnitName } from './gazetteer.ts';

/** Whether a unit lies where the address says. */
export type Scope = (unit: number) => boolean;

/** A stretch of an address, `start` to `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The town or county that an address misspells: 上湖镇 for 尚湖镇. */
export interface HeardSuperior extends Stretch {
  readonly ids: ReadonlySet<number>;
}

/** What was decided about an address, and by which stretch of it. */
export type Outcome =
  | { readonly is: 'found'; readonly by: Likeness | 'name' | 'alias'; readonly unit: number; readonly at: Stretch }
  /** More than one unit, or one in another town than is named. */
  | { readonly is: 'ambiguous'; readonly units: readonly (UnitName & { readonly at: Stretch })[] }
  | { readonly is: 'nowhere' };

/** What one form of an address says, and what follows from it. */
export interface Finding {
  readonly text: string;
  /** Every known name in it, left to right. */
  readonly mentions: readonly Mention[];
  readonly heard: HeardSuperior | null;
  /** The areas above units that it names, by whatever spelling. */
  readonly superiors: readonly number[];
  /** Whether it names a town or county that is none of ours. */
  readonly foreign: boolean;
  readonly scope: Scope;
  readonly outcome: Outcome;
}
