import { describeFinding } from '../../geodata/intake/findings/describe-finding.ts';
import type { PreviewFinding } from '../../geodata/model/preview.ts';
import type { Database } from '../db/database.ts';
import type { Sight } from '../db/sight.ts';
import { sql } from '../db/sql.ts';

/** Says so when this very file, byte by byte, was imported before and was not undone. */
export async function foundBefore(db: Database, sight: Sight, sha256: string): Promise<PreviewFinding[]> {
  const runs = await sql(db, 'runs/list_of_file', { ...sight, fileSha256: sha256 });
  if (runs.length === 0) return [];
  const examples = runs.slice(0, 3).map(({ dataset, fileName, startedAt, startedBy }) => ({
    line: null,
    value: [`${startedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`, startedBy, fileName, `→ ${dataset}`]
      .filter(Boolean)
      .join(' · '),
  }));
  const about = { severity: 'warning', column: null, count: runs.length, of: runs.length, examples } as const;
  const found = { id: 'file-imported-before', ...about } as const;
  return [{ ...found, text: describeFinding(found) }];
}
