/**
 * The text under which decisions about an address are kept: half-width, white space as one space, nothing cleverer, so that two
 * addresses are the same only where any reader would say so. The queries under sql/queries/addresses say the same in SQL.
 */
export function addressKey(address: string): string {
  return address
    .normalize('NFKC')
    .replace(/[ \t\n\r\f\v]+/g, ' ')
    .replace(/^ | $/g, '');
}
