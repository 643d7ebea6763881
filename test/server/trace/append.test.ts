import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { TraceEvent } from '../../../geodata/model/trace.ts';
import { openPool, transaction } from '../../../server/db/database.ts';
import { lastAnchor, writeAnchor } from '../../../server/trace/anchor-file.ts';
import { readAnchors } from '../../../server/trace/read-anchors.ts';
import { readEntries } from '../../../server/trace/read-entries.ts';
import { openTrace, type Trace } from '../../../server/trace/trace.ts';
import { verifyDatabase } from '../../../server/trace/verify-database.ts';
import { makeDatabase, type TestDatabase } from '../../support/make-database.ts';

let database: TestDatabase;
let pools: pg.Pool[];
let folder: string;
let anchorFile: string;
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database.drop());
beforeEach(() => {
  // On a server there are several processes with several connections each; the embedded database has one of one.
  const [count, max] = database.kind === 'embedded' ? [1, 1] : [3, 4];
  pools = Array.from({ length: count }, () => openPool(database.url, { max, onBroken: console.error }));
  folder = mkdtempSync(join(tmpdir(), 'sunmap-anchor-'));
  anchorFile = join(folder, 'anchor.jsonl');
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const pool of pools) await pool.end();
  rmSync(folder, { recursive: true, force: true });
});

const open = (pool = pools[0] as pg.Pool): Trace => openTrace(pool, { algorithm: 'sha256', anchorFile });
const look = (n: number): TraceEvent => ({
  actor: { kind: 'account', id: `${n % 7}`, name: 'x' },
  action: 'record.list',
  after: { n },
});
const count = async () => {
  let entries = 0;
  for await (const _ of readEntries(pools[0] as pg.Pool)) entries += 1;
  return entries;
};

test('looks and changes of many at once make one whole chain, each exactly once, and the anchor keeps up', async () => {
  const before = await count();
  const traces = pools.map((pool) => open(pool));
  await Promise.all(
    Array.from({ length: 400 }, (_, n) => {
      const trace = traces[n % traces.length] as Trace;
      const pool = pools[n % pools.length] as pg.Pool;
      return n % 4 ? trace.look(look(n)) : transaction(pool, (db) => trace.change(db, look(n)));
    }),
  );
  for (const trace of traces) await trace.close();
  const seen = new Set<unknown>();
  for await (const { after } of readEntries(pools[0] as pg.Pool)) seen.add((after as { n?: number }).n);
  expect(await count()).toBe(before + 400);
  expect(seen.size).toBeGreaterThanOrEqual(400);
  const anchors = await readAnchors(anchorFile);
  expect(anchors?.last?.seq).toBe(before + 400);
  expect(await verifyDatabase(pools[0] as pg.Pool, anchors)).toMatchObject({ checked: before + 400, fault: null });
});

test('a verification beside people who are appending finds nothing wrong', async () => {
  const trace = open();
  let going = true;
  const appending = (async () => {
    for (let n = 0; going; n++) await trace.look(look(n));
  })();
  for (let round = 0; round < 5; round++) {
    expect((await verifyDatabase(pools[0] as pg.Pool, await readAnchors(anchorFile))).fault).toBeNull();
  }
  going = false;
  await appending;
  await trace.close();
});

test('a change that is undone takes its entry with it, and the chain stays whole', async () => {
  const trace = open();
  const before = await count();
  const undone = transaction(pools[0] as pg.Pool, async (db) => {
    await trace.change(db, look(1));
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await trace.look(look(2));
  await trace.close();
  expect(await count()).toBe(before + 1);
  expect((await verifyDatabase(pools[0] as pg.Pool, await readAnchors(anchorFile))).fault).toBeNull();
});

test('an entry that cannot be stored fails alone: the next is stored', async () => {
  const trace = open();
  const wrong = { ...look(1), actor: { kind: 'robot', id: null, name: 'x' } } as unknown as TraceEvent;
  await expect(trace.look(wrong)).rejects.toThrow('audit_entry');
  await trace.look(look(2));
  await trace.close();
});

test('the anchor is for its owner alone, grows only, and goes on after a line that was cut off', async () => {
  const trace = open();
  await trace.look(look(1));
  await trace.close();
  expect(statSync(anchorFile).mode & 0o777).toBe(0o600);
  const first = readFileSync(anchorFile, 'utf8');
  writeFileSync(anchorFile, `${first}{"at":"2026-`);
  const next = open();
  await next.look(look(2));
  await next.close();
  expect(readFileSync(anchorFile, 'utf8').startsWith(first)).toBe(true);
  expect((await readAnchors(anchorFile))?.hashes.size).toBe(2);
  const idle = open();
  await idle.close();
  expect((await readAnchors(anchorFile))?.hashes.size).toBe(2);
});

test('an anchor of another chain is left as it is, and told', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  await writeAnchor(anchorFile, { at: '2026-01-01T00:00:00.000Z', seq: 1, hash: 'f'.repeat(64) });
  const trace = open();
  await trace.look(look(1));
  await trace.close();
  expect(await lastAnchor(anchorFile)).toMatchObject({ seq: 1, hash: 'f'.repeat(64) });
  expect(told.mock.calls.flat().join()).toContain('SUNMAP_AUDIT_ANCHOR');
  const { fault } = await verifyDatabase(pools[0] as pg.Pool, await readAnchors(anchorFile));
  expect(fault).toMatchObject({ kind: 'rewritten', seq: 1 });
});

test('an anchor with two hashes for one entry fits neither', async () => {
  const trace = open();
  await trace.look(look(1));
  await trace.close();
  const last = await lastAnchor(anchorFile);
  if (!last) throw new Error('nothing was anchored');
  await writeAnchor(anchorFile, { ...last, hash: 'f'.repeat(64) });
  const { fault } = await verifyDatabase(pools[0] as pg.Pool, await readAnchors(anchorFile));
  expect(fault).toMatchObject({ kind: 'rewritten', seq: last.seq });
});

test('where there is no anchor nothing is made up', async () => {
  expect(existsSync(anchorFile)).toBe(false);
  expect(await readAnchors(anchorFile)).toBeNull();
});
