/**
 * CRk: what the k largest values have of the sum, 0-1. Values that are not above zero take no part; null when none is.
 * With fewer than k operators it is 1, which says little: read it beside the number of operators.
 */
export function concentrationRatio(values: ArrayLike<number>, k: number): number | null {
  const largestFirst = Array.from(values)
    .filter((value) => value > 0)
    .sort((a, b) => b - a);
  if (largestFirst.length === 0) return null;
  if (largestFirst.length <= k) return 1;
  let top = 0;
  let sum = 0;
  for (const [rank, value] of largestFirst.entries()) {
    if (rank < k) top += value;
    sum += value;
  }
  return top / sum;
}
