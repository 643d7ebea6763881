import type { Bilingual, Dataset } from './dataset.ts';
import type { TableChoices } from './table.ts';

/** Asks how the coordinates of an uploaded file fit the loaded areas. */
export interface CrsTestRequest {
  readonly upload: string;
  /** The dataset whose mapping is tested, or the mapping itself when it is not saved yet. */
  readonly dataset?: string | undefined;
  readonly mapping?: unknown;
  readonly choices?: TableChoices | undefined;
}

/** What the coordinates of a sample say for and against a declared system. It proposes; a person decides. */
export interface CrsTest {
  /** As the mapping declares it. */
  readonly declared: string;
  /** Rows of the sample that have coordinates. */
  readonly pairs: number;
  /** Pairs that are numbers and not (0, 0): each hypothesis is tested on all of them. */
  readonly tested: number;
  /** The level whose areas were asked; null when none with boundaries lie where any hypothesis leads. */
  readonly level: string | null;
  /** Tested rows that name their area in another way too: by code, name or address. */
  readonly named: number;
  /** The declared one first, then those that fit best. */
  readonly hypotheses: readonly CrsHypothesis[];
  readonly verdict: CrsVerdict;
  /** What to declare instead; null unless the sample shows that it fits better than everything else. */
  readonly proposal: CrsProposal | null;
  /** The verdict in a sentence with its counts. */
  readonly summary: Bilingual;
  readonly warnings: readonly CrsWarning[];
}

/** A system, and whether the columns of longitude and latitude (easting and northing) change places. */
export interface CrsProposal {
  readonly crs: string;
  readonly swapped: boolean;
}

export interface CrsHypothesis extends CrsProposal {
  readonly title: Bilingual;
  /** What is to be known of the system's accuracy; null when nothing. */
  readonly note: Bilingual | null;
  /** Of the tested pairs, those that fall inside an area of the level. */
  readonly inside: number;
  /** Of the named rows, those that fall inside the area that they name. */
  readonly agreeing: number;
}

/**
 * `fits`: the declared system fits better than any other; `other-fits`: another fits better than the declared one and all others; `undecided`: the sample
 * does not tell the best apart; `none-fits`: under no hypothesis does anything fall inside; `untested`: nothing to test, or nothing to test against.
 */
export type CrsVerdict = 'fits' | 'other-fits' | 'undecided' | 'none-fits' | 'untested';

export const CRS_WARNINGS = [
  'unreadable',
  'null-island',
  'out-of-range',
  'columns-equal',
  'few-points',
  'coarse',
  'outside-county',
] as const;

/** Something else that looks wrong with the coordinates: `count` of `of` pairs, and a sentence. */
export interface CrsWarning {
  readonly id: (typeof CRS_WARNINGS)[number];
  readonly count: number;
  readonly of: number;
  readonly text: Bilingual;
}

/** A dataset that shall have another coordinate system; a shipped one is copied. */
export interface CrsAdoption extends CrsProposal {
  readonly dataset: string;
}

export interface CrsPosts {
  '/api/crs-test': { query: Record<never, never>; request: CrsTestRequest; body: CrsTest };
  '/api/crs-adoption': { query: Record<never, never>; request: CrsAdoption; body: { readonly dataset: Dataset } };
}
