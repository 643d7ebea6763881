import { cropInsurance } from '../../geodata/datasets/crop-insurance.ts';
import { makeCounty } from '../../geodata/demo/make-county.ts';
import type { PlaceRole } from '../../geodata/model/dataset.ts';
import { declareDataset } from '../dataset/datasets.ts';
import type { Database } from '../db/database.ts';
import type { OpenDatabase } from '../db/open.ts';
import { DEMO, loadDemoAreas } from '../demo/load-demo.ts';
import { readDivisions } from '../demo/read-divisions.ts';
import { openRun, runImport } from '../import/run-import.ts';
import { measureBareRows } from './bare-rows.ts';
import { perSecond, row, timed } from './figures.ts';

/** The share of the demo county's records that the file which is imported here holds. */
const SHARE = 0.58;
/** Below this the demo county is not itself. */
const FEWEST = 20_000;

/**
 * File to indexed rows with hexagon, village and grade, once by coordinates and once by addresses, against the same rows written
 * ready-made by the fastest way the same database has.
 */
export async function benchImport(db: Database, kind: OpenDatabase['kind'], records: number): Promise<void> {
  const county = makeCounty({
    seed: DEMO.seed,
    records: Math.max(Math.round(records / SHARE), FEWEST),
    county: await readDivisions(DEMO.countyCode),
  });
  await loadDemoAreas(db, county, () => {});
  const file = county.files.find(({ datasetId }) => datasetId === cropInsurance.id);
  if (!file) throw new Error('the demo county has no crop insurance');
  const [header = '', ...lines] = [...file.lines()].join('').trim().split('\n');
  const { coordinates, address } = cropInsurance.place;
  const lng = header
    .trim()
    .split(',')
    .indexOf(coordinates?.lng ?? '');
  const located = lines.filter((line) => line.split(',')[lng] !== '');
  await benchWay(db, kind, 'coordinates', {
    place: { ...(coordinates && { coordinates }) },
    lines: [header, ...located],
  });
  await benchWay(db, kind, 'addresses', { place: { ...(address && { address }) }, lines: [header, ...lines] });
}

async function benchWay(
  db: Database,
  kind: OpenDatabase['kind'],
  way: string,
  { place, lines }: { place: PlaceRole; lines: readonly string[] },
): Promise<void> {
  const declared = await declareDataset(db, { ...cropInsurance, id: `bench-${way}`, place });
  const bytes = Buffer.from(lines.join('\n'));
  console.log(`Import of ${(lines.length - 1).toLocaleString('en')} records by ${way}`);
  const imported = await timed(async () => {
    const file = { name: `${way}.csv`, size: bytes.length, bytes: chunks(bytes) };
    const runId = await openRun(db, { declared, file, synthetic: true });
    return (await runImport(db, { declared, file, runId, countyCode: DEMO.countyCode })).stored;
  });
  const speed = imported.result / imported.seconds;
  const { indexed, heap } = await measureBareRows(db, kind, declared.key);
  row('file → placed, indexed, counted', perSecond(speed, 1));
  row(
    'the same rows ready-made into the same table',
    perSecond(indexed, 1),
    `${((100 * speed) / indexed).toFixed(0)} %`,
  );
  row('the same into a table without indexes', perSecond(heap, 1), `${((100 * speed) / heap).toFixed(0)} %`);
}

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 65_536) yield bytes.subarray(start, start + 65_536);
}
