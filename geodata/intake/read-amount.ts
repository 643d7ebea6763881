const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const IN_BRACKETS = /^\((.+)\)$/;
const CURRENCY = /^([+-]?)\s*[¥$€₱£]\s*([+-]?)|\s*[¥$€₱£元]$/g;

/** Beyond this, a double no longer tells one hundredth from the next. */
const LARGEST = 2 ** 46;

/**
 * The number that a trimmed text says: `1234.5`, `1,234.50`, `¥1,234`, `1234元`, `(12.50)` for a negative, full-width digits.
 * Null for all else: no number is picked out of words, and `1.234,50` may be read in two ways.
 */
export function readAmount(text: string): number | null {
  if (PLAIN.test(text)) return inRange(Number(text));
  const plain = text.normalize('NFKC').replaceAll('−', '-').trim();
  const bracketed = IN_BRACKETS.exec(plain)?.[1];
  const bare = withoutCurrency(bracketed ?? plain);
  if (bare === null || !(PLAIN.test(bare) || GROUPED.test(bare))) return null;
  if (bracketed !== undefined && /^[+-]/.test(bare)) return null;
  const value = Number(bare.replaceAll(',', ''));
  return inRange(bracketed === undefined ? value : -value);
}

/** One currency sign, before or after, is taken off; two are too many. */
function withoutCurrency(text: string): string | null {
  let signs = 0;
  const bare = text.replace(CURRENCY, (_, before: string | undefined, after: string | undefined) => {
    signs += 1;
    return `${before ?? ''}${after ?? ''}`;
  });
  return signs > 1 ? null : bare;
}

function inRange(value: number): number | null {
  if (Math.abs(value) >= LARGEST) return null;
  return value === 0 ? 0 : value;
}
