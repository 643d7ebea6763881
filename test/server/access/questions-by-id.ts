const purpose = '核查线索 2026-17';

/** One id of each kind. */
export interface Ids {
  readonly area: string;
  readonly dataset: string;
  readonly cell: string;
  readonly key: string;
  readonly operator: number;
  readonly run: number;
  readonly session: number;
  readonly account: number;
  /** Of an address that awaits a decision, of a decision about one, and of one about names of operators. */
  readonly address: string;
  readonly addressDecision: number;
  readonly decision: number;
  /** A file that was sent; its handle cannot be guessed. */
  readonly upload: string;
}
export type Kind = keyof Ids;

/** Something that the server is asked for by an id: `kind` says which of them may be somebody else's, the others are the caller's own. */
export interface Question {
  readonly kind: Kind;
  readonly route: string;
  readonly path: (ids: Ids) => string;
  readonly body?: (ids: Ids) => unknown;
}
const get = (kind: Kind, route: string, query: (ids: Ids) => string): Question => ({
  kind,
  route: `GET ${route}`,
  path: (ids) => `${route}?${query(ids)}`,
});
const post = (kind: Kind, route: string, body: (ids: Ids) => unknown): Question => ({
  kind,
  route: `POST ${route}`,
  path: () => route,
  body,
});
const ofAccount = (method: string, route: string, body?: unknown): Question => ({
  kind: 'account',
  route: `${method} ${route}`,
  path: ({ account }) => `${route}?id=${account}`,
  ...(method === 'POST' && { body: () => body }),
});
const GRANT = { role: 'inspector', allAreas: true, areas: [], allDatasets: true, datasets: [] };

export const QUESTIONS: readonly Question[] = [
  get('area', '/api/area', ({ dataset, area }) => `dataset=${dataset}&level=village&code=${area}`),
  get('area', '/api/records', ({ dataset, area }) => `dataset=${dataset}&level=village&area=${area}`),
  get('area', '/api/points', ({ dataset, area }) => `dataset=${dataset}&level=village&area=${area}`),
  post('area', '/api/exports/records', ({ dataset, area }) => ({
    purpose,
    filter: { dataset, level: 'village', area },
  })),
  get('dataset', '/api/areas', ({ dataset }) => `dataset=${dataset}&level=village`),
  get('dataset', '/api/overview', ({ dataset }) => `dataset=${dataset}&level=village`),
  get('dataset', '/api/area', ({ dataset, area }) => `dataset=${dataset}&level=village&code=${area}`),
  get('dataset', '/api/cells', ({ dataset }) => `dataset=${dataset}&resolution=9`),
  get('dataset', '/api/cell', ({ dataset, cell }) => `dataset=${dataset}&cell=${cell}`),
  get('dataset', '/api/operators', ({ dataset }) => `dataset=${dataset}`),
  get('dataset', '/api/records', ({ dataset }) => `dataset=${dataset}`),
  get('dataset', '/api/points', ({ dataset }) => `dataset=${dataset}`),
  post('dataset', '/api/reveal', ({ dataset, key }) => ({ dataset, keys: [key], purpose })),
  post('dataset', '/api/exports/records', ({ dataset }) => ({ filter: { dataset }, purpose })),
  post('dataset', '/api/preview', ({ dataset, upload }) => ({ upload, dataset })),
  get('dataset', '/api/operator-proposals', ({ dataset }) => `dataset=${dataset}`),
  get('dataset', '/api/operator-decisions', ({ dataset }) => `dataset=${dataset}`),
  post('dataset', '/api/operator-decisions', ({ dataset }) => ({
    dataset,
    decisions: [{ verdict: 'hold', names: ['东某'] }],
    why: '',
  })),
  post('dataset', '/api/crs-test', ({ dataset, upload }) => ({ upload, dataset })),
  // The last that needs the file: an import that has ended forgets it.
  post('dataset', '/api/imports', ({ dataset, upload }) => ({ upload, dataset })),
  get('cell', '/api/cell', ({ dataset, cell }) => `dataset=${dataset}&cell=${cell}`),
  get('cell', '/api/records', ({ dataset, cell }) => `dataset=${dataset}&cell=${cell}`),
  get('cell', '/api/points', ({ dataset, cell }) => `dataset=${dataset}&cell=${cell}`),
  post('cell', '/api/exports/records', ({ dataset, cell }) => ({ filter: { dataset, cell }, purpose })),
  post('key', '/api/reveal', ({ dataset, key }) => ({ dataset, keys: [key], purpose })),
  get('operator', '/api/records', ({ dataset, operator }) => `dataset=${dataset}&operator=${operator}`),
  get('operator', '/api/points', ({ dataset, operator }) => `dataset=${dataset}&operator=${operator}`),
  post('operator', '/api/exports/records', ({ dataset, operator }) => ({ filter: { dataset, operator }, purpose })),
  get('dataset', '/api/addresses', ({ dataset }) => `dataset=${dataset}`),
  get('dataset', '/api/address', ({ dataset, address }) => `dataset=${dataset}&address=${address}`),
  get('address', '/api/address', ({ dataset, address }) => `dataset=${dataset}&address=${address}`),
  get(
    'address',
    '/api/address/alias',
    ({ dataset, address, area }) =>
      `dataset=${dataset}&address=${address}&level=village&code=${area}&alias=${encodeURIComponent('别处')}`,
  ),
  get(
    'area',
    '/api/address/alias',
    ({ dataset, address, area }) =>
      `dataset=${dataset}&address=${address}&level=village&code=${area}&alias=${encodeURIComponent('别处')}`,
  ),
  post('address', '/api/address/decision', ({ dataset, address }) => ({ dataset, address, before: null, nowhere: '' })),
  {
    kind: 'area',
    route: 'DELETE /api/address/alias',
    path: ({ area }) => `/api/address/alias?level=village&code=${area}&alias=${encodeURIComponent('别处')}`,
  },
  {
    kind: 'addressDecision',
    route: 'DELETE /api/address/decision',
    path: ({ addressDecision }) => `/api/address/decision?id=${addressDecision}`,
  },
  get('run', '/api/import', ({ run }) => `id=${run}`),
  get('run', '/api/import/changes', ({ run }) => `id=${run}`),
  { kind: 'run', route: 'DELETE /api/import', path: ({ run }) => `/api/import?id=${run}` },
  { kind: 'run', route: 'POST /api/import/resume', path: ({ run }) => `/api/import/resume?id=${run}` },
  post('run', '/api/exports/rejections', ({ run }) => ({ run, purpose })),
  {
    kind: 'decision',
    route: 'DELETE /api/operator-decisions',
    path: ({ decision }) => `/api/operator-decisions?id=${decision}`,
  },
  { kind: 'session', route: 'DELETE /api/session/one', path: ({ session }) => `/api/session/one?id=${session}` },
  ofAccount('POST', '/api/account/disable'),
  ofAccount('POST', '/api/account/enable'),
  ofAccount('POST', '/api/account/password'),
  ofAccount('POST', '/api/account/grant', GRANT),
  ofAccount('DELETE', '/api/account/second-factor'),
  ofAccount('DELETE', '/api/account/sessions'),
];
