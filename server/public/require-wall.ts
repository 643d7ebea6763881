import { CannotStart } from '../cannot-start.ts';
import { newestMigration } from '../db/migrate.ts';
import type { OpenDatabase } from '../db/open.ts';
import { sql } from '../db/sql.ts';
import { openPublicView } from './open-public-view.ts';

/** What PostgreSQL says where the role, its schema or a view of it is not there yet. */
const MISSING = ['22023', '3F000', '42P01', '42704'];
const FORBIDDEN = '42501';

/**
 * Lets the public in only where the database is as new as the program, and where the role, and the login if it has one of its
 * own, reach nothing beyond what is disclosed. Throws `CannotStart` with what to do.
 */
export async function requireWall(pool: OpenDatabase['pool'], { ownLogin }: { ownLogin: boolean }): Promise<void> {
  const step = await newestStep(pool);
  if (step === null || step < newestMigration()) {
    throw new CannotStart(
      `The database is older than this program (${step ?? 'nothing'} instead of ${newestMigration()}): start the staff's entry point of this version once, which brings it up to date.`,
    );
  }
  const { rows } = await pool.query<{ login: string }>('select session_user::text as login');
  const roles = ['sunmap_public', ...(ownLogin ? rows.map(({ login }) => login) : [])];
  for (const role of roles) {
    const excesses = (await sql(pool, 'disclosure/list_excesses', { role })).map(({ name }) => name);
    if (excesses.length === 0) continue;
    const some = excesses.slice(0, 5).join(', ') + (excesses.length > 5 ? ', …' : '');
    throw new CannotStart(
      `The public pages stay closed: ${role} reaches more than what is disclosed (${some}). Revoke that, or use a login that is a member of sunmap_public and of nothing else.`,
    );
  }
}

/** The newest migration that the database knows of; null where it knows of none, or of no public role. */
async function newestStep(pool: OpenDatabase['pool']): Promise<string | null> {
  try {
    const [newest] = await openPublicView(pool, (view) => sql(view, 'disclosure/find_newest_step', {}));
    return newest?.name ?? null;
  } catch (error) {
    const code = codeOf(error);
    if (code !== null && MISSING.includes(code)) return null;
    if (code !== FORBIDDEN) throw error;
    throw new CannotStart(
      'The login of SUNMAP_PUBLIC_DATABASE_URL may not take the role sunmap_public: grant sunmap_public to it.',
    );
  }
}

function codeOf(error: unknown): string | null {
  for (let next = error; next instanceof Error; next = next.cause) {
    const { code } = next as NodeJS.ErrnoException;
    if (code !== undefined) return code;
  }
  return null;
}
