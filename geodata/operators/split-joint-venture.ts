import { isCompanyName } from './is-company-name.ts';

const SLASH = /\s+\/\s*|\s*\/\s+/;
const BETWEEN = /\s+(?:J\.?\s?\/?V\.?|joint venture)\s+(?:with\s+)?/i;
const CONSORTIUM = /\s*(?:\(?联合体\)?|联营体)\s*$/;
const OTHER_NAME = /^(?:dba|d\/b\/a|t\/a|aka|a\/k\/a|c\/o|formerly)\b/i;
const AFTER = /\s*[([]?\s*\b(?:joint venture|J\/V|J\.V\.|JV)\s*[)\]]?\s*$/i;

/**
 * The members of a joint venture, as written; null when the name is of one operator. "A / B", "A JV B", "A、B联合体". A stroke without
 * spaces joins nothing ("A/C Heating"), and a second name of the same company is no second member ("… / Dba B.J. Electric").
 */
export function splitJointVenture(name: string): readonly string[] | null {
  const text = name.normalize('NFKC');
  if (CONSORTIUM.test(text)) return several(text.replace(CONSORTIUM, '').split(/[、,，;；/+]|与|和(?=.{4})/));
  const announced = AFTER.test(text);
  const body = announced ? text.replace(AFTER, '') : text;
  const between = several(body.split(BETWEEN));
  if (between?.every((member) => /\S\s+\S/.test(member))) return between;
  const slashed = several(body.split(SLASH));
  if (slashed === null) return announced ? several(body.split(/\s+(?:and|&)\s+|、/i)) : null;
  return announced || slashed.filter((member) => isCompanyName(member)).length >= 2 ? slashed : null;
}

function several(parts: readonly string[]): readonly string[] | null {
  const members = parts.map((part) => part.trim()).filter((part) => /[\p{L}\p{N}]{2}/u.test(part));
  return members.length >= 2 && !members.some((member) => OTHER_NAME.test(member)) ? members : null;
}
