import { readFileSync } from 'node:fs';
import { type Database, keepsPlans } from './database.ts';
import type { Queries } from './queries.ts';

interface Statement {
  readonly text: string;
  readonly names: readonly string[];
}

const statements = new Map<string, Statement>();

/** What stands before every answer, and whose plan is the same for all values: planned once for each connection. */
const KEPT: readonly (keyof Queries)[] = ['sessions/find', 'views/open'];

/** Runs the one statement kept in sql/queries/<name>.sql. Errors name the file; the database's own error is their cause. */
export async function sql<Name extends keyof Queries>(
  db: Database,
  name: Name,
  params: Queries[Name]['params'],
): Promise<Queries[Name]['row'][]> {
  const { text, names } = load(name);
  const values = names.map((key) => (params as Record<string, unknown>)[key]);
  try {
    const statement = KEPT.includes(name) && keepsPlans(db) ? { name, text, values } : { text, values };
    return (await db.query(statement)).rows;
  } catch (cause) {
    throw new Error(`sql/queries/${name}.sql failed: ${(cause as Error).message}`, { cause });
  }
}

export function load(name: string): Statement {
  let statement = statements.get(name);
  if (!statement) {
    statement = compile(readFileSync(new URL(`../../sql/queries/${name}.sql`, import.meta.url), 'utf8'));
    statements.set(name, statement);
  }
  return statement;
}

/** Turns `:name` into `$1`, leaving `::type` casts, comments and times like `12:30` alone. */
export function compile(source: string): Statement {
  const names: string[] = [];
  const code = source.replace(/--.*$/gm, '');
  const text = code.replace(/(?<![:\w]):([a-zA-Z][a-zA-Z0-9_]*)/g, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return { text: text.trim(), names };
}
