import type { DemoCounty } from '../../../geodata/demo/demo-county.ts';

/** The rows of one of the county's files, by column. */
export function rowsOf(county: DemoCounty, datasetId: string): Record<string, string>[] {
  const file = county.files.find((one) => one.datasetId === datasetId);
  if (!file) throw new Error(`The county has no file for ${datasetId}.`);
  const [header = '', ...lines] = [...file.lines()].join('').trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line) => {
    const values = line.split(',');
    if (values.length !== columns.length) throw new Error(`Ragged row: ${line}`);
    return Object.fromEntries(columns.map((column, i) => [column, values[i] as string]));
  });
}

/** A household's number begins with the code of its village: the truth about where a record belongs. */
export const villageOf = (row: Record<string, string>): string => (row.户编号 as string).slice(0, 12);

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** How many of the items it holds for, 0-1. */
export const share = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
  items.filter(holds).length / items.length;
