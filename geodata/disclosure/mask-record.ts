import type { RecordRow } from '../model/api.ts';
import type { Dataset, Sensitivity } from '../model/dataset.ts';
import type { Whereabouts } from '../model/record.ts';
import { maskAddress } from './mask-address.ts';
import { maskName } from './mask-name.ts';

/** A record as it is stored, with what it says about its place. */
export type UnmaskedRecord = Omit<RecordRow, 'address'> & { readonly whereabouts: Partial<Whereabouts> };

const PERSONAL: Sensitivity = 2;
const SECRET: Sensitivity = 3;

/**
 * A record as any reader may see it: the holder's name and the address masked, personal fields (2) masked, secret fields (3)
 * and fields that the dataset does not declare absent, not only hidden. Operators keep their names: who handled public
 * business is what the page is about. Where no address was written, the area as written stands for it.
 */
export function maskRecord(dataset: Dataset, { whereabouts, ...row }: UnmaskedRecord): RecordRow {
  return {
    ...row,
    holder: row.holder === null ? null : maskName(row.holder),
    address: whereabouts.address ? maskAddress(whereabouts.address) : (whereabouts.areaName ?? null),
    fields: maskFields(dataset, row.fields),
  };
}

/** A record in plain, for whoever stated a purpose that was entered; fields that the dataset does not declare stay absent. */
export function revealRecord({ fields }: Dataset, { whereabouts, ...row }: UnmaskedRecord): RecordRow {
  const declared = fields.flatMap(({ id }) => (row.fields[id] === undefined ? [] : [[id, row.fields[id]] as const]));
  return { ...row, address: whereabouts.address ?? whereabouts.areaName ?? null, fields: Object.fromEntries(declared) };
}

function maskFields({ fields }: Dataset, values: RecordRow['fields']): RecordRow['fields'] {
  const shown: Record<string, string | number | boolean> = {};
  for (const { id, sensitivity } of fields) {
    const value = values[id];
    if (value === undefined || sensitivity >= SECRET) continue;
    shown[id] = sensitivity === PERSONAL ? maskValue(value) : value;
  }
  return shown;
}

/** Of long numbers (telephone, bank account) the first three digits stay; other numbers say nothing once masked. */
function maskValue(value: string | number | boolean): string {
  if (typeof value !== 'string') return '***';
  const text = value.trim();
  if (/^\+?\d[\d -]{5,}[\dXx]$/.test(text)) return `${text.slice(0, 3)}****`;
  return /\d/.test(text) ? maskAddress(text) : maskName(text);
}
