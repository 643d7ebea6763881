import { createReadStream } from 'node:fs';
import {
  type AreaCounts,
  createDenominatorReader,
  type DenominatorFields,
} from '../../geodata/boundaries/read-denominators.ts';
import { IntakeError } from '../../geodata/intake/intake-error.ts';
import { openTable } from '../../geodata/intake/open-table.ts';
import { sentence } from '../../geodata/intake/sentence.ts';
import type { DenominatorId } from '../../geodata/model/dataset.ts';
import type { CountRejection, DenominatorsReport } from '../../geodata/model/denominators-report.ts';
import { type Database, transaction } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { ungzip } from '../import/ungzip.ts';
import { Problem } from '../problem.ts';

export interface DenominatorsFile extends DenominatorFields {
  readonly name: string;
  readonly path: string;
  readonly level: string;
  /** Who counted, e.g. “2020 census”. */
  readonly source: string;
  /** The day for which the counts hold, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Is told in the transaction that stores the counts, at its end. */
  readonly onStored?: (db: Database, report: DenominatorsReport) => Promise<void>;
}

const NOTES = 100;

/**
 * Reads counts of the areas of a level from a table and keeps them beside those of other days and sources; indicators take the newest.
 * read = stored + rejected, always. Throws a Problem for a level without areas and an IntakeError for a file without the columns.
 */
export async function loadDenominators(db: Database, file: DenominatorsFile): Promise<DenominatorsReport> {
  const { level, source, asOf } = file;
  const areas = await sql(db, 'areas/list', { level });
  if (areas.length === 0)
    throw new Problem(404, `没有“${level}”这一级的区划。 There are no areas of the level “${level}”.`);
  const idOf = new Map(areas.map(({ code, id }) => [code, id]));
  const { accepted, read, rejected, notes } = await readCounts(file, new Set(idOf.keys()));
  const rows = accepted.flatMap(({ code, counts }) =>
    counts.map(([denominator, value]) => ({ id: idOf.get(code) as number, denominator, value })),
  );
  return transaction(db, async (db) => {
    await sql(db, 'areas/upsert_denominators', {
      areaIds: rows.map(({ id }) => id),
      denominators: rows.map(({ denominator }) => denominator),
      values: rows.map(({ value }) => value),
      source,
      asOf,
      loadedOn: new Date().toISOString().slice(0, 10),
    });
    await sql(db, 'datasets/raise_revision', { datasetId: null });
    const now = await sql(db, 'areas/list', { level });
    const covering = (id: DenominatorId) => now.filter(({ denominators }) => denominators[id] !== undefined).length;
    const kinds = Object.keys(file.fields) as DenominatorId[];
    const report: DenominatorsReport = {
      level,
      source,
      asOf,
      read,
      stored: accepted.length,
      covered: Object.fromEntries(kinds.map((id) => [id, covering(id)])),
      areas: areas.length,
      rejected,
      notes,
    };
    await file.onStored?.(db, report);
    return report;
  });
}

async function readCounts(file: DenominatorsFile, known: ReadonlySet<string>) {
  const table = await openTable({ name: file.name, bytes: ungzip(createReadStream(file.path)) });
  const missing = [file.codeField, ...Object.values(file.fields)].filter((column) => !table.columns.includes(column));
  if (missing.length > 0) {
    const [wanted, found] = [missing.join(', '), table.columns.join(', ')];
    throw new IntakeError(
      sentence(`文件中没有列 ${wanted}；有：${found}`, `The file has no column ${wanted}; it has ${found}`),
    );
  }
  const readRow = createDenominatorReader(known, file);
  const accepted: AreaCounts[] = [];
  const rejected: Partial<Record<CountRejection, number>> = {};
  const notes: string[] = [];
  let read = 0;
  for await (const batch of table.rows) {
    for (const row of batch) {
      read += 1;
      const outcome = readRow(row);
      if (!('reason' in outcome)) {
        accepted.push(outcome);
        continue;
      }
      rejected[outcome.reason] = (rejected[outcome.reason] ?? 0) + 1;
      if (notes.length < NOTES) notes.push(outcome.detail);
    }
  }
  return { accepted, read, rejected, notes };
}
