/** Which areas one may see, as SQL takes it: everything in the listed ones. Empty is nothing; everything is said by the flag. */
export interface AreaSight {
  readonly allAreas: boolean;
  readonly scopeAreas: readonly number[];
}

/** Which datasets one may see, as SQL takes it. */
export interface DatasetSight {
  readonly allDatasets: boolean;
  readonly scopeDatasets: readonly number[];
}

/** What whoever asks may see: every query over business data takes it. */
export interface Sight extends AreaSight, DatasetSight {}

/** What the program itself sees, and whoever works at the command line of its machine. */
export const EVERYTHING: Sight = { allAreas: true, scopeAreas: [], allDatasets: true, scopeDatasets: [] };

export const NOTHING_SEEN: Sight = { allAreas: false, scopeAreas: [], allDatasets: false, scopeDatasets: [] };
