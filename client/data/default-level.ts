import type { LevelSummary } from '../../geodata/model/api.ts';

const DRAWABLE = 5000;

/**
 * The level to open with: villages where there are any, otherwise the finest with boundaries of which a map can be taken in
 * at a glance, otherwise the coarsest with boundaries, otherwise the finest. Null when the dataset lies on no level.
 */
export function defaultLevel(levels: readonly LevelSummary[]): LevelSummary | null {
  const drawn = levels.filter(({ withBoundary }) => withBoundary > 0);
  return (
    drawn.find(({ level }) => level === 'village') ??
    drawn.find(({ areas }) => areas < DRAWABLE) ??
    drawn.at(-1) ??
    levels[0] ??
    null
  );
}
