import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { AuditEntry } from '../../../geodata/model/trace.ts';
import { type Home, makeHome } from '../../support/make-home.ts';
import { startServer, sunmap } from '../../support/sunmap.ts';

// Each command is a process that opens the database.
vi.setConfig({ testTimeout: 400_000 });

let home: Home;
let folder: string;
const path = (name: string) => join(folder, name);
const run = (...args: string[]) => sunmap({ ...home.env, SUNMAP_AUDIT_HASH: 'sm3' }, ...args);
const verify = async (...args: string[]) => {
  const { status, stdout, stderr } = await run('audit', 'verify', '--json', ...args);
  return { status, stderr, verdict: JSON.parse(stdout || 'null') };
};
const exported = async (name: string, ...span: string[]): Promise<AuditEntry[]> => {
  const { status, stdout, stderr } = await run('audit', 'export', '--out', path(name), ...span);
  expect(status, stderr).toBe(0);
  const lines = readFileSync(path(name), 'utf8').split('\n').slice(0, -1);
  expect(stdout).toContain(`${lines.length} entries`);
  return lines.map((line) => JSON.parse(line));
};

beforeAll(async () => {
  home = await makeHome();
  folder = mkdtempSync(join(tmpdir(), 'sunmap-files-'));
});
afterAll(async () => {
  await home.drop();
  rmSync(folder, { recursive: true, force: true });
});

test('commands enter what they do in the name of the user who runs them', async () => {
  const mapping = {
    id: 'traced',
    title: 'Traced',
    key: ['id'],
    operator: 'who',
    place: { lng: 'lng', lat: 'lat', crs: 'EPSG:4326' },
  };
  writeFileSync(path('mapping.json'), JSON.stringify(mapping));
  writeFileSync(path('rows.csv'), 'id,who,lng,lat\n1,赵某,120.6,31.6\n');
  const square = { type: 'Feature', properties: { no: 7, title: 'Seven' }, geometry: null };
  writeFileSync(path('areas.geojson'), JSON.stringify({ type: 'FeatureCollection', features: [square] }));
  const options = ['--level', 'square', '--code-field', 'no', '--name-field', 'title'];
  for (const args of [
    ['datasets', 'add', path('mapping.json')],
    ['import', 'traced', path('rows.csv')],
    ['areas', path('areas.geojson'), ...options],
  ]) {
    expect(await run(...args)).toMatchObject({ status: 0 });
  }
  const entries = await exported('first.jsonl');
  expect(entries.map(({ action }) => action)).toEqual([
    'dataset.declare',
    'import.start',
    'import.end',
    'area.load',
    'audit.export',
  ]);
  for (const entry of entries) {
    expect(entry).toMatchObject({ actorKind: 'system', actorName: userInfo().username, algorithm: 'sm3' });
  }
  expect(await verify()).toMatchObject({ status: 0, verdict: { checked: 5, anchors: 4, fault: null } });
});

test('other thresholds are entered once, when they are first used', async () => {
  const { DEFAULT_PROFILE } = await import('../../../geodata/tiers/profile.ts');
  writeFileSync(path('profile.json'), JSON.stringify({ ...DEFAULT_PROFILE, id: 'own', version: '9' }));
  for (let round = 0; round < 2; round++) {
    const { status, stderr } = await sunmap({ ...home.env, SUNMAP_PROFILE: path('profile.json') }, 'measure');
    expect(status, stderr).toBe(0);
  }
  const used = (await exported('profiles.jsonl')).filter(({ action }) => action === 'profile.use');
  expect(used).toMatchObject([{ before: { id: DEFAULT_PROFILE.id }, after: { id: 'own', version: '9' } }]);
});

