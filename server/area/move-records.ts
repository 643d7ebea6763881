import type { Grade } from '../../geodata/model/place.ts';
import type { Placement, Whereabouts } from '../../geodata/model/record.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { type KnownIds, learnCells, learnPlaces, placeKey } from '../import/known-ids.ts';
import type { PlaceBatch } from '../import/open-placer.ts';

/** A record by its key. */
export interface KeyedRow {
  readonly countyCode: string;
  readonly key: string;
}

/** Where rows lie by what they say, and by what was decided about addresses of their offices. */
export async function placeRows<Placeable extends KeyedRow & { readonly whereabouts: Partial<Whereabouts> }>(
  rows: readonly Placeable[],
  placeBatch: PlaceBatch,
): Promise<(Placeable & { readonly placement: Placement })[]> {
  const placed: (Placeable & { readonly placement: Placement })[] = [];
  for (const countyCode of new Set(rows.map((row) => row.countyCode))) {
    const here = rows.filter((row) => row.countyCode === countyCode);
    const placements = await placeBatch(
      here.map(({ whereabouts }) => completed(whereabouts)),
      countyCode,
    );
    placed.push(...here.map((row, i) => ({ ...row, placement: placements[i] as Placement })));
  }
  return placed;
}

/** A record with where it lies now; by what and at which position only where that may change alone. */
export interface MovableRow extends KeyedRow {
  readonly placeId: number;
  readonly grade?: Grade | null;
  readonly lng?: number | null;
  readonly lat?: number | null;
  readonly placement: Placement;
}

/** Moves the records whose place is another now, in the transaction of the caller; says how many. */
export async function moveBatch(db: Database, known: KnownIds, rows: readonly MovableRow[]): Promise<number> {
  await learnPlaces(
    db,
    known,
    rows.map(({ placement }) => placeKey(placement.areaIds)),
  );
  const moving = rows
    .map((row) => ({ ...row, to: known.places.get(placeKey(row.placement.areaIds)) as number }))
    .filter((row) => row.placeId !== row.to || changedWithin(row));
  if (moving.length === 0) return 0;
  await learnCells(
    db,
    known,
    moving.map(({ placement }) => placement.cell),
  );
  const moved = await sql(db, 'records/move_batch', {
    datasetId: known.datasetId,
    countyCodes: moving.map(({ countyCode }) => countyCode),
    keys: moving.map(({ key }) => key),
    placeIds: moving.map(({ to }) => to),
    grades: moving.map(({ placement }) => placement.grade),
    scores: moving.map(({ placement }) => placement.score),
    placeProblems: moving.map(({ placement }) => placement.problem),
    lngs: moving.map(({ placement }) => placement.position?.[0] ?? null),
    lats: moving.map(({ placement }) => placement.position?.[1] ?? null),
    cells: moving.map(({ placement }) => placement.cell),
  });
  return moved.length;
}

function changedWithin({ grade, lng, lat, placement }: MovableRow): boolean {
  if (grade === undefined) return false;
  const [toLng, toLat] = placement.position ?? [null, null];
  return grade !== placement.grade || lng !== toLng || lat !== toLat;
}

const NOWHERE: Whereabouts = { lng: null, lat: null, areaCode: null, areaName: null, parentName: null, address: null };
const completed = (where: Partial<Whereabouts>): Whereabouts => ({ ...NOWHERE, ...where });
