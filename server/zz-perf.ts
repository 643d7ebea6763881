import { readConfig } from '/tmp/wt/operators/server/config.ts';
import { openDatabase } from '/tmp/wt/operators/server/db/open.ts';
import { declareShipped, findDataset } from '/tmp/wt/operators/server/dataset/datasets.ts';
import { fillRecords } from '/tmp/wt/operators/server/bench/fill-records.ts';
import { loadDemo, DEMO, isEmpty } from '/tmp/wt/operators/server/demo/load-demo.ts';
import { EVERYTHING } from '/tmp/wt/operators/server/db/sight.ts';
import { compile, load } from '/tmp/wt/operators/server/db/sql.ts';
import { execSync } from 'node:child_process';
const config = readConfig({ ...process.env, DATA_DIR: '/tmp/operators/perf' });
const { pool: db, close } = await openDatabase(config, { onCrash: (e) => { throw e; } });
await declareShipped(db);
if (await isEmpty(db)) await loadDemo(db, { ...DEMO, answerFolder: '/tmp/operators/perf/demo', say: console.log });
const { key } = await findDataset(db, 'house-insurance', EVERYTHING);
const [{ n }] = (await db.query('select count(*)::int n from record where dataset_id=$1', [key])).rows;
if (n < 300000) await fillRecords(db, { datasetId: key, level: 'village', records: 300000 });
const p: any = { datasetId: key, level: 'village', from: '-infinity', until: 'infinity', undated: true, ...EVERYTHING, resolution: 9, cell: null };
const old = (f: string) => compile(execSync(`git -C /tmp/wt/operators show 0f15016:sql/queries/${f}.sql`).toString());
const run = async ({ text, names }: any) => { const t = performance.now(); const r = await db.query(text, names.map((k: string) => p[k])); return [performance.now() - t, r.rows.length] as const; };
for (const f of ['areas/count_operators', 'cells/count_operators', 'records/total']) {
  const a: number[] = [], b: number[] = [];
  for (let i = 0; i < 7; i++) { a.push((await run(old(f)))[0]); b.push((await run(load(f)))[0]); }
  const med = (x: number[]) => x.sort((p, q) => p - q)[3]!.toFixed(0);
  console.log(f, 'before', med(a), 'ms after', med(b), 'ms', 'min', Math.min(...a).toFixed(0), Math.min(...b).toFixed(0));
}
await close();
