import { openTable, type TableFile } from '../../geodata/intake/open-table.ts';
import { sentence } from '../../geodata/intake/sentence.ts';
import { type Database, transaction } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { Problem } from '../problem.ts';
import type { StoredAreas } from './load-areas.ts';
import { placeAgain } from './place-again.ts';

/** What a further name is: of a village that was merged into the area, of a natural village in it, or another. */
const ALIAS_KINDS = ['former', 'natural', 'other'] as const;

const ALIAS_REJECTIONS = ['row-unreadable', 'unknown-area', 'alias-missing', 'kind-unknown'] as const;
type AliasRejection = (typeof ALIAS_REJECTIONS)[number];

/** read = stored + unchanged + the sum of rejected. */
export interface AliasesReport {
  readonly read: number;
  readonly stored: number;
  /** Names that the area had already. */
  readonly unchanged: number;
  readonly rejected: Readonly<Partial<Record<AliasRejection, number>>>;
  readonly notes: readonly string[];
  /** Records that found another place because of the new names. */
  readonly replaced: number;
}

interface Options {
  readonly level: string;
  readonly onStored: (db: Database, stored: StoredAreas) => Promise<void>;
  readonly onProgress: (sentence: string) => void;
}

const NOTES = 100;
const EVERYWHERE = { west: null, south: null, east: null, north: null };

/** Gives areas further names from a table with the columns code, alias and, if there is one, kind. Names that are there stay. */
export async function loadAliases(
  db: Database,
  file: TableFile,
  { level, onStored, onProgress }: Options,
): Promise<AliasesReport> {
  const areas = await sql(db, 'areas/list', { level });
  const ids = new Map(areas.map(({ code, id }) => [code, id]));
  const table = await openTable(file);
  for (const column of ['code', 'alias']) {
    if (!table.columns.includes(column)) {
      throw new Problem(400, sentence(`文件缺少“${column}”列`, `The file has no column “${column}”`));
    }
  }
  const rejected: Partial<Record<AliasRejection, number>> = {};
  const notes: string[] = [];
  const found: { id: number; alias: string; kind: string }[] = [];
  let read = 0;
  for await (const batch of table.rows) {
    for (const row of batch) {
      read += 1;
      const alias = 'fields' in row ? readAlias(row.fields, ids) : 'row-unreadable';
      if (typeof alias !== 'string') found.push(alias);
      else {
        rejected[alias] = (rejected[alias] ?? 0) + 1;
        notes.push(`line ${row.line}: ${alias}: ${row.text}`);
      }
    }
  }
  const stored = await transaction(db, async (db) => {
    const rows = await sql(db, 'areas/add_aliases', {
      areaIds: found.map(({ id }) => id),
      aliases: found.map(({ alias }) => alias),
      kinds: found.map(({ kind }) => kind),
    });
    await sql(db, 'datasets/raise_revision', { datasetId: null });
    await onStored(db, { level, source: file.name, read, stored: rows.length });
    return rows.length;
  });
  const replaced = await placeAgain(db, EVERYWHERE, onProgress);
  return { read, stored, unchanged: found.length - stored, rejected, notes: notes.slice(0, NOTES), replaced };
}

function readAlias(
  fields: Readonly<Record<string, string>>,
  ids: ReadonlyMap<string, number>,
): { id: number; alias: string; kind: string } | AliasRejection {
  const id = ids.get((fields.code ?? '').trim());
  const alias = (fields.alias ?? '').normalize('NFKC').trim();
  const kind = (fields.kind ?? '').trim() || 'other';
  if (id === undefined) return 'unknown-area';
  if (alias === '') return 'alias-missing';
  return (ALIAS_KINDS as readonly string[]).includes(kind) ? { id, alias, kind } : 'kind-unknown';
}
