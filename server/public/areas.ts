import { createHash } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import type { PublicArea } from '../../geodata/model/public-api.ts';
import { gzipped, sendGzipped } from '../api/gzipped.ts';
import { remember } from '../api/remember.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { Problem } from '../problem.ts';
import { keepBriefly } from './keep-briefly.ts';
import type { PublicContext } from './public-context.ts';

/** For so long an answer that everybody gets is not made again, in milliseconds; new areas show when it is over. */
const FRESH = 60_000;

const LevelQuery = z.strictObject({ level: z.string().min(1).max(100) });

interface Body {
  readonly packed: Buffer;
  readonly tag: string;
}

/** `GET /api/areas` and `GET /api/boundaries`: all areas of a level, made once a minute whoever asks and however often. */
export function areas({ view, now }: PublicContext): Router {
  const router = Router();
  const bodies = remember<Body>();
  const serve = (path: string, type: string, write: (db: Database, level: string) => Promise<string | null>) =>
    router.get(path, async (req, res) => {
      const { level } = LevelQuery.parse(req.query);
      const minute = Math.floor(now().getTime() / FRESH);
      const { packed, tag } = await bodies.get(`${path} ${minute} ${level}`, async () => {
        const text = await view((db) => write(db, level));
        if (text === null) throw new Problem(404, '没有这一级的地方。 There are no areas of this level.');
        const packed = await gzipped(text);
        return { packed, tag: `"${createHash('sha256').update(packed).digest('base64url')}"` };
      });
      keepBriefly(res).set('ETag', tag).type(type);
      await sendGzipped(req, res, packed);
    });
  serve('/api/areas', 'json', writeAreas);
  serve('/api/boundaries', 'application/geo+json', writeBoundaries);
  return router;
}

async function writeAreas(db: Database, level: string): Promise<string | null> {
  const rows = await sql(db, 'disclosure/list_areas', { level });
  if (rows.length === 0) return null;
  const found = rows.map(
    ({ code, name, parentCode, parentName }): PublicArea => ({
      code,
      name,
      parent: parentCode === null || parentName === null ? null : { code: parentCode, name: parentName },
    }),
  );
  return JSON.stringify(found);
}

/** Put together as text: the geometries come from the database as GeoJSON already. */
async function writeBoundaries(db: Database, level: string): Promise<string | null> {
  const rows = await sql(db, 'disclosure/list_boundaries', { level });
  if (rows.length === 0) return null;
  const features = rows.map(
    ({ code, name, geometry }) =>
      `{"type":"Feature","properties":${JSON.stringify({ code, name })},"geometry":${geometry}}`,
  );
  return `{"type":"FeatureCollection","features":[${features.join(',')}]}`;
}
