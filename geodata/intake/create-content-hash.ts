import { hash } from 'node:crypto';
import type { Dataset } from '../model/dataset.ts';
import type { Entry } from '../model/record.ts';

/** Everything that is kept of a row. */
export type Content = Omit<Entry, 'line' | 'key' | 'contentHash'>;

/**
 * A hash of everything that is kept of a row: 20 hexadecimal digits of SHA-1. The declared fields are part of it, so that
 * records are stored anew when a dataset keeps other columns than before.
 */
export function createContentHash(dataset: Dataset): (content: Content) => string {
  const declared = JSON.stringify(dataset.fields.map(({ id, type }) => [id, type]));
  const ids = dataset.fields.map(({ id }) => id);
  return ({ happenedOn, amount, operator, holder, category, where, fields }) => {
    const { lng, lat, crs, areaCode, areaName, parentName, address } = where;
    // Kept texts are never empty and hold no NUL, so that absent parts and borders between parts are unmistakable.
    const parts = [happenedOn, amount, operator, holder, category, lng, lat, areaCode, areaName, parentName, address];
    // Told only where it says something: what was stored before other systems could be declared keeps its hash.
    if (crs !== undefined) parts.push(crs);
    const kept = ids.map((id) => fields[id]);
    return hash('sha1', `${parts.join('\0')}\0${kept.join('\0')}${declared}`, 'hex').slice(0, 20);
  };
}
