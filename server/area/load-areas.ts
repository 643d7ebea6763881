import { findNeighbours } from '../../geodata/boundaries/neighbours.ts';
import { pinyinOf } from '../../geodata/geocode/pinyin.ts';
import type { AreaEntry, AreaRejection, AreasReport, MultiPolygon } from '../../geodata/model/area.ts';
import { type Database, transaction } from '../db/database.ts';
import type { Box } from '../db/queries.ts';
import { sql } from '../db/sql.ts';
import { inspectStored } from './inspect-stored.ts';
import { placeAgain } from './place-again.ts';

export interface AreaRefusal {
  readonly reason: AreaRejection;
  readonly detail: string;
}

export interface LoadAreasOptions {
  readonly level: string;
  readonly parentLevel: string | null;
  /** Where the file came from, kept with its denominators. */
  readonly source: string;
  readonly onProgress?: (sentence: string) => void;
  /** Is told in the transaction that stores the areas, at its end. */
  readonly onStored?: (db: Database, stored: StoredAreas) => Promise<void>;
}

/** What one load of areas did. */
export interface StoredAreas {
  readonly level: string;
  readonly source: string;
  readonly read: number;
  readonly stored: number;
}

const BATCH = 500;
const NOTES = 100;

/**
 * Stores the areas of one level, links neighbours and places records again that the new areas concern. Areas that are not in
 * the file stay as they are. read = stored + rejected, always.
 */
export async function loadAreas(
  db: Database,
  outcomes: Iterable<AreaEntry | AreaRefusal>,
  { level, parentLevel, source, onProgress = () => {}, onStored }: LoadAreasOptions,
): Promise<AreasReport> {
  const entries: AreaEntry[] = [];
  const rejected: Partial<Record<AreaRejection, number>> = {};
  const notes: string[] = [];
  let read = 0;
  for (const outcome of outcomes) {
    read += 1;
    if ('reason' in outcome) {
      rejected[outcome.reason] = (rejected[outcome.reason] ?? 0) + 1;
      notes.push(outcome.detail);
    } else {
      entries.push(outcome);
      notes.push(...outcome.repairs.map((repair) => `${outcome.code} ${outcome.name}: ${repair}`));
    }
  }
  onProgress(`${level}: ${entries.length} areas read`);

  const before = await extentOf(db, level);
  await transaction(db, async (db) => {
    for (let start = 0; start < entries.length; start += BATCH) {
      await storeAreas(db, entries.slice(start, start + BATCH), { level, parentLevel, source });
    }
    await linkNeighbours(db, level);
    await sql(db, 'areas/delete_within', {});
    await sql(db, 'areas/insert_within', {});
    await sql(db, 'datasets/raise_revision', { datasetId: null });
    await sql(db, 'gazetteer/raise', { names: true, decisions: false });
    await onStored?.(db, { level, source, read, stored: entries.length });
  });
  onProgress(`${level}: ${entries.length} areas stored`);

  return {
    level,
    read,
    stored: entries.length,
    repaired: entries.filter(({ repairs }) => repairs.length > 0).length,
    withoutBoundary: entries.filter(({ boundary }) => boundary === null).length,
    withoutName: entries.filter(({ code, name }) => name === code).length,
    rejected,
    notes: notes.slice(0, NOTES),
    replaced: await placeAgain(db, around(before, await extentOf(db, level)), onProgress),
    inspection: await inspectStored(db, level, onProgress),
  };
}

const NOWHERE: Box = { west: null, south: null, east: null, north: null };

/** Where the areas of a level lie; all null when none has a boundary. */
async function extentOf(db: Database, level: string): Promise<Box> {
  const found = (await sql(db, 'areas/list_levels', {})).find((row) => row.level === level);
  return found ? { west: found.west, south: found.south, east: found.east, north: found.north } : NOWHERE;
}

/** The box around what was there and what is there now: a boundary may have moved away from records. */
function around(before: Box, after: Box): Box {
  if (before.west === null) return after;
  if (after.west === null) return before;
  const outer = (pick: (...values: number[]) => number, side: keyof Box) =>
    pick(before[side] as number, after[side] as number);
  return {
    west: outer(Math.min, 'west'),
    south: outer(Math.min, 'south'),
    east: outer(Math.max, 'east'),
    north: outer(Math.max, 'north'),
  };
}

async function storeAreas(
  db: Database,
  entries: readonly AreaEntry[],
  { level, parentLevel, source }: Pick<LoadAreasOptions, 'level' | 'parentLevel' | 'source'>,
): Promise<void> {
  const rows = entries.map(({ code, name, parentCode, boundary }) => ({
    code,
    name,
    pinyin: pinyinOf(name),
    parent_code: parentCode,
    boundary: boundary && JSON.stringify(boundary),
  }));
  const stored = await sql(db, 'areas/upsert_batch', { level, parentLevel, areas: JSON.stringify(rows) });
  const ids = new Map(stored.map(({ code, id }) => [code, id]));
  const idOf = ({ code }: AreaEntry) => ids.get(code) as number;

  const aliases = entries.flatMap((entry) => entry.aliases.map((alias) => ({ id: idOf(entry), alias })));
  await sql(db, 'areas/delete_aliases', { areaIds: entries.map(idOf) });
  await sql(db, 'areas/insert_aliases', {
    areaIds: aliases.map(({ id }) => id),
    aliases: aliases.map(({ alias }) => alias),
  });

  const today = new Date().toISOString().slice(0, 10);
  const counts = entries.flatMap((entry) =>
    Object.entries(entry.denominators).map(([denominator, value]) => ({ id: idOf(entry), denominator, value })),
  );
  await sql(db, 'areas/upsert_denominators', {
    areaIds: counts.map(({ id }) => id),
    denominators: counts.map(({ denominator }) => denominator),
    values: counts.map(({ value }) => value),
    source,
    // A file of boundaries does not say of which day its counts are.
    asOf: today,
    loadedOn: today,
  });
}

async function linkNeighbours(db: Database, level: string): Promise<void> {
  const rows = await sql(db, 'areas/list_boundaries', { level });
  const links = findNeighbours(
    rows.map(({ id, geometry }) => ({ id, boundary: JSON.parse(geometry) as MultiPolygon })),
  );
  const both = links.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
  await sql(db, 'areas/delete_neighbours', { level });
  await sql(db, 'areas/insert_neighbours', {
    areaIds: both.map(([from]) => from),
    neighbourIds: both.map(([, to]) => to),
  });
}
