import type { RecordsQuery } from '../../geodata/model/api.ts';
import type { Json, TraceEvent } from '../../geodata/model/trace.ts';

/** What is entered of a look at records: whose, where, by which filter, and how many were shown. None of their content. */
export function recordsLook(
  query: RecordsQuery,
  shown: number,
): Pick<TraceEvent, 'subject' | 'area'> & { after: { readonly [key: string]: Json | undefined } } {
  const { level, area, operator, dataset, ...filter } = query;
  return {
    subject: operator === undefined ? { kind: 'dataset', id: dataset } : { kind: 'operator', id: `${operator}` },
    area: level !== undefined && area !== undefined ? { level, code: area } : null,
    after: { dataset, ...filter, shown },
  };
}
