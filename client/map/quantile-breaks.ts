/**
 * Breaks that cut the values into at most `classes` groups of about equal size, strictly ascending and above the least value;
 * fewer where many values are equal. Rounded to two significant digits where that keeps them apart, to whole numbers when
 * `whole`.
 */
export function quantileBreaks(values: readonly number[], classes: number, whole: boolean): number[] {
  const sorted = Float64Array.from(values).sort();
  const least = sorted[0];
  if (least === undefined) return [];
  const breaks: number[] = [];
  for (let step = 1; step < classes; step += 1) {
    const exact = sorted[Math.floor((step * sorted.length) / classes)] ?? least;
    const rounded = tidy(exact, whole);
    const previous = breaks.at(-1) ?? least;
    const next = rounded > previous ? rounded : exact;
    if (next > previous) breaks.push(next);
  }
  return breaks;
}

function tidy(value: number, whole: boolean): number {
  const tidied = Number(value.toPrecision(2));
  return whole ? Math.round(tidied) : tidied;
}
