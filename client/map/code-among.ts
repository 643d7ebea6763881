import type { FilterSpecification } from 'maplibre-gl';

/** A filter for features whose code is among these: looked up in a table, not compared one by one, so 40,000 are no trouble. */
export function codeAmong(codes: readonly string[]): FilterSpecification {
  if (codes.length === 0) return ['==', 1, 0];
  // The declared type of `match` is a tuple that a list of unknown length cannot satisfy.
  return ['match', ['get', 'code'], [...codes], true, false] as unknown as FilterSpecification;
}
