import type { Example } from '../../model/preview.ts';
import { type CreateDetector, keepExample } from './detector.ts';

/** Rows without a key, an operator, an amount or a date where the dataset has one. */
export const createMissingValues: CreateDetector = ({ dataset }) => {
  const named = [...(dataset?.key ?? []), dataset?.operator, dataset?.amount?.column, dataset?.date?.column];
  const columns = [...new Set(named.filter((column) => column !== undefined))];
  const counts = columns.map((column) => ({ column, empty: 0, lines: [] as Example[] }));
  let of = 0;
  return {
    see({ line, fields, text }) {
      of += 1;
      for (const one of counts) {
        if ((fields[one.column]?.trim() ?? '') !== '') continue;
        one.empty += 1;
        keepExample(one.lines, line, text);
      }
    },
    found: () =>
      counts.flatMap(({ column, empty, lines }) => {
        if (empty === 0) return [];
        const severity = dataset?.key.includes(column) ? 'fault' : 'note';
        return [{ id: 'value-missing', severity, column, count: empty, of, examples: lines }];
      }),
  };
};