test('a server that is killed while it is entering leaves a whole chain, and the next one goes on with it', async () => {
  let answered = 0;
  for (let round = 1; round <= 2; round++) {
    const server = await startServer({ ...home.env, SUNMAP_ACCESS: 'open' });
    const reader = async () => {
      for (;;) {
        const response = await fetch(`${server.url}/api/records?dataset=traced`);
        expect(response.status).toBe(200);
        await response.text();
        answered += 1;
      }
    };
    const looking = Promise.allSettled(Array.from({ length: 20 }, reader));
    await expect.poll(() => answered, { timeout: 100_000 }).toBeGreaterThan(40 * round);
    await server.stop('SIGKILL');
    await looking;
    const { status, verdict, stderr } = await verify();
    expect({ status, fault: verdict.fault }, stderr).toEqual({ status: 0, fault: null });
    // Whatever was shown had been entered for good.
    expect(verdict.checked).toBeGreaterThan(answered);
  }
  const server = await startServer({ ...home.env, SUNMAP_ACCESS: 'open' });
  await fetch(`${server.url}/api/health`);
  expect(await server.stop()).toBe(0);
  const entries = await exported('killed.jsonl');
  expect(entries.filter(({ action }) => action === 'server.start')).toHaveLength(3);
  expect(entries.at(-2)).toMatchObject({ action: 'server.stop' });
});

test('an exported file is verified by itself and against the anchor; a part of the chain too', async () => {
  const whole = await exported('whole.jsonl');
  expect(statSync(path('whole.jsonl')).mode & 0o777).toBe(0o600);
  expect((await run('audit', 'export', '--out', path('whole.jsonl'))).status).toBe(1);
  const anchor = join(home.dataDir, 'audit-anchor.jsonl');
  const file = await verify('--file', path('whole.jsonl'), '--anchor', anchor);
  expect(file).toMatchObject({ status: 0, verdict: { checked: whole.length, fault: null } });
  expect(file.verdict.anchors).toBeGreaterThan(4);
  const middle = whole[5]?.at as string;
  const part = await exported('part.jsonl', '--from', middle, '--until', '2999-01-01');
  expect(part[0]?.at).toBe(middle);
  expect(await verify('--file', path('part.jsonl'))).toMatchObject({ status: 0, verdict: { checked: part.length } });
  expect(await run('audit', 'export', '--out', path('x'), '--from', 'yesterday')).toMatchObject({ status: 2 });
  expect(await verify('--anchor', path('missing'))).toMatchObject({ status: 1 });
});

test.each<[string, string, number, (lines: string[]) => void]>([
  ['a line changed', 'changed', 3, (lines) => lines.splice(2, 1, (lines[2] as string).replace('"system"', '"public"'))],
  ['a line removed', 'removed', 3, (lines) => lines.splice(2, 1)],
  ['a line doubled', 'reordered', 3, (lines) => lines.splice(3, 0, lines[2] as string)],
  ['two lines exchanged', 'reordered', 3, (lines) => lines.splice(2, 2, lines[3] as string, lines[2] as string)],
])('%s in a file: the verification names the entry', async (_, kind, seq, tamper) => {
  const lines = readFileSync(path('whole.jsonl'), 'utf8').split('\n');
  tamper(lines);
  writeFileSync(path('tampered.jsonl'), lines.join('\n'));
  const { status, verdict } = await verify('--file', path('tampered.jsonl'));
  expect({ status, fault: verdict.fault }).toMatchObject({ status: 1, fault: { kind, seq } });
});

test('a file that was cut off within a line is told, and so is one that is no export', async () => {
  writeFileSync(path('cut.jsonl'), readFileSync(path('whole.jsonl'), 'utf8').slice(0, -20));
  expect(await verify('--file', path('cut.jsonl'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('line'),
  });
  copyFileSync(path('rows.csv'), path('rows.jsonl'));
  expect(await verify('--file', path('rows.jsonl'))).toMatchObject({ status: 1 });
});

test('a chain that the anchor knows longer is cut short: the command names the first entry that is gone', async () => {
  const { verdict } = await verify();
  const further = { at: new Date().toISOString(), seq: verdict.last.seq + 5, hash: 'f'.repeat(64) };
  copyFileSync(join(home.dataDir, 'audit-anchor.jsonl'), path('elsewhere.jsonl'));
  writeFileSync(path('elsewhere.jsonl'), `${JSON.stringify(further)}\n`, { flag: 'a' });
  const { status, stdout } = await run('audit', 'verify', '--anchor', path('elsewhere.jsonl'));
  expect(status).toBe(1);
  expect(stdout).toContain(`Entry ${verdict.last.seq + 1} is broken (truncated)`);
});
