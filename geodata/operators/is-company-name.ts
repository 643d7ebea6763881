import { CHINESE_ORGANISATION, TRADES } from './company-words.ts';
import { normaliseOperator, type OperatorName } from './normalise-operator.ts';

const HAN = /\p{Script=Han}/u;

/**
 * Whether a name is surely a company's: it has a legal form, or a word for a trade or a kind of organisation. Whatever is not sure
 * is taken for a person, whose name is never compared by similarity.
 */
export function isCompanyName(name: string | OperatorName): boolean {
  const { form, plain, core } = typeof name === 'string' ? normaliseOperator(name) : name;
  if (HAN.test(plain)) return form !== '' || CHINESE_ORGANISATION.test(core);
  // "The" alone is no legal form, and "Co" may be half a name.
  return (form !== '' && form !== 'the') || plain.split(' ').some((word) => TRADES.has(word));
}
