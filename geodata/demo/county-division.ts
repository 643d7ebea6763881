/** A county with its towns and villages, as the administrative register has them; names as registered. */
export interface CountyDivision {
  /** Six digits. */
  readonly code: string;
  readonly name: string;
  readonly towns: readonly TownDivision[];
}

export interface TownDivision {
  /** Nine digits. */
  readonly code: string;
  readonly name: string;
  readonly villages: readonly VillageDivision[];
}

interface VillageDivision {
  /** Twelve digits. */
  readonly code: string;
  readonly name: string;
}
