/** What looks wrong with the areas of a level, as counts with their first cases; nothing of it is changed by itself. */
export interface LevelInspection {
  readonly level: string;
  readonly areas: number;
  readonly withBoundary: number;
  /** Pairs of areas that share ground deeper than `tolerance` metres. */
  readonly overlaps: Cases<Overlap>;
  /** Pairs whose borders cross by less than that: lines drawn twice, not ground claimed twice. */
  readonly inaccuracies: number;
  /** Parents of which some ground lies in none of their areas, or in more than one. */
  readonly gaps: Cases<Gap>;
  /** Areas that reach out of their parent deeper than the tolerance. */
  readonly outside: Cases<Outside>;
  /** Areas with a boundary and without a neighbour. */
  readonly islands: Cases<NamedArea>;
  readonly withoutMap: Cases<NamedArea>;
  /** Areas that name a parent which is not loaded. */
  readonly orphans: Cases<NamedArea & { readonly parent: string }>;
  /** Names that come more than once under one parent: nobody can tell by name which is meant. */
  readonly namesWithinParent: Cases<RepeatedName>;
  /** Names that come under several parents: an address must name the parent. */
  readonly namesAcross: Cases<RepeatedName>;
  /** Metres. */
  readonly tolerance: number;
}

/** How many, and the first of them, worst first. */
export interface Cases<Case> {
  readonly count: number;
  readonly shown: readonly Case[];
}

export interface NamedArea {
  readonly code: string;
  readonly name: string;
}

export interface Overlap {
  readonly areas: readonly [NamedArea, NamedArea];
  readonly squareMetres: number;
  /** Of the smaller of the two, 0 to 1. */
  readonly share: number;
}

export interface Outside extends NamedArea {
  readonly parent: NamedArea;
  readonly squareMetres: number;
  /** Of the area, 0 to 1. */
  readonly share: number;
}

/** The parent's surface less that of its areas, each counted once and inside the parent only. */
export interface Gap {
  readonly parent: NamedArea;
  readonly squareMetres: number;
  /** Of the parent, 0 to 1. */
  readonly share: number;
}

export interface RepeatedName {
  readonly name: string;
  readonly times: number;
  /** Of the first of them. */
  readonly codes: readonly string[];
}
