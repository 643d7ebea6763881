import type { Area } from '../model/area.ts';
import type { PlaceRole } from '../model/dataset.ts';
import type { PlaceProblem } from '../model/place.ts';

export type CodeRole = Omit<NonNullable<PlaceRole['areaCode']>, 'column'>;

/** 02906-1234, as the post of the United States writes: the area is the part before the dash. */
const ZIP_PLUS_FOUR = /^(\d{3,5})-\d{4}$/;

/**
 * Finds areas of a level by code, as written or with its width mended. Zeros that a program took from the front are put back only
 * where a mapping says how many digits a code has; otherwise a code that would be one with them says so, and is not guessed.
 */
export function createCodeFinder(
  areas: readonly Area[],
  { level, width = 0 }: CodeRole,
): (code: string) => Area | PlaceProblem {
  const byCode = new Map(areas.filter((area) => area.level === level).map((area) => [area.code, area]));
  const longest = Math.max(0, ...new Set([...byCode.keys()].map(({ length }) => length)));
  return (written) => {
    const plain = written.normalize('NFKC').trim();
    const code = ZIP_PLUS_FOUR.exec(plain)?.[1] ?? plain;
    const digits = /^\d+$/.test(code);
    const found = byCode.get(written) ?? byCode.get(plain) ?? byCode.get(digits ? code.padStart(width, '0') : code);
    if (found !== undefined) return found;
    const couldBe = digits && code.length < longest && byCode.has(code.padStart(longest, '0'));
    return couldBe ? 'area-code-lost-zeros' : 'unknown-area-code';
  };
}
