import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { type Database, transaction } from './database.ts';

const folder = (name: string) => new URL(`../../sql/${name}/`, import.meta.url);
const files = (dir: URL) =>
  readdirSync(dir)
    .filter((file) => file.endsWith('.sql'))
    .sort();
const read = (dir: URL, file: string) => readFileSync(new URL(file, dir), 'utf8');

/** Brings the database to the state sql/ describes, in one transaction. Safe to run at every start, and by two at once. */
export async function migrate(db: Database): Promise<void> {
  await transaction(db, async (client) => {
    await client.query(
      'create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null)',
    );
    await client.query('lock table migration in exclusive mode');
    const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration');
    const applied = new Map(rows.map((row) => [row.name, row.sha256]));
    for (const name of files(folder('migrations'))) {
      const body = read(folder('migrations'), name);
      const sha256 = createHash('sha256').update(body).digest('hex');
      if (applied.get(name) === sha256) continue;
      if (applied.has(name)) throw new Error(`${name} was edited after it ran; write a new migration instead`);
      await run(client, `sql/migrations/${name}`, body);
      await client.query('insert into migration (name, sha256, applied_at) values ($1, $2, $3)', [
        name,
        sha256,
        new Date(),
      ]);
    }
  });
}

/** The name of the newest migration that this program has. */
export function newestMigration(): string {
  return files(folder('migrations')).at(-1) ?? '';
}

async function run(client: pg.PoolClient, file: string, body: string): Promise<void> {
  try {
    await client.query(body);
  } catch (cause) {
    throw new Error(`${file} failed${lineOf(body, cause)}: ${(cause as Error).message}`, { cause });
  }
}

/** PostgreSQL says at which character a statement went wrong; people count lines. */
function lineOf(body: string, cause: unknown): string {
  const position = Number((cause as { position?: string }).position);
  return position > 0 ? ` in line ${body.slice(0, position).split('\n').length}` : '';
}
