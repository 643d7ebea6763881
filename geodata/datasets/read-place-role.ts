import { z } from 'zod';
import { knownSystem } from '../coordinates/known-systems.ts';
import type { PlaceRole } from '../model/dataset.ts';

const column = z.string('name a column of the file').trim().min(1, 'name a column of the file');
const level = z.string('name the level of the areas, e.g. "village"').trim().min(1, 'name the level of the areas');
const columns = z.array(column).min(1, 'name at least one column of the address');
const SEVERAL =
  'name a column of the file, or list those of the address in order, e.g. ["street", "city", "state", "zip"]';
const width = z.int('write how many digits a whole code has, e.g. 5').min(2).max(20);
const crs = z.string('name the coordinate system, e.g. "EPSG:4326"').transform((text, context) => {
  try {
    return knownSystem(text).id;
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});

/** One way of saying where, as mappings write it, and what it becomes; found by the column name it must have. */
const WAYS = {
  lng: z
    .strictObject({ lng: column, lat: column, crs: crs.prefault('EPSG:4326') })
    .transform((coordinates): PlaceRole => ({ coordinates })),
  areaCode: z.strictObject({ areaCode: column, level, width: width.optional() }).transform(
    ({ areaCode, level, width }): PlaceRole => ({
      areaCode: { column: areaCode, level, ...(width === undefined ? {} : { width }) },
    }),
  ),
  areaName: z.strictObject({ areaName: column, level, parent: column.optional() }).transform(
    ({ areaName, level, parent }): PlaceRole => ({
      areaName: { column: areaName, level, ...(parent === undefined ? {} : { parentColumn: parent }) },
    }),
  ),
  address: z.strictObject({ address: z.union([column, columns], SEVERAL) }).transform(({ address }): PlaceRole => {
    if (typeof address === 'string') return { address: { column: address } };
    const [first = '', ...more] = address;
    return { address: { column: first, ...(more.length > 0 && { more }) } };
  }),
};

const HOW =
  'write { "lng": …, "lat": …, "crs": "EPSG:4326" }, { "areaCode": …, "level": … }, { "areaName": …, "level": … } ' +
  'or { "address": … (a column, or several in a list) }, or a list of these ([] when the file says nothing of places)';

/** Reads the `place` of a mapping: one way of saying where a record lies, or a list of ways. For use as a zod transform. */
export function readPlaceRole(json: unknown, context: z.core.$RefinementCtx): PlaceRole {
  const parts: unknown[] = Array.isArray(json) ? json : [json];
  let role: PlaceRole = {};
  for (const [index, part] of parts.entries()) {
    const at = Array.isArray(json) ? [index] : [];
    const way = wayOf(part);
    if (way === undefined) {
      context.addIssue({ code: 'custom', message: HOW, input: part, path: at });
      continue;
    }
    const read = WAYS[way].safeParse(part);
    for (const issue of read.error?.issues ?? []) {
      context.addIssue({ code: 'custom', message: issue.message, input: part, path: [...at, ...issue.path] });
    }
    const repeated = read.success && Object.keys(read.data).some((name) => name in role);
    if (repeated) context.addIssue({ code: 'custom', message: 'say this only once', input: part, path: at });
    role = { ...role, ...read.data };
  }
  return role;
}

function wayOf(part: unknown): keyof typeof WAYS | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  if ('lat' in part) return 'lng';
  return (Object.keys(WAYS) as (keyof typeof WAYS)[]).find((name) => name in part);
}
