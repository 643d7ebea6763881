import { afterAll, beforeAll, expect, test } from 'vitest';
import { cellAt } from '../../../geodata/h3/cells.ts';
import { ROLES, type Role } from '../../../geodata/model/account.ts';
import { isAllowed, POLICY, type Rule } from '../../../server/access/policy.ts';
import { EVERYTHING } from '../../../server/db/sight.ts';
import { sql } from '../../../server/db/sql.ts';
import { decideAddress } from '../../../server/review/decide-address.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { type Answer, type BrowserLike, makeAccount, openBrowserLike, PASSWORD } from '../../support/browser-like.ts';
import { fileOf, makeTown, POLICY_DATASET } from '../../support/town.ts';

// Which fields each role is sent, and that no person is in any of them.
const purpose = '核查线索 2026-17';
const DATASET = {
  ...POLICY_DATASET,
  place: { ...POLICY_DATASET.place, address: { column: 'home' } },
  fields: [
    { id: 'crop', column: 'crop', title: { zh: '作物', en: 'Crop' }, type: 'text', sensitivity: 0 },
    { id: 'phone', column: 'phone', title: { zh: '电话', en: 'Phone' }, type: 'text', sensitivity: 2 },
    { id: 'identity', column: 'identity', title: { zh: '证件', en: 'Identity' }, type: 'text', sensitivity: 3 },
  ],
} as const;
/** What the records hold of people; names without the character that a masked one keeps. */
const HOLDER = '欧阳槐序';
const PERSONS = /阳槐序|13987654321|98765432|320581198807065432|19880706|陈家宅23号|家宅/;
const Q = 'dataset=test-policies&level=village';
const CELL = cellAt([120.61, 31.605]);

let app: TestApp;
let run = 0;
let operator = 0;
let address = '';
let decision = 0;
const browsers = new Map<Role | undefined, BrowserLike>();

beforeAll(async () => {
  app = await startApp({ access: 'enforced', settings: { SUNMAP_SECOND_FACTOR: 'optional' } });
  await makeTown(app.db);
  const [header, ...rows] = fileOf([
    { key: 'A', lng: 120.61, lat: 31.605, operator: '王某' },
    { key: 'B', lng: 120.603, lat: 31.605, operator: '赵某' },
    { key: 'C', lng: null, lat: null, operator: '赵某' },
  ]).split('\n');
  const person = '小麦,13987654321,320581198807065432,测试镇东村陈家宅23号';
  const text = [
    `${header},crop,phone,identity,home`,
    ...rows.map((row) => `${row},${person}`.replace(/H-./, HOLDER)),
    // Lies nowhere by its address: for stewards to place.
    `E,2020-05-01,100,赵某,${HOLDER},,,小麦,13987654321,320581198807065432,别处村陈家宅23号`,
    `D,2020-05-01,much,王某,${HOLDER},120.61,31.605,${person}`,
  ].join('\n');
  await app.import(DATASET, text);
  run = (await app.db.query('select max(id) as id from import_run')).rows[0].id;
  operator = (await app.db.query('select min(id) as id from operator')).rows[0].id;
  browsers.set(undefined, openBrowserLike(app));
  const waiting = { ...EVERYTHING, datasetId: await datasetId(), state: 'open', limit: 1, offset: 0 } as const;
  const [found] = await sql(app.db, 'addresses/list', waiting);
  if (!found) throw new Error('no address waits');
  address = found.id;
  const verdict = { outcome: 'nowhere', areaId: null, position: null, reason: '只有地标', alias: null } as const;
  const by = { by: '李四', now: new Date(), everywhere: false, onDecided: async () => {} };
  decision = (await decideAddress(app.db, found, verdict, by)).after?.id ?? 0;
  for (const role of ROLES) {
    await makeAccount(app, `one-${role}`, { role, allAreas: true, allDatasets: true });
    const browser = openBrowserLike(app);
    const signedIn = await browser.ask('POST', '/api/session', { name: `one-${role}`, password: PASSWORD });
    expect(signedIn.status).toBe(200);
    browsers.set(role, browser);
  }
});
afterAll(() => app.stop());

