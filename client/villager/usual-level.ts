import type { Notice } from '../../geodata/model/public-api.ts';

/** The level that the page is about: villages, or the finest that there is; null where there is none. */
export function usualLevel({ levels }: Notice): string | null {
  return (levels.find(({ level }) => level === 'village') ?? levels[0])?.level ?? null;
}
