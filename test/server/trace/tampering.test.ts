import type pg from 'pg';
import { expect, test } from 'vitest';
import type { ChainFault, TraceEvent } from '../../../geodata/model/trace.ts';
import { appendEntries } from '../../../server/trace/append-entries.ts';
import { hashEntry } from '../../../server/trace/hash-entry.ts';
import type { Anchors } from '../../../server/trace/read-anchors.ts';
import { readEntries } from '../../../server/trace/read-entries.ts';
import { verifyDatabase } from '../../../server/trace/verify-database.ts';
import { withDatabase } from '../../support/database.ts';

const ENTRIES = 12;
const START = Date.parse('2026-03-01T08:00:00Z');
const event = (n: number): TraceEvent => ({
  actor: { kind: 'account', id: `a${n % 3}`, name: `检查员${n % 3}` },
  address: '10.0.0.7',
  requestId: `r-${n}`,
  action: 'record.list',
  subject: { kind: 'operator', id: `${n}` },
  area: { level: 'village', code: '320581001201' },
  purpose: null,
  before: null,
  after: { total: n, dataset: 'test-policies', nested: { z: [1, 2.5, null], a: '=cmd\n\u001b[31m' } },
});

/** A whole chain of twelve, the anchor after ten, and what an outsider with all rights does to it. */
const chain = async (db: pg.PoolClient): Promise<Anchors> => {
  for (let n = 1; n <= ENTRIES; n++) {
    await appendEntries(db, [event(n)], {
      algorithm: n > 6 ? 'sm3' : 'sha256',
      now: () => new Date(START + n * 1_000),
    });
  }
  const { rows } = await db.query('select seq, hash from audit_entry order by seq');
  const last = rows[9];
  return { hashes: new Map([rows[4], last].map(({ seq, hash }) => [seq, hash])), last };
};

/** Writes hashes anew from a number on, as somebody would who knows how it is done, and the head with them. */
const rehash = async (db: pg.PoolClient, from: number) => {
  let previousHash: string | null = null;
  for await (const entry of readEntries(db)) {
    if (entry.seq >= from) {
      const next = { ...entry, previousHash: previousHash ?? entry.previousHash };
      previousHash = hashEntry(next);
      await db.query('update audit_entry set previous_hash = $2, hash = $3 where seq = $1', [
        entry.seq,
        next.previousHash,
        previousHash,
      ]);
    } else previousHash = entry.hash;
  }
  await db.query('update audit_head set hash = $1', [previousHash]);
};

test('a chain that nobody touched is whole, and says how far it was anchored', () =>
  withDatabase(async (db) => {
    const verdict = await verifyDatabase(db, await chain(db));
    expect(verdict).toMatchObject({ checked: ENTRIES, anchors: 2, fault: null, last: { seq: ENTRIES } });
  }));

const move = (from: number, by: number) => `
  update audit_entry set seq = seq + 1000 where seq >= ${from};
  update audit_entry set seq = seq - 1000 + ${by} where seq >= ${from + 1000}`;
const forge = (seq: number) => `
  insert into audit_entry (seq, at, actor_kind, actor_name, action, algorithm, previous_hash, hash)
  select ${seq}, at, 'public', 'forged', 'record.list', 'sha256', hash, repeat('a', 64) from audit_entry where seq = ${seq - 1}`;

