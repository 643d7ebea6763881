/** The two-sided 95 % point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The 95 % score interval of a share of `k` in `n`, 0-1 (Wilson 1927, JASA 22:209-212). It stays honest where records are
 * few: 3 of 3 gives a lower end of 0.44, 50 of 50 gives 0.93. Null for n = 0.
 */
export function wilsonInterval(k: number, n: number): { readonly low: number; readonly high: number } | null {
  if (!(n > 0)) return null;
  const share = k / n;
  const middle = share + (Z * Z) / (2 * n);
  const reach = Z * Math.sqrt((share * (1 - share) + (Z * Z) / (4 * n)) / n);
  const scale = 1 + (Z * Z) / n;
  // At the ends the algebra is exact and the arithmetic is not.
  return {
    low: k <= 0 ? 0 : (middle - reach) / scale,
    high: k >= n ? 1 : (middle + reach) / scale,
  };
}
