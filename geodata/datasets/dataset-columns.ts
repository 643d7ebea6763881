import type { Dataset } from '../model/dataset.ts';

/** Every column of the file that a dataset reads, each once, in the order in which the dataset names them. */
export function datasetColumns(dataset: Dataset): string[] {
  const { coordinates, areaCode, areaName, address } = dataset.place;
  const columns = [
    ...dataset.key,
    dataset.operator,
    dataset.holder,
    dataset.category,
    dataset.amount?.column,
    dataset.date?.column,
    coordinates?.lng,
    coordinates?.lat,
    areaCode?.column,
    areaName?.column,
    areaName?.parentColumn,
    address?.column,
    ...(address?.more ?? []),
    ...dataset.fields.map(({ column }) => column),
  ];
  return [...new Set(columns.filter((column) => column !== undefined))];
}

/** The columns that a dataset reads and a file does not have. */
export function missingColumns(dataset: Dataset, columns: readonly string[]): string[] {
  const present = new Set(columns);
  return datasetColumns(dataset).filter((column) => !present.has(column));
}
