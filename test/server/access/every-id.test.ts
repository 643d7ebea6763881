import { afterAll, beforeAll, expect, test } from 'vitest';
import { cellAt } from '../../../geodata/h3/cells.ts';
import type { Role } from '../../../geodata/model/account.ts';
import { isAllowed, POLICY } from '../../../server/access/policy.ts';
import { decideAddress } from '../../../server/review/decide-address.ts';
import { identifyAddresses } from '../../../server/review/identify-addresses.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { type Answer, type BrowserLike, makeAccount, openBrowserLike, PASSWORD } from '../../support/browser-like.ts';
import { fileOf, makeTown, POLICY_DATASET } from '../../support/town.ts';
import { type Ids, QUESTIONS, type Question } from './questions-by-id.ts';

// Whoever puts somebody else's id where one's own stood learns and changes what an id that nobody has would: nothing.
const EAST = { lng: 120.61, lat: 31.605 };
const WEST = { lng: 120.603, lat: 31.605 };
/** Of 东村 and its dataset, of 西村 and its dataset, and of nobody. */
let east: Ids;
let west: Ids;
let nobody: Ids = {
  area: '320581001999',
  dataset: 'none-policies',
  cell: cellAt([100, 10]) as string,
  key: 'W9',
  operator: 2_000_000_001,
  run: 2_000_000_002,
  session: 2_000_000_003,
  account: 2_000_000_004,
  upload: '0'.repeat(32),
  decision: 999_999_999,
  address: '1',
  addressDecision: 2_000_000_005,
};

let app: TestApp;
const browsers = new Map<string, BrowserLike>();

interface Caller {
  readonly name: string;
  readonly role: Role | undefined;
  readonly side: 'east' | 'west' | null;
  /** Sees all areas, and one dataset only. */
  readonly allAreas?: true;
}
const CALLERS: readonly Caller[] = [
  { name: 'nobody', role: undefined, side: null },
  { name: 'inspector-a', role: 'inspector', side: 'east' },
  { name: 'inspector-b', role: 'inspector', side: 'west' },
  { name: 'leader-a', role: 'leader', side: 'east' },
  { name: 'steward-a', role: 'steward', side: 'east' },
  { name: 'steward-of-one', role: 'steward', side: 'east', allAreas: true },
  { name: 'system-one', role: 'system-admin', side: null },
  { name: 'security-one', role: 'security-admin', side: null },
  { name: 'audit-one', role: 'audit-admin', side: null },
];

beforeAll(async () => {
  app = await startApp({ access: 'enforced', settings: { SUNMAP_SECOND_FACTOR: 'optional' } });
  await makeTown(app.db);
  const houses = [
    { key: 'E1', ...EAST, operator: '东某' },
    { key: 'W1', ...WEST, operator: '西某' },
  ];
  for (const side of ['east', 'west']) {
    const place = { ...POLICY_DATASET.place, address: { column: 'home' } };
    // One lies nowhere by its address, which stewards of every area are asked about; the other was decided on.
    const nowhere = ['A1', 'A2'].map((key) => `${key},2020-05-01,100,,,,,${side} ${key}号`);
    const [header, ...rows] = fileOf(houses).split('\n');
    const text = [`${header},home`, ...rows.map((row) => `${row},`), ...nowhere].join('\n');
    await app.import({ ...POLICY_DATASET, id: `${side}-policies`, place }, text);
    const at = { countyCode: '320581', address: `${side} A2号` };
    const verdict = { outcome: 'nowhere', areaId: null, position: null, reason: null, alias: null } as const;
    const by = { by: 'somebody', now: new Date(), everywhere: false, onDecided: async () => {} };
    await decideAddress(app.db, at, verdict, by);
  }
  for (const { name, role, side, allAreas = false } of CALLERS) {
    const browser = openBrowserLike(app, { 'user-agent': `browser of ${name}` });
    browsers.set(name, browser);
    if (role === undefined) continue;
    const areas =
      side && !allAreas ? [{ level: 'village', code: side === 'east' ? '320581001201' : '320581001202' }] : [];
    await makeAccount(app, name, { role, areas, allAreas, datasets: side ? [`${side}-policies`] : [] });
    const signedIn = await browser.ask('POST', '/api/session', { name, password: PASSWORD });
    expect(signedIn.status).toBe(200);
  }
  await makeAccount(app, 'victim', { role: 'inspector', allAreas: true, allDatasets: true });
  const victim = openBrowserLike(app, { 'user-agent': 'browser of victim' });
  expect((await victim.ask('POST', '/api/session', { name: 'victim', password: PASSWORD })).status).toBe(200);
  browsers.set('victim', victim);
  const file = await send(
    'steward-of-one',
    {
      kind: 'dataset',
      route: 'POST /api/uploads',
      path: () => '/api/uploads?name=a.csv',
      body: () => `${fileOf([])},home`,
    },
    nobody,
  );
  expect(file.status).toBe(201);
  nobody = { ...nobody, upload: file.body.upload };
  east = await idsOf('east', 'E1', 'inspector-a');
  west = await idsOf('west', 'W1', 'victim');
});
afterAll(() => app.stop());

