import { readConfig } from '../config.ts';
import { benchApi } from './api.ts';
import { benchGeocode } from './geocode.ts';
import { benchImport } from './import.ts';
import { benchIntake } from './intake.ts';
import { benchMap } from './map.ts';
import { benchMeasure } from './measure.ts';
import { withScratchDatabase } from './scratch-database.ts';

// Prints figures side by side in one run: on a shared machine the ratios mean something, single times do not. With
// DATABASE_URL the same is measured on a new database of that server, which is dropped afterwards.
const scale = Number(process.argv[2] ?? 1);
if (!(scale > 0)) {
  console.error('usage: npm run bench [-- SCALE]; 1 is full size, 0.1 a tenth');
  process.exit(2);
}

await withScratchDatabase(readConfig(), async ({ db, kind }) => {
  console.log(`Sunmap bench on ${kind}, Node ${process.version}, scale ${scale}`);
  await benchIntake(Math.round(100_000 * scale));
  await benchImport(db, kind, Math.round(100_000 * scale));
  await benchMeasure(db, Math.round(1_000_000 * scale));
  await benchApi(db, kind, Math.round(32_000 * scale));
  await benchGeocode(Math.round(100_000 * scale));
  benchMap(Math.round(100_000 * scale));
});
