/** What is needed of an area to compare it with its neighbours. */
export interface AreaRate {
  readonly records: number;
  /** Null when unknown or zero. */
  readonly households: number | null;
}

/** Records per hundred households; null without households. */
export function perHundredHouseholds(records: number, households: number | null): number | null {
  return households ? (records / households) * 100 : null;
}

/**
 * The median of the neighbours' records per hundred households. Neighbours without households are left out, neighbours
 * without records count as zero. Null when fewer than `minimum` neighbours can be compared.
 */
export function neighbourMedian(neighbours: readonly AreaRate[], minimum: number): number | null {
  const rates: number[] = [];
  for (const neighbour of neighbours) {
    const rate = perHundredHouseholds(neighbour.records, neighbour.households);
    if (rate !== null) rates.push(rate);
  }
  return rates.length > 0 && rates.length >= minimum ? median(rates) : null;
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  const upper = values[values.length >> 1] ?? 0;
  const lower = values[(values.length - 1) >> 1] ?? 0;
  return (lower + upper) / 2;
}
