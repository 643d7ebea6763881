import { isCompanyName } from './is-company-name.ts';
import type { OperatorName } from './normalise-operator.ts';

const HAN_PERSON = /^[\p{Script=Han}·]{2,4}$/u;
const LATIN_PERSON = /^[\p{L}\p{M}]+(?: [\p{L}\p{M}]+){1,3}$/u;

/** Whether a name may be a person's: two to four Chinese characters, or two to four words, none of which only companies bear. */
export function mayBePerson(parts: OperatorName): boolean {
  if (isCompanyName(parts)) return false;
  return HAN_PERSON.test(parts.core) || LATIN_PERSON.test(parts.core);
}
