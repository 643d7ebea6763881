import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Home, makeHome } from '../../support/make-home.ts';
import { startServer, startSunmap, sunmap } from '../../support/sunmap.ts';

let home: Home;
let folder: string;
beforeAll(async () => {
  home = await makeHome();
  folder = mkdtempSync(join(tmpdir(), 'sunmap-files-'));
});
afterAll(async () => {
  await home.drop();
  rmSync(folder, { recursive: true, force: true });
});

const ROWS = 24_000;

test('an import that is killed keeps what it had counted, is shown as interrupted, and ends the same when run again', async () => {
  const mapping = join(folder, 'mapping.json');
  writeFileSync(
    mapping,
    JSON.stringify({
      id: 'long',
      title: '长文件',
      key: ['id'],
      operator: 'who',
      place: { lng: 'lng', lat: 'lat', crs: 'EPSG:4326' },
    }),
  );
  expect((await sunmap(home.env, 'datasets', 'add', mapping)).status).toBe(0);
  const file = join(folder, 'long.csv');
  const rows = Array.from(
    { length: ROWS },
    (_, i) => `${i},op ${i % 37},${120 + (i % 100) / 1000},${31 + (i % 77) / 1000}`,
  );
  writeFileSync(file, ['id,who,lng,lat', ...rows].join('\n'));

  for (let kill = 0; kill < 2; kill += 1) {
    const child = startSunmap(home.env, 'import', 'long', file);
    // The first line of progress means that batches are committed.
    await new Promise((resolve) => child.stderr?.once('data', resolve));
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  const server = await startServer({ ...home.env, SUNMAP_ACCESS: 'open' });
  const runs = await (await fetch(`${server.url}/api/imports`)).json();
  const [dataset] = (await (await fetch(`${server.url}/api/datasets`)).json()).filter(
    (one: { dataset: { id: string } }) => one.dataset.id === 'long',
  );
  expect(await server.stop()).toBe(0);
  expect(runs.map((one: { state: string }) => one.state)).toEqual(['interrupted', 'interrupted']);
  const [last] = runs;
  expect(last.report.read).toBeGreaterThan(0);
  expect(last.report.read).toBe(last.report.stored + last.report.unchanged);
  const counted = runs.reduce((sum: number, one: { report: { stored: number } }) => sum + one.report.stored, 0);
  expect(dataset.records).toBe(counted);

  const { status, stdout } = await sunmap(home.env, 'import', 'long', file, '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ read: ROWS, updated: 0, stored: ROWS - counted, unchanged: counted });
});
