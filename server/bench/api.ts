import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_PROFILE } from '../../geodata/tiers/profile.ts';
import { createAccount } from '../access/accounts.ts';
import { makePassword } from '../access/password.ts';
import { openSession } from '../access/sessions.ts';
import { type ReadAs, readingFrom } from '../access/view.ts';
import { createApp } from '../app.ts';
import { loadAreas } from '../area/load-areas.ts';
import { type AccessMode, type AccessSettings, readConfig } from '../config.ts';
import { findDataset } from '../dataset/datasets.ts';
import { isReachable } from '../db/is-reachable.ts';
import type { OpenDatabase } from '../db/open.ts';
import { EVERYTHING } from '../db/sight.ts';
import { openEdge } from '../edge/open-edge.ts';
import { openHttpServer } from '../edge/open-http-server.ts';
import { openImportQueue } from '../import/import-queue.ts';
import { openUploads } from '../import/uploads.ts';
import { openTrace } from '../trace/trace.ts';
import { inMilliseconds, percentile, row } from './figures.ts';
import { fillRecords } from './fill-records.ts';

const LEVEL = 'bench-square';
const REQUESTS = 40;
/** One address asks for everything here. */
const UNLIMITED = { SUNMAP_READS: '1000000', SUNMAP_READS_TOTAL: '1000000' };

/** The indicators of a whole province's villages, as the map asks for them. */
export async function benchApi(db: OpenDatabase['pool'], kind: OpenDatabase['kind'], areas: number): Promise<void> {
  console.log(`API with ${areas.toLocaleString('en')} areas, ${REQUESTS} requests each`);
  await loadAreas(db, squares(areas), { level: LEVEL, parentLevel: null, source: 'bench' });
  const { key } = await findDataset(db, 'crop-insurance', EVERYTHING);
  await fillRecords(db, { datasetId: key, level: LEVEL, records: areas * 10 });

  const auditAnchor = join(mkdtempSync(join(tmpdir(), 'sunmap-bench-')), 'anchor.jsonl');
  const config = readConfig({ DATA_DIR: '.', SUNMAP_AUDIT_ANCHOR: auditAnchor, ...UNLIMITED });
  const trace = openTrace(db, { algorithm: config.auditHash, anchorFile: config.auditAnchor });
  const requireSpace = async () => {};
  const uploads = openUploads(config.dataDir, requireSpace);
  const queue = openImportQueue(db, { uploads, countyCode: config.countyCode, requireSpace, onEnd: () => {} });
  const edge = openEdge(config.edge, { kind, isReachable: () => isReachable(db) });
  const bare = { db, kind, profile: DEFAULT_PROFILE, trace, config, requireSpace };
  const serve = async (readAs: ReadAs, access: AccessMode) => {
    const app = createApp({ context: { ...bare, readAs }, queue, edge, clientFolder: null, access });
    const server = openHttpServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  };
  // Side by side: signed in and held by both walls, and the same routes without session, scope and row-level security.
  const walled = await serve(readingFrom(db), 'enforced');
  const open = await serve((sight, work) => work({ db, sight }), 'open');
  const cookie = `sunmap=${await openInspector(db, config.access)}`;

  const query = `dataset=crop-insurance&level=${LEVEL}`;
  const list = `/api/areas?${query}`;
  const first = await ask(walled.url + list, cookie);
  row('first /api/areas (measures)', inMilliseconds(first.milliseconds), `${(first.bytes / 1e6).toFixed(1)} MB gzip`);
  const paths = [
    list,
    `/api/overview?${query}`,
    `/api/area?${query}&code=S7`,
    '/api/cells?dataset=crop-insurance&resolution=9',
  ];
  for (const path of paths) {
    const times: { walled: number[]; open: number[] } = { walled: [], open: [] };
    for (let i = 0; i < REQUESTS; i += 1) {
      times.walled.push((await ask(walled.url + path, cookie)).milliseconds);
      times.open.push((await ask(open.url + path)).milliseconds);
    }
    const [p50, without] = [percentile(times.walled, 0.5), percentile(times.open, 0.5)];
    row(
      path.split('?')[0] as string,
      `p50 ${inMilliseconds(p50)}`,
      `p95 ${inMilliseconds(percentile(times.walled, 0.95))}`,
      `without access layer ${inMilliseconds(without)}: ${(p50 / without).toFixed(2)}`,
    );
  }
  for (const { server } of [walled, open]) {
    server.closeAllConnections();
    server.close();
  }
  await trace.close();
}

/** The session of an inspector who may see everything. */
async function openInspector(db: OpenDatabase['pool'], limits: AccessSettings): Promise<string> {
  const now = new Date();
  const grant = { role: 'inspector', allAreas: true, areas: [], allDatasets: true, datasets: [] } as const;
  const entry = { name: 'bench', displayName: 'Bench', grant, password: makePassword(), temporary: false };
  const { id } = await createAccount(db, { ...entry, createdBy: null, now });
  return openSession(db, id, { visitor: { address: '127.0.0.1', userAgent: 'bench' }, limits, now });
}

async function ask(url: string, cookie = ''): Promise<{ milliseconds: number; bytes: number }> {
  const before = performance.now();
  const response = await fetch(url, { headers: { 'accept-encoding': 'gzip', cookie } });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  const { byteLength } = await response.arrayBuffer();
  return {
    milliseconds: performance.now() - before,
    bytes: Number(response.headers.get('content-length') ?? byteLength),
  };
}

function* squares(count: number) {
  const side = Math.ceil(Math.sqrt(count));
  for (let i = 0; i < count; i += 1) {
    const [west, south] = [100 + (i % side) * 0.02, 25 + Math.floor(i / side) * 0.02];
    const ring = [
      [west, south],
      [west + 0.02, south],
      [west + 0.02, south + 0.02],
      [west, south + 0.02],
      [west, south],
    ];
    yield {
      code: `S${i}`,
      name: `square ${i}`,
      parentCode: null,
      aliases: [],
      denominators: { households: 300 + (i % 900) },
      boundary: { type: 'MultiPolygon' as const, coordinates: [[ring]] },
      repairs: [],
    };
  }
}