async function idsOf(side: 'east' | 'west', key: string, account: string): Promise<Ids> {
  const dataset = `${side}-policies`;
  const one = async (text: string, values: readonly unknown[]) => (await app.db.query(text, [...values])).rows[0].id;
  const ofDataset = 'join dataset on dataset.id = dataset_id where dataset.code = $1';
  return {
    area: side === 'east' ? '320581001201' : '320581001202',
    dataset,
    cell: cellAt(side === 'east' ? [EAST.lng, EAST.lat] : [WEST.lng, WEST.lat]) as string,
    key,
    // That of the other village, but of the dataset that inspector A may see.
    operator: await one(
      `select operator.id from operator join dataset on dataset.id = dataset_id where dataset.code = 'east-policies' and name = $1`,
      [side === 'east' ? '东某' : '西某'],
    ),
    run: await one(`select import_run.id from import_run ${ofDataset}`, [dataset]),
    session: await one('select session.id from session join account on account.id = account_id where name = $1', [
      account,
    ]),
    upload: nobody.upload,
    decision: await one(
      `insert into operator_decision (dataset_id, verdict, names, why, decided_by, decided_at)
       select id, 'hold', array['${side === 'east' ? '东某' : '西某'}'], '', 'test', now() from dataset where code = $1 returning id`,
      [dataset],
    ),
    account: await one('select id from account where name = $1', [account]),
    address: (await identifyAddresses(app.db, [{ countyCode: '320581', address: `${side} A1号` }]))[0] as string,
    addressDecision: await one('select id from address_decision where address = $1', [`${side} A2号`]),
  };
}

const ruleOf = ({ route }: Question) => {
  const [rule] = POLICY.filter(({ method, path }) => `${method} ${path}` === route);
  if (!rule) throw new Error(`there is no rule for ${route}`);
  return rule;
};

test('every route that is asked for a thing by its id is asked here', () => {
  const asked = new Set(QUESTIONS.map(({ route }) => route));
  const without = POLICY.filter(({ method, path, reach }) => {
    if (asked.has(`${method} ${path}`)) return false;
    return reach === 'data' || (reach === 'accounts' && path.startsWith('/api/account/')) || path.endsWith('/one');
  });
  // Lists, and what brings something new in.
  expect(without.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /api/imports',
    'POST /api/uploads',
    'POST /api/areas',
    'POST /api/datasets',
    'GET /api/address/decisions',
    'GET /api/address/aliases',
    'POST /api/crs-adoption',
  ]);
});

const send = (caller: string, question: Question, ids: Ids): Promise<Answer> =>
  (browsers.get(caller) as BrowserLike).ask(
    question.route.split(' ')[0] as string,
    question.path(ids),
    question.body?.(ids),
  );

/** What an answer tells, but for the id that was asked by and the hash of a file. */
const plain = ({ status, body, headers }: Answer, id: string | number) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const told = [...headers.keys()].filter((name) => name !== 'etag' && name !== 'content-length');
  return { status, text: text.replace(new RegExp(`\\b${id}\\b`, 'g'), '@'), told };
};

