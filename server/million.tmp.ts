import pg from 'pg';
import { openPool } from '/tmp/wt/trace/server/db/database.ts';
import { migrate } from '/tmp/wt/trace/server/db/migrate.ts';
import { appendEntries } from '/tmp/wt/trace/server/trace/append-entries.ts';
import { exportEntries } from '/tmp/wt/trace/server/trace/export-entries.ts';
import { searchEntries } from '/tmp/wt/trace/server/trace/search-entries.ts';
import { verifyDatabase } from '/tmp/wt/trace/server/trace/verify-database.ts';
import { verifyFile } from '/tmp/wt/trace/server/trace/verify-file.ts';

const c = new pg.Client('postgres://postgres@127.0.0.1:54330/postgres');
await c.connect();
await c.query('drop database if exists trace_million with (force)');
await c.query('create database trace_million');
const db = openPool('postgres://postgres@127.0.0.1:54330/trace_million', { max: 2, onBroken: console.error });
await migrate(db);
const t = (name: string, since: number) =>
  console.log(name, ((Date.now() - since) / 1000).toFixed(1), 's', Math.round(process.memoryUsage().rss / 1e6), 'MB');
let s = Date.now();
for (let n = 0; n < 500; n++)
  await appendEntries(
    db,
    Array.from({ length: 2000 }, (_, i) => ({
      actor: { kind: 'account' as const, id: `${i % 50}`, name: `检查员${i % 50}` },
      address: '10.0.0.1',
      requestId: `r${n}-${i}`,
      action: 'record.list' as const,
      subject: { kind: 'operator', id: `${i}` },
      area: { level: 'village', code: `3205810${i % 300}` },
      after: { dataset: 'house-insurance', shown: i },
    })),
    { algorithm: 'sha256', now: () => new Date() },
  );
t('append', s);
await db.query('analyze audit_entry');
s = Date.now();
console.log((await verifyDatabase(db, null)).checked);
t('verify', s);
s = Date.now();
console.log(await exportEntries(db, '/tmp/million.jsonl', { from: '-infinity', until: 'infinity' }));
t('export', s);
s = Date.now();
console.log((await verifyFile('/tmp/million.jsonl', null)).checked);
t('verify file', s);
s = Date.now();
await searchEntries(db, {});
t('search newest', s);
s = Date.now();
await searchEntries(db, { area: '32058107', before: 500000 });
t('search area', s);
s = Date.now();
await searchEntries(db, { actor: '检查员7' });
t('search actor', s);
s = Date.now();
await searchEntries(db, { text: 'nowhere' });
t('search text without hit', s);
s = Date.now();
await searchEntries(db, { action: 'import.start' });
t('search rare action', s);
await db.end();
await c.query('drop database trace_million with (force)');
await c.end();
