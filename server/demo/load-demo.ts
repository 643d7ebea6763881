import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAreas } from '../../geodata/boundaries/read-areas.ts';
import { type DemoCounty, makeCounty } from '../../geodata/demo/make-county.ts';
import { loadAreas } from '../area/load-areas.ts';
import { findDataset } from '../dataset/datasets.ts';
import type { Database } from '../db/database.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import { openRun, runImport } from '../import/run-import.ts';
import { Problem } from '../problem.ts';
import { readDivisions } from './read-divisions.ts';

/** What `npm start` shows on an empty database: 常熟市. */
export const DEMO = { seed: 1, records: 100_000, countyCode: '320581' } as const;

export interface DemoOptions {
  readonly seed: number;
  readonly records: number;
  readonly countyCode: string;
  /** Where the answer key goes; nothing in the product reads it. */
  readonly answerFolder: string;
  readonly say: (sentence: string) => void;
}

const LEVELS = [
  { level: 'county', parentLevel: null },
  { level: 'town', parentLevel: 'county' },
  { level: 'village', parentLevel: 'town' },
] as const;

/** Makes the synthetic county and takes it in by the same doors as any other file. Refuses to mix it with what is there. */
export async function loadDemo(
  db: Database,
  { seed, records, countyCode, answerFolder, say }: DemoOptions,
): Promise<void> {
  const areas = await sql(db, 'areas/list', { level: 'county' });
  if (areas.some(({ code }) => code === countyCode)) {
    throw new Problem(
      409,
      `The county ${countyCode} is here already. Choose an empty database with DATA_DIR or DATABASE_URL.`,
    );
  }
  say(`Making the synthetic county ${countyCode}: ${records} records, seed ${seed}`);
  const county = makeCounty({ seed, records, county: await readDivisions(countyCode) });
  await loadDemoAreas(db, county, say);
  for (const file of county.files) await loadDemoFile(db, { file, countyCode, say });
  writeAnswerKey(answerFolder, county);
}

/** The county, its towns and its villages. */
export async function loadDemoAreas(
  db: Database,
  county: Pick<DemoCounty, 'areas'>,
  say: (sentence: string) => void,
): Promise<void> {
  for (const { level, parentLevel } of LEVELS) {
    const outcomes = readAreas(county.areas[level].features, {
      level,
      codeField: 'code',
      nameField: 'name',
      parentField: 'parent',
      aliasesField: 'aliases',
      denominatorFields: { households: 'households', 'rebuilt-houses': 'rebuilt_houses' },
    });
    await loadAreas(db, outcomes, { level, parentLevel, source: '演示数据 demo', onProgress: say });
  }
}

/** One of the county's files, through the import that every file goes through. */
export async function loadDemoFile(
  db: Database,
  { file, countyCode, say }: { file: DemoCounty['files'][number]; countyCode: string; say: (sentence: string) => void },
): Promise<void> {
  const declared = await findDataset(db, file.datasetId, EVERYTHING);
  const source = { name: file.fileName, size: null, bytes: encode(file.lines()) };
  const runId = await openRun(db, { declared, file: source, synthetic: true });
  let told = Date.now();
  const report = await runImport(db, {
    declared,
    file: source,
    runId,
    countyCode,
    onProgress: ({ report }) => {
      if (Date.now() - told < 2_000) return;
      told = Date.now();
      say(`${file.fileName}: ${report.read} rows`);
    },
  });
  say(`${file.fileName}: ${report.stored} records stored, ${report.unplaced} without a place`);
}

async function* encode(texts: Iterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const text of texts) yield encoder.encode(text);
}

function writeAnswerKey(folder: string, { answerKey }: DemoCounty): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'answer-key.json'), `${JSON.stringify(answerKey, null, 2)}\n`);
}

/** Whether nothing was ever imported or drawn here. */
export async function isEmpty(db: Database): Promise<boolean> {
  const levels = await sql(db, 'areas/list_levels', {});
  const origins = await sql(db, 'runs/list_origins', {});
  return levels.length === 0 && origins.length === 0;
}
