import { normaliseName } from './normalise-name.ts';

/** Saints as they are shortened before a name; at the end of one, st is a street. */
const SAINTS: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', sta: 'santa', sto: 'santo' };
const KINDS = 'city|municipality|town|township|village|borough|county|parish|province';
const KIND_OF = new RegExp(`^(${KINDS}) of (?:the )?(.+)$`);
const ENDING = new RegExp(`^(.+) (?:${KINDS})$`);
const FIRST_WORDS = /\b(?:st|ste|sta|sto)(?= )/g;

/** A name of an area as it is compared: “City of San Fernando” and “San Fernando City”, “St. Paul” and “Saint Paul” are the same. */
export function canonicalName(name: string): string {
  const plain = normaliseName(name).replace(FIRST_WORDS, (short) => SAINTS[short] ?? short);
  const kind = KIND_OF.exec(plain);
  return kind === null ? plain : `${kind[2]} ${kind[1]}`;
}

/**
 * A canonical name without the word for what kind of area it is: san fernando. Quezon and Quezon City are two places, so this says
 * something only where the area above is named as well.
 */
export function bareName(canonical: string): string {
  return ENDING.exec(canonical)?.[1] ?? canonical;
}
