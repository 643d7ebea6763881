/**
 * Whole numbers in proportion to the weights that add up to `total`, by largest remainders (Hamilton's method); of equal remainders
 * the earlier goes first.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum <= 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const result = exact.map(Math.floor);
  const left = total - result.reduce((a, b) => a + b, 0);
  const remainder = (i: number) => (exact[i] as number) - (result[i] as number);
  const byRemainder = exact.map((_, i) => i).sort((a, b) => remainder(b) - remainder(a) || a - b);
  const served = byRemainder.slice(0, left);
  for (const i of served) result[i] = (result[i] as number) + 1;
  return result;
}
