/**
 * Herfindahl–Hirschman index on the scale 0-10,000: the sum of the squared percentage shares. Values that are not above
 * zero take no part; null when none is. Source: US DoJ & FTC Merger Guidelines 2023, § 2.1 (30/30/20/20 → 2,600).
 */
export function hhi(values: ArrayLike<number>): number | null {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (!(value > 0)) continue;
    sum += value;
    squares += value * value;
  }
  return sum > 0 ? (squares / (sum * sum)) * 10_000 : null;
}

/**
 * HHI corrected for small samples, 0-10,000: (n·H − 1)/(n − 1) with H on the scale 0-1 and n the number of records. When n
 * records fall on operators with true shares p, E[H] = Σp² + (1 − Σp²)/n, so a handful of records looks concentrated by
 * chance alone; this estimator has the expectation Σp² (Simpson 1949, Measurement of Diversity). For counts only, not for
 * amounts. Null for n < 2.
 */
export function unbiasedHhi(counts: ArrayLike<number>): number | null {
  let n = 0;
  let pairs = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] ?? 0;
    if (!(count > 0)) continue;
    n += count;
    pairs += count * (count - 1);
  }
  return n >= 2 ? (pairs / (n * (n - 1))) * 10_000 : null;
}

/** The number of equally large operators that would give this HHI: 10,000 / HHI (Hannah & Kay 1977, of order two). */
export function effectiveNumber(index: number | null): number | null {
  return index === null ? null : 10_000 / index;
}