test.each<[string, string, ChainFault, number]>([
  ['another actor', `update audit_entry set actor_name = '别人' where seq = 4`, 'changed', 4],
  ['a microsecond', `update audit_entry set at = at + interval '1 microsecond' where seq = 4`, 'changed', 4],
  ['an absent field filled', `update audit_entry set purpose = '' where seq = 7`, 'changed', 7],
  ['content', `update audit_entry set after = jsonb_set(after, '{total}', '0') where seq = 7`, 'changed', 7],
  ['content taken away', `update audit_entry set after = null where seq = 1`, 'changed', 1],
  ['the algorithm', `update audit_entry set algorithm = 'sm3' where seq = 2`, 'changed', 2],
  ['a hash', `update audit_entry set hash = repeat('b', 64) where seq = 5`, 'changed', 5],
  ['one entry deleted', 'delete from audit_entry where seq = 5', 'removed', 5],
  ['the first deleted', 'delete from audit_entry where seq <= 2', 'removed', 1],
  ['one deleted and the rest renumbered', `delete from audit_entry where seq = 5; ${move(6, -1)}`, 'reordered', 5],
  [
    'two entries exchanged',
    'update audit_entry set seq = seq + 1000 where seq in (5, 6); update audit_entry set seq = 1011 - seq where seq > 1000',
    'reordered',
    5,
  ],
  ['one put in, the rest renumbered', `${move(5, 1)}; ${forge(5)}`, 'changed', 5],
  ['one added at the end', forge(ENTRIES + 1), 'changed', ENTRIES + 1],
  ['the end cut off', 'delete from audit_entry where seq > 8', 'truncated', 9],
  ['everything deleted', 'delete from audit_entry', 'truncated', 1],
])('%s: the verification names the entry', (_, tampering, kind, seq) =>
  withDatabase(async (db) => {
    const anchors = await chain(db);
    await db.query(tampering);
    expect((await verifyDatabase(db, anchors)).fault).toMatchObject({ kind, seq });
  }),
);

test('an entry that fits the one before it is found out by the one behind it', () =>
  withDatabase(async (db) => {
    await chain(db);
    await db.query(`${move(5, 1)}; ${forge(5)}`);
    for await (const entry of readEntries(db)) {
      if (entry.seq === 5) await db.query('update audit_entry set hash = $1 where seq = 5', [hashEntry(entry)]);
    }
    expect((await verifyDatabase(db, null)).fault).toMatchObject({ kind: 'inserted', seq: 5 });
  }));

test('a chain written anew from an entry on fits itself, and not its anchor', () =>
  withDatabase(async (db) => {
    const anchors = await chain(db);
    await db.query(`update audit_entry set actor_name = '别人' where seq = 4`);
    await rehash(db, 4);
    expect((await verifyDatabase(db, null)).fault).toBeNull();
    expect((await verifyDatabase(db, anchors)).fault).toMatchObject({ kind: 'rewritten', seq: 5 });
  }));

test('an end cut off together with the head is missed by the anchor', () =>
  withDatabase(async (db) => {
    const anchors = await chain(db);
    await db.query(`delete from audit_entry where seq > 8;
      update audit_head set (seq, hash) = (select seq, hash from audit_entry where seq = 8)`);
    expect((await verifyDatabase(db, null)).fault).toBeNull();
    expect((await verifyDatabase(db, anchors)).fault).toMatchObject({ kind: 'truncated', seq: 9 });
  }));

test('a clock that was set back is told, and does not hide what is worse', () =>
  withDatabase(async (db) => {
    const anchors = await chain(db);
    const options = { algorithm: 'sha256', now: () => new Date(START - 60_000) } as const;
    await appendEntries(db, [event(13)], options);
    expect((await verifyDatabase(db, anchors)).fault).toMatchObject({ kind: 'clock-back', seq: 13 });
    await appendEntries(db, [event(14)], options);
    await db.query(`update audit_entry set address = null where seq = 14`);
    expect((await verifyDatabase(db, anchors)).fault).toMatchObject({ kind: 'changed', seq: 14 });
  }));

test('a verification that goes on from where an earlier one came to finds what happened to that entry and since', () =>
  withDatabase(async (db) => {
    const anchors = await chain(db);
    const { last } = await verifyDatabase(db, anchors);
    expect(await verifyDatabase(db, anchors, last)).toMatchObject({ checked: 1, fault: null });
    await appendEntries(db, [event(13)], { algorithm: 'sha256', now: () => new Date() });
    expect(await verifyDatabase(db, anchors, last)).toMatchObject({ checked: 2, fault: null, last: { seq: 13 } });
    await db.query(`update audit_entry set purpose = 'x' where seq = 13`);
    expect((await verifyDatabase(db, anchors, last)).fault).toMatchObject({ kind: 'changed', seq: 13 });
    await db.query(`delete from audit_entry where seq >= 12`);
    expect((await verifyDatabase(db, anchors, last)).fault).toMatchObject({ kind: 'truncated', seq: 12 });
  }));
