import type { Dataset } from '../model/dataset.ts';
import type { ColumnRole } from '../model/preview.ts';

/** What each column is for in a dataset; a column with several uses goes by the first. */
export function datasetRoles({ key, place, ...dataset }: Dataset): Map<string, ColumnRole> {
  const roles = new Map<string, ColumnRole>();
  const give = (column: string | undefined, role: ColumnRole) => {
    if (column !== undefined && !roles.has(column)) roles.set(column, role);
  };
  for (const column of key) give(column, 'key');
  give(dataset.operator, 'operator');
  give(dataset.holder, 'holder');
  give(dataset.category, 'category');
  give(dataset.amount?.column, 'amount');
  give(dataset.date?.column, 'date');
  give(place.coordinates?.lng, 'lng');
  give(place.coordinates?.lat, 'lat');
  give(place.areaCode?.column, 'area-code');
  give(place.areaName?.column, 'area-name');
  give(place.areaName?.parentColumn, 'parent-name');
  give(place.address?.column, 'address');
  for (const { column } of dataset.fields) give(column, 'field');
  return roles;
}
