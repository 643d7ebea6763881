import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { load } from '../../server/db/sql.ts';
import { withDatabase } from '../support/database.ts';

const folder = join(import.meta.dirname, '../../sql/queries');
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.sql'))
  .map((file) => file.replace(/\.sql$/, ''))
  .sort();

interface Described {
  readonly parameter_types: string;
  readonly result_types?: string;
}

/** PostgreSQL 15 can tell that a statement is valid, but not what it returns: then this stays empty. */
const returns: Record<string, string> = {};

test.each(names)('%s is valid against the schema and keeps its shape', (name) =>
  withDatabase(async (db) => {
    const { text, names: params } = load(name);
    await db.query(`prepare described as ${text}`);
    const { rows } = await db.query<{ described: Described }>(
      `select to_jsonb(p) as described from pg_prepared_statements p where name = 'described'`,
    );
    await db.query('deallocate described');
    const described = rows[0]?.described;
    if (described === undefined) throw new Error(`${name} was not prepared`);
    expect({ params, takes: described.parameter_types }).toMatchSnapshot();
    if (described.result_types) returns[name] = described.result_types;
  }),
);

test('what the queries return is what it was', async () => {
  const file = join(import.meta.dirname, 'returns.snap');
  if (Object.keys(returns).length > 0) await expect(JSON.stringify(returns, null, 2)).toMatchFileSnapshot(file);
  else expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')))).toEqual(names);
});

test.each(names)('%s begins with a sentence and holds one statement', (name) => {
  const source = readFileSync(join(folder, `${name}.sql`), 'utf8');
  expect(source).toMatch(/^-- [A-Z].+/);
  expect(
    source
      .replace(/--.*$/gm, '')
      .trim()
      .split(';')
      .filter((part) => part.trim()),
  ).toHaveLength(1);
  expect(source).not.toMatch(/select \*(?!\s*\n?\s*from unnest)/);
});

test('every query file is declared with its types', () => {
  const typings = readdirSync(join(import.meta.dirname, '../../server/db')).filter((file) => /queries\.ts$/.test(file));
  const declared = typings.flatMap((file) => [
    ...readFileSync(join(import.meta.dirname, '../../server/db', file), 'utf8').matchAll(/^ {2}'([a-z_/]+)':/gm),
  ]);
  expect(declared.map(([, name]) => name).sort()).toEqual(names);
});
