import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendEntries } from '../../../server/trace/append-entries.ts';
import { verifyDatabase } from '../../../server/trace/verify-database.ts';
import { withDatabase } from '../../support/database.ts';

const sqlFolder = join(import.meta.dirname, '../../../sql');
const migration = readFileSync(join(sqlFolder, 'migrations/0008_create_audit_entry.sql'), 'utf8');
const options = { algorithm: 'sha256', now: () => new Date() } as const;
const event = { actor: { kind: 'public', id: null, name: 'x' }, action: 'record.list' } as const;

test('no statement of the program changes or deletes an entry, and none but the appending one moves the head', () => {
  const touching = readdirSync(join(sqlFolder, 'queries'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sql'))
    .map((file) => ({ file, code: readFileSync(join(sqlFolder, 'queries', file), 'utf8').replace(/--.*$/gm, '') }))
    .filter(({ code }) => code.includes('audit_'));
  expect(touching.length).toBeGreaterThan(3);
  for (const { file, code } of touching) {
    expect(code, file).not.toMatch(
      /\b(update|delete\s+from|truncate|merge\s+into|alter|drop)\s+(only\s+|table\s+)?audit_entry\b/i,
    );
    expect(code, file).not.toMatch(/on\s+conflict/i);
    if (file !== 'audit/insert_batch.sql')
      expect(code, file).not.toMatch(/\b(insert|delete|truncate)\b|update\s+audit_head/i);
  }
});

test.each([
  `update audit_entry set actor_name = 'somebody else'`,
  'delete from audit_entry',
  'truncate audit_entry',
  'alter table audit_entry add column more text',
  'drop table audit_entry',
  'delete from audit_head',
  "insert into audit_head (seq, at, hash) values (9, now(), repeat('0', 64))",
])('the application’s role may append and read; “%s” it may not', (statement) =>
  withDatabase(async (db) => {
    const { rows } = await db.query(`select from pg_roles where rolname = 'sunmap_app'`);
    if (rows.length === 0) await db.query('create role sunmap_app nologin');
    await db.query(migration.slice(migration.indexOf('do $$')));
    await db.query('grant usage on schema public to sunmap_app; set local role sunmap_app');
    await appendEntries(db, [event], options);
    expect((await verifyDatabase(db, null)).checked).toBeGreaterThan(0);
    await db.query('savepoint before_tampering');
    await expect(db.query(statement)).rejects.toMatchObject({ code: '42501' });
    await db.query('rollback to before_tampering; reset role');
  }),
);
