import type { RecordRow } from '../model/api.ts';
import type { Dataset, Field } from '../model/dataset.ts';
import type { Whereabouts } from '../model/record.ts';
import { maskAddress, maskName } from './mask-text.ts';

/** A record as it is stored: nothing hidden yet. */
export interface WholeRecord extends Omit<RecordRow, 'address'> {
  readonly whereabouts: Partial<Whereabouts>;
}

/**
 * What may be shown of a record by default: holder, address and fields of sensitivity 2 masked, fields of sensitivity 3 and
 * fields that the dataset no longer declares left out.
 */
export function maskRecord(dataset: Dataset, { whereabouts, ...row }: WholeRecord): RecordRow {
  const written = whereabouts.address ?? whereabouts.areaName ?? whereabouts.areaCode ?? null;
  return {
    ...row,
    holder: row.holder === null ? null : maskName(row.holder),
    address: written === null ? null : maskAddress(written),
    fields: Object.fromEntries(
      dataset.fields
        .filter(({ id, sensitivity }) => sensitivity < 3 && row.fields[id] !== undefined)
        .map((field) => [field.id, maskField(field, row.fields[field.id] as string | number | boolean)]),
    ),
  };
}

function maskField({ sensitivity }: Field, value: string | number | boolean): string | number | boolean {
  return sensitivity < 2 ? value : maskName(String(value));
}
