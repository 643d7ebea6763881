/**
 * The order in which the households of a village come up: the k-th of them. Every household comes up once before any does again,
 * and neighbours seldom in a row (steps of the golden ratio).
 */
export function householdOrder(households: number): (k: number) => number {
  let step = Math.max(1, Math.floor(households * 0.618));
  while (commonDivisor(step, households) > 1) step += 1;
  return (k) => (k * step) % households;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
