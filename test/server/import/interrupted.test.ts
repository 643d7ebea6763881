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

async function declareLong(): Promise<void> {
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
}

const LONG = [
  'id,who,lng,lat',
  ...Array.from({ length: ROWS }, (_, i) => `${i},op ${i % 37},${120 + (i % 100) / 1000},${31 + (i % 77) / 1000}`),
].join('\n');

test('an import that is killed keeps what it had counted, is shown as interrupted, and ends the same when run again', async () => {
  await declareLong();
  const file = join(folder, 'long.csv');
  writeFileSync(file, LONG);

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

const json = { 'content-type': 'application/json' };

test('an import whose server is killed goes on from its kept file, and the two are undone together; so does a killed undo', async () => {
  const env = { ...home.env, SUNMAP_ACCESS: 'open' };
  const before = await records();
  const file = LONG.replaceAll(/^(\d+),/gm, 'resumed-$1,');
  const first = await startServer(env);
  const sent = await fetch(`${first.url}/api/uploads?name=resumed.csv`, { method: 'POST', body: file });
  const body = JSON.stringify({ upload: (await sent.json()).upload, dataset: 'long' });
  const started = await fetch(`${first.url}/api/imports`, { method: 'POST', headers: json, body });
  const { id } = await started.json();
  const read = async () => (await (await fetch(`${first.url}/api/import?id=${id}`)).json()).report.read;
  await expect.poll(read, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
  await first.stop('SIGKILL');

  const second = await startServer(env);
  const run = async (id: number) => (await fetch(`${second.url}/api/import?id=${id}`)).json();
  const interrupted = await run(id);
  expect(interrupted).toMatchObject({ state: 'interrupted', canResume: true });
  const resumed = await (await fetch(`${second.url}/api/import/resume?id=${id}`, { method: 'POST' })).json();
  await expect.poll(async () => (await run(resumed.id)).state, { timeout: 60_000 }).toBe('finished');
  const { stored } = interrupted.report;
  const { continues, report } = await run(resumed.id);
  expect(continues).toBe(id);
  expect(report).toMatchObject({ read: ROWS, stored: ROWS - stored, unchanged: stored });
  expect((await run(id)).canResume).toBe(false);
  expect((await fetch(`${second.url}/api/import/resume?id=${id}`, { method: 'POST' })).status).toBe(409);
  expect(await records(second.url)).toBe(before + ROWS);

  expect((await fetch(`${second.url}/api/import?id=${resumed.id}`, { method: 'DELETE' })).status).toBe(202);
  await expect.poll(() => records(second.url), { timeout: 60_000, interval: 20 }).toBeLessThan(before + ROWS);
  await second.stop('SIGKILL');
  const { status, stdout } = await sunmap(home.env, 'imports', 'undo', `${resumed.id}`, '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ id: resumed.id, restored: 0 });
  const { stdout: list } = await sunmap(home.env, 'imports', 'list', '--json');
  const states = new Map(JSON.parse(list).map((one: { id: number; state: string }) => [one.id, one.state]));
  expect([states.get(id), states.get(resumed.id)]).toEqual(['undone', 'undone']);
  expect(await records()).toBe(before);
});

/** How many records there are; by command where no server runs. */
async function records(url?: string): Promise<number> {
  if (url === undefined) {
    const server = await startServer({ ...home.env, SUNMAP_ACCESS: 'open' });
    const count = await records(server.url);
    await server.stop();
    return count;
  }
  const datasets = await (await fetch(`${url}/api/datasets`)).json();
  return datasets.find((one: { dataset: { id: string } }) => one.dataset.id === 'long')?.records ?? 0;
}
