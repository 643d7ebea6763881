import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../server/config.ts';
import { openDatabase } from '../../server/db/open.ts';

const CACHE = join(import.meta.dirname, '../../node_modules/.cache/sunmap');
const MIGRATIONS = join(import.meta.dirname, '../../sql/migrations');

/**
 * A data folder with an empty, migrated embedded database, made once for each state of engine and migrations: making one takes
 * 15 to 30 s, copying it one.
 */
export async function embeddedTemplate(): Promise<string> {
  const folder = join(CACHE, `template-${stateOfSources()}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}-${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const config = { ...readConfig({}), dataDir: draft, socketFolder: tmpdir() };
  const database = await openDatabase(config, {
    onCrash: (error) => {
      throw error;
    },
  });
  await database.close();
  try {
    renameSync(draft, folder);
  } catch {
    // Another run was faster; its template is as good.
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

function stateOfSources(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(MIGRATIONS).sort()) hash.update(file).update(readFileSync(join(MIGRATIONS, file)));
  for (const name of ['pglite', 'pglite-postgis']) {
    hash.update(readFileSync(join(import.meta.dirname, `../../node_modules/@electric-sql/${name}/package.json`)));
  }
  return hash.digest('hex').slice(0, 16);
}
