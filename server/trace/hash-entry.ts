import { createHash } from 'node:crypto';
import type { AuditEntry } from '../../geodata/model/trace.ts';
import { canonicalText } from './canonical-text.ts';

/** The hash before the first entry. */
export const NO_HASH = '0'.repeat(64);

/** The hash of an entry by the algorithm that it names, in hexadecimal: 64 characters for either. */
export function hashEntry(entry: Omit<AuditEntry, 'hash'>): string {
  return createHash(entry.algorithm).update(canonicalText(entry), 'utf8').digest('hex');
}
