/** Runs something and says how long it took, in seconds. */
export async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const before = performance.now();
  const result = await work();
  return { seconds: (performance.now() - before) / 1000, result };
}

/** The value below which a share of the values lies, 0-1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const row = (title: string, ...figures: string[]): void =>
  console.log(`  ${title.padEnd(52)} ${figures.map((figure) => figure.padStart(16)).join('')}`);

export const perSecond = (count: number, seconds: number): string =>
  `${Math.round(count / seconds).toLocaleString('en')}/s`;
export const inSeconds = (seconds: number): string => `${seconds.toFixed(2)} s`;
export const inMilliseconds = (milliseconds: number): string => `${milliseconds.toFixed(1)} ms`;
export const inBytes = (bytes: number): string => `${bytes.toLocaleString('en')} B`;
