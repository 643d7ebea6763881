import { hash } from 'node:crypto';

/**
 * A stable key of a header: the mapping once chosen for it is found again. The order of the columns matters, as a publisher
 * who moves columns may have changed more than that.
 */
export function headerKey(columns: readonly string[]): string {
  return hash('sha1', JSON.stringify(columns), 'hex');
}