async function datasetId(): Promise<number> {
  return (await app.db.query(`select id from dataset where code = 'test-policies'`)).rows[0].id;
}

interface Question {
  readonly query?: () => string;
  readonly body?: () => unknown;
  /** Also asked, so that the sentences of mistakes are seen. */
  readonly wrong?: readonly string[];
}

/** What every route that tells of data, accounts or the trace is asked. */
const QUESTIONS: Readonly<Record<string, Question>> = {
  'GET /api/accounts': {},
  'GET /api/scopes': { query: () => 'q=dong' },
  'GET /api/audit': { query: () => 'limit=200' },
  'POST /api/exports/audit': { body: () => ({ filter: {}, purpose }) },
  'GET /api/audit/verify': {},
  'GET /api/datasets': {},
  'GET /api/profile': {},
  'GET /api/boundaries': { query: () => 'level=village', wrong: ['level=person'] },
  'GET /api/search': { query: () => 'q=dong', wrong: ['q=%00'] },
  'GET /api/areas': { query: () => Q, wrong: [`${Q}&holder=x`, 'dataset=test-policies&level=person'] },
  'GET /api/overview': { query: () => Q, wrong: ['dataset=test-policies'] },
  'GET /api/area': { query: () => `${Q}&code=320581001201`, wrong: [`${Q}&code=A`] },
  'GET /api/cells': { query: () => 'dataset=test-policies&resolution=9', wrong: ['dataset=A&resolution=9'] },
  'GET /api/cell': { query: () => `dataset=test-policies&cell=${CELL}`, wrong: ['dataset=test-policies&cell=A'] },
  'GET /api/operators': { query: () => 'dataset=test-policies', wrong: ['dataset=A'] },
  'GET /api/operator-proposals': {
    query: () => 'dataset=test-policies',
    wrong: ['dataset=A', 'dataset=test-policies&kind=x'],
  },
  'GET /api/operator-decisions': { query: () => 'dataset=test-policies', wrong: ['dataset=A'] },
  'GET /api/records': {
    query: () => 'dataset=test-policies',
    wrong: ['dataset=test-policies&sort=holder', 'dataset=test-policies&sort=phone', 'dataset=test-policies&q=1398'],
  },
  'GET /api/points': {
    query: () => `dataset=test-policies&operator=${operator}`,
    wrong: ['dataset=test-policies&x=1'],
  },
  'POST /api/reveal': { body: () => ({ dataset: 'test-policies', keys: ['A'], purpose }) },
  'POST /api/exports/records': { body: () => ({ filter: { dataset: 'test-policies' }, purpose }) },
  'POST /api/exports/rejections': { body: () => ({ run, purpose }) },
  'GET /api/imports': {},
  'GET /api/import/changes': { query: () => `id=${run}`, wrong: ['id=A', `id=${run}&kind=holder`, 'id=99999'] },
  'GET /api/addresses': {
    query: () => 'dataset=test-policies&state=aside',
    wrong: ['dataset=test-policies&state=家宅', 'dataset=A'],
  },
  'GET /api/address': {
    query: () => `dataset=test-policies&address=${address}`,
    wrong: ['dataset=test-policies&address=陈家宅', 'dataset=test-policies&address=1', `dataset=A&address=${address}`],
  },
  'GET /api/address/decisions': { wrong: [`id=${decision}`] },
  'GET /api/address/aliases': {},
  'GET /api/address/alias': {
    query: () =>
      `dataset=test-policies&address=${address}&level=village&code=320581001201&alias=${encodeURIComponent('别处')}`,
    wrong: [`dataset=test-policies&address=${address}&level=village&code=A&alias=${encodeURIComponent('别处')}`],
  },
  'GET /api/import': { query: () => `id=${run}`, wrong: ['id=A', 'id=99999'] },
};

