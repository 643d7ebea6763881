import type { Dataset, PlaceRole } from '../model/dataset.ts';

/** A dataset in the form that readMapping reads, so that one made on the page can be saved and used by scripts. */
export function writeMapping(dataset: Dataset): Record<string, unknown> {
  const { amount, date, place, ...same } = dataset;
  return {
    ...same,
    ...(amount === undefined ? {} : { amount: { field: amount.column, unit: amount.unit } }),
    ...(date === undefined ? {} : { date: { field: date.column, format: date.format } }),
    place: writePlace(place),
  };
}

function writePlace({ coordinates, areaCode, areaName, address }: PlaceRole): unknown {
  const parts: Record<string, unknown>[] = [];
  if (coordinates !== undefined) parts.push({ ...coordinates });
  if (areaCode !== undefined) {
    const { column, ...others } = areaCode;
    parts.push({ areaCode: column, ...others });
  }
  if (areaName !== undefined) {
    const parent = areaName.parentColumn === undefined ? {} : { parent: areaName.parentColumn };
    parts.push({ areaName: areaName.column, level: areaName.level, ...parent });
  }
  if (address !== undefined) {
    const { column, more } = address;
    parts.push({ address: more === undefined ? column : [column, ...more] });
  }
  return parts.length === 1 ? parts[0] : parts;
}
