/** The exact figures of the villages with a planted truth. */
export interface PlantedFigures {
  readonly households: number;
  readonly rebuilt: number;
  /** Policies, each of another household. */
  readonly policies: number;
  /** Of them, by the one seller. */
  readonly top: number;
  /** Share of the seller's policies that the holder did not sign. */
  readonly unsigned: number;
}

/**
 * 罗墩村 after the published case (more than 200 policies, 90 % of the rebuilt houses); the others are invented in its likeness.
 * In order: three monopolies, then the forced sale, whose seller has less than half of the village.
 */
export const PLANTED_FIGURES: readonly PlantedFigures[] = [
  { households: 1180, rebuilt: 238, policies: 236, top: 214, unsigned: 0.35 },
  { households: 940, rebuilt: 196, policies: 187, top: 165, unsigned: 0.33 },
  { households: 880, rebuilt: 176, policies: 172, top: 148, unsigned: 0.3 },
  { households: 1300, rebuilt: 150, policies: 118, top: 54, unsigned: 0.3 },
];

/** Of the forced sales, how many are signed within a week of the building permit. */
export const FORCED_WITHIN_A_WEEK = 0.76;