/** Whoever asks for these is shown people or where they live, saying what for or in order to mend it: nothing else shows them. */
const IN_PLAIN = [
  'POST /api/reveal as inspector',
  'POST /api/exports/rejections as steward',
  'GET /api/addresses as steward',
  'GET /api/address as steward',
  'GET /api/address/decisions as steward',
];

const nameOf = ({ method, path }: Rule) => `${method} ${path}`;
const asked = POLICY.filter((rule) => QUESTIONS[nameOf(rule)]);

test('every route that tells of data, accounts or the trace is asked here', () => {
  const missing = POLICY.filter((rule) => {
    const tells = ['data', 'catalogue', 'trace', 'accounts'].includes(rule.reach);
    return tells && !QUESTIONS[nameOf(rule)] && (rule.method === 'GET' || rule.path.includes('exports'));
  });
  expect(missing.map(nameOf)).toEqual([]);
});

async function answersOf(role: Role | undefined, rule: Rule): Promise<Answer[]> {
  const { query, body, wrong = [] } = QUESTIONS[nameOf(rule)] as Question;
  const browser = browsers.get(role) as BrowserLike;
  const right = query ? `${rule.path}?${query()}` : rule.path;
  const answers = [await browser.ask(rule.method, right, body?.())];
  for (const query of wrong) answers.push(await browser.ask(rule.method, `${rule.path}?${query}`));
  if (body) answers.push(await browser.ask(rule.method, rule.path, { ...(body() as object), holder: HOLDER[0] }));
  return answers;
}

/** Every key of a JSON value, as paths; the columns of a file; what else there is by its kind. */
function keysOf({ body, headers }: Answer): string[] {
  if (typeof body !== 'string') return [...new Set(paths(body))].sort();
  const kind = headers.get('content-type')?.split(';')[0] ?? '';
  return kind === 'text/csv' ? (body.split('\r\n')[0] ?? '').replace('\uFEFF', '').split(',') : [kind];
}

function paths(value: unknown, at = ''): string[] {
  // What an entry says was there before and after is looked through below, not listed.
  if (/\.(before|after)$/.test(at)) return [at];
  if (Array.isArray(value)) return value.length === 0 ? [`${at}[]`] : value.flatMap((each) => paths(each, `${at}[]`));
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, each]) => paths(each, `${at}.${key}`));
}

test.each([undefined, ...ROLES])(
  'no person is in any answer to %s, and these are all fields there are',
  async (role) => {
    const keys: Record<string, string> = {};
    for (const rule of asked) {
      const [answer, ...mistakes] = (await answersOf(role, rule)) as [Answer, ...Answer[]];
      for (const { status, body, headers } of [answer, ...mistakes]) {
        const told = JSON.stringify([status, body, [...headers]]);
        const name = `${nameOf(rule)} as ${role}`;
        if (IN_PLAIN.includes(name) && status === 200) expect(told, name).toMatch(PERSONS);
        else expect(told, name).not.toMatch(PERSONS);
      }
      expect(answer.status === 200, nameOf(rule)).toBe(isAllowed(rule, role));
      for (const { status } of mistakes) expect([200, 400, 401, 403, 404]).toContain(status);
      if (answer.status === 200) keys[nameOf(rule)] = keysOf(answer).join(' ');
    }
    expect(keys).toMatchSnapshot();
  },
);

test('nor in the log, the figures or the trace, whoever was shown them', async () => {
  expect(app.logged().length).toBeGreaterThan(100);
  expect(JSON.stringify(app.logged())).not.toMatch(PERSONS);
  const { rows } = await app.db.query('select to_jsonb(audit_entry)::text as entry from audit_entry');
  expect(rows.length).toBeGreaterThan(10);
  expect(JSON.stringify(rows)).not.toMatch(PERSONS);
  expect(await app.edge.metrics.print()).not.toMatch(PERSONS);
});
