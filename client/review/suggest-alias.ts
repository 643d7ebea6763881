import type { AddressCandidate } from '../../geodata/model/review-api.ts';

/** Names of this length are learnt, in characters; the server has the last word. */
const LENGTHS = { least: 2, most: 20 };

/**
 * The stretch of an address that is offered to be learnt: what named the candidate that is picked, otherwise what stands before the first
 * number, without the names of the areas above.
 */
export function suggestAlias(address: string, candidate: AddressCandidate | undefined): string {
  const plain = address.replace(/\s+/g, '');
  const { matched = null } = candidate ?? {};
  if (matched !== null && matched.length <= LENGTHS.most && matched !== plain && candidate?.reason !== 'name') {
    return matched;
  }
  const beforeNumber = /^[^\d]+/.exec(plain)?.[0] ?? '';
  const bare = beforeNumber.replace(/^.*(?:街道|[省市县区镇乡])/u, '').replace(/[第（(]+$/u, '');
  return bare.length >= LENGTHS.least && bare.length <= LENGTHS.most && bare !== plain ? bare : '';
}
