import type { AuditEntry, Json } from '../../geodata/model/trace.ts';

/** Written into every text that is hashed: another order or meaning of the fields would be another form. */
const FORM = 'sunmap-audit-1';

/**
 * All that an entry says, the hash of the one before included, as one text that has no other reading: a JSON array in a fixed
 * order, the keys of objects sorted. Strings are escaped by JSON, so no content can pass for the end of its field.
 */
export function canonicalText(entry: Omit<AuditEntry, 'hash'>): string {
  return JSON.stringify([
    FORM,
    entry.algorithm,
    entry.seq,
    entry.at,
    entry.actorKind,
    entry.actorId,
    entry.actorName,
    entry.address,
    entry.requestId,
    entry.action,
    entry.subjectKind,
    entry.subjectId,
    entry.areaLevel,
    entry.areaCode,
    entry.purpose,
    inOrder(entry.before),
    inOrder(entry.after),
    entry.previousHash,
  ]);
}

/** Objects become lists of pairs, by key: their order in memory is not theirs in the database. */
function inOrder(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return ['list', ...value.map(inOrder)];
  const pairs = Object.keys(value)
    .sort()
    .map((key): Json => [key, inOrder(value[key] ?? null)]);
  return ['object', ...pairs];
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);