/** Whatever an id could have changed. */
async function everything() {
  const tables = [
    'account',
    'session',
    'account_area',
    'account_dataset',
    'recovery_code',
    'record',
    'operator_decision',
    'import_run',
    'dataset',
    'area',
    'address_decision',
  ];
  const found: Record<string, unknown> = {};
  for (const table of tables) {
    const { rows } = await app.db.query(`select to_jsonb(t) - 'seen_at' as row from ${table} t order by 1`);
    found[table] = rows;
  }
  return found;
}

const trials = CALLERS.flatMap((caller) =>
  QUESTIONS.map((question) => ({ caller, question, name: caller.name, kind: question.kind, route: question.route })),
).filter(({ caller, question }) => {
  // Areas are foreign to whoever may not see all of them, accounts to whoever does not administer them.
  const { role, allAreas } = caller;
  if (allAreas && ['area', 'cell', 'key', 'operator'].includes(question.kind)) return false;
  return !(question.kind === 'account' && isAllowed(ruleOf(question), role));
});

test.each(trials)('$name learns nothing by the $kind of another: $route', async ({ caller, question }) => {
  const own = caller.side === 'west' ? west : east;
  const other = caller.side === 'west' ? east : west;
  const looks = question.route.startsWith('GET');
  const before = looks ? null : await everything();
  const foreignIds = { ...own, [question.kind]: other[question.kind] };
  // An operator or a cell of the dataset that they do see.
  const unknownIds = { ...own, [question.kind]: nobody[question.kind] };
  const foreign = await send(caller.name, question, foreignIds);
  const unknown = await send(caller.name, question, unknownIds);
  expect(plain(foreign, other[question.kind])).toEqual(plain(unknown, nobody[question.kind]));
  if (!isAllowed(ruleOf(question), caller.role)) {
    expect(foreign.status).toBe(caller.role === undefined ? 401 : 403);
  } else if (!['operator', 'cell'].includes(question.kind) && question.route !== 'POST /api/exports/rejections') {
    expect([403, 404]).toContain(foreign.status);
  }
  const secrets = caller.side === 'west' ? /E1|东某/ : /W1|西某/;
  expect(JSON.stringify(foreign.body).replaceAll(String(other[question.kind]), '@')).not.toMatch(secrets);
  if (!looks) expect(await everything()).toEqual(before);
});

test('while one’s own ids open what they name', async () => {
  // What is decided about an address holds in every dataset.
  const forEveryDataset = /address\/(?:alias|decision)$/;
  for (const question of QUESTIONS.filter(({ kind }) => !['run', 'session', 'account'].includes(kind))) {
    if (forEveryDataset.test(question.route)) continue;
    const forEveryArea = question.route.includes('/api/address');
    const some = forEveryArea ? ['steward-of-one'] : ['inspector-a', 'leader-a', 'steward-of-one'];
    const readers = some.filter((name) =>
      isAllowed(ruleOf(question), CALLERS.find((caller) => caller.name === name)?.role),
    );
    // What concerns every area is for those who see every area.
    const reader = (question.route.includes('/operator-') ? readers.at(-1) : readers[0]) ?? '';
    const { status } = await send(reader, question, east);
    expect(status, `${question.route} by ${question.kind}`).toBe(question.route === 'POST /api/imports' ? 202 : 200);
  }
  expect((await send('steward-of-one', QUESTIONS.find(({ kind }) => kind === 'run') as Question, east)).status).toBe(
    200,
  );
});

test.each(['system-one', 'security-one'])(
  '%s does nothing to the own account, and learns of no account that is not there',
  async (name) => {
    const before = await everything();
    const { rows } = await app.db.query('select id from account where name = $1', [name]);
    for (const question of QUESTIONS.filter(({ kind }) => kind === 'account')) {
      if (!isAllowed(ruleOf(question), CALLERS.find((caller) => caller.name === name)?.role)) continue;
      expect((await send(name, question, { ...nobody, account: rows[0].id })).status, question.route).toBe(403);
      expect((await send(name, question, nobody)).status, question.route).toBe(404);
    }
    expect(await everything()).toEqual(before);
  },
);
