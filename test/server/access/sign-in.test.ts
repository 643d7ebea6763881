import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hotp, stepAt } from '../../../server/access/totp.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { makeAccount, openBrowserLike, PASSWORD } from '../../support/browser-like.ts';

// The server trusts this machine to say where a request comes from, as behind a proxy; each test plays from addresses of its own.
let clock = new Date('2026-03-01T08:00:00Z');
let app: TestApp;
let lastAddress = 0;

const pass = (seconds: number) => {
  clock = new Date(clock.getTime() + seconds * 1000);
};
const newAddress = () => {
  lastAddress += 1;
  return `198.51.${lastAddress >> 8}.${lastAddress & 255}`;
};
const from = (address: string) => openBrowserLike(app, { 'x-forwarded-for': address });
const signIn = (browser: ReturnType<typeof from>, name: string, password: string, code?: string) =>
  browser.ask('POST', '/api/session', { name, password, ...(code === undefined ? {} : { code }) });

beforeAll(async () => {
  app = await startApp({ access: 'enforced', now: () => clock });
  app.express.set('trust proxy', 'loopback');
  const now = clock;
  for (const name of ['owner', 'closed', 'careful', 'victim', 'traveller', 'admin']) {
    await makeAccount(app, name, { role: name === 'admin' ? 'system-admin' : 'inspector', now });
  }
  await app.db.query(`update account set state = 'disabled' where name = 'closed'`);
});
afterAll(() => app.stop());
beforeEach(async () => {
  pass(7_200);
  await app.db.query('delete from sign_in_count');
});

test('name and password open a session; the name in any case and width', async () => {
  const browser = from(newAddress());
  const answer = await signIn(browser, ' ＯWNER ', PASSWORD);
  expect(answer.status).toBe(200);
  expect(answer.body.account).toMatchObject({ name: 'owner', role: 'inspector', pending: null, idleMinutes: 30 });
  expect((await browser.ask('GET', '/api/datasets')).status).toBe(200);
});

test('an unknown name, a wrong password and a disabled account are answered alike', async () => {
  const refusals = [
    await signIn(from(newAddress()), 'stranger', PASSWORD),
    await signIn(from(newAddress()), 'owner', 'not the password'),
    await signIn(from(newAddress()), 'closed', PASSWORD),
    await signIn(from(newAddress()), '../../etc', PASSWORD),
  ];
  const seen = refusals.map(({ status, body, headers }) => [
    status,
    body,
    headers.getSetCookie(),
    [...headers.keys()].join(),
  ]);
  expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(refusals[0]?.status).toBe(401);
});

test('and cost alike: none is told apart by the time that it takes', async () => {
  // Time of the processor, the least of several rounds side by side: what else the machine does is not counted.
  const costs = new Map<string, number>();
  for (let round = 0; round < 8; round += 1) {
    for (const name of ['stranger', 'owner', 'closed']) {
      const before = process.cpuUsage();
      await signIn(from(newAddress()), name, 'not the password');
      const { user, system } = process.cpuUsage(before);
      costs.set(name, Math.min(costs.get(name) ?? Infinity, user + system));
    }
  }
  const known = costs.get('owner') as number;
  // Without the hash an unknown name is answered at a fraction of the cost.
  for (const name of ['stranger', 'closed']) {
    expect((costs.get(name) as number) / known, name).toBeGreaterThan(0.6);
    expect((costs.get(name) as number) / known, name).toBeLessThan(1.7);
  }
});

test('of fifty guesses from one address few are looked at; the rest wait', async () => {
  const browser = from(newAddress());
  const statuses = [];
  for (let i = 0; i < 50; i += 1) statuses.push((await signIn(browser, 'victim', `guess number ${i}`)).status);
  expect(statuses.filter((status) => status === 401).length).toBe(5);
  expect(statuses.filter((status) => status === 429).length).toBe(45);
  const slowed = await signIn(browser, 'victim', PASSWORD);
  expect(slowed.status).toBe(429);
  expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('fifty guesses at once are no more than fifty one after another', async () => {
  const browser = from(newAddress());
  const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => signIn(browser, 'victim', `guess ${i}`)));
  expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(6);
});

test('each wait is twice the last, up to a quarter of an hour, and an hour of quiet ends it', async () => {
  const browser = from(newAddress());
  for (let i = 0; i < 5; i += 1) expect((await signIn(browser, 'victim', `guess number ${i}`)).status).toBe(401);
  const waits = [];
  for (let i = 0; i < 12; i += 1) {
    const slowed = await signIn(browser, 'victim', 'not looked at');
    expect([slowed.status, slowed.body.seconds]).toEqual([429, Number(slowed.headers.get('retry-after'))]);
    waits.push(slowed.body.seconds);
    pass(slowed.body.seconds);
    expect((await signIn(browser, 'victim', `guess again ${i}`)).status).toBe(401);
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  pass(3_601);
  expect((await signIn(browser, 'victim', PASSWORD)).status).toBe(200);
});

test('an unknown name is slowed exactly as a known one', async () => {
  const tell = async (name: string) => {
    const browser = from(newAddress());
    const statuses = [];
    for (let i = 0; i < 12; i += 1) statuses.push((await signIn(browser, name, `guess number ${i}`)).status);
    return statuses;
  };
  expect(await tell('nobody-at-all')).toEqual(await tell('victim'));
});

test('whatever strangers do, the owner’s own browser gets in: from a new address, and in the midst of guessing', async () => {
  const owner = from(newAddress());
  expect((await signIn(owner, 'victim', PASSWORD)).status).toBe(200);
  for (let i = 0; i < 60; i += 1) await signIn(from(newAddress()), 'victim', `guess number ${i}`);
  const stranger = await signIn(from(newAddress()), 'victim', PASSWORD);
  expect(stranger.status).toBe(429);
  const moved = openBrowserLike(app, { 'x-forwarded-for': newAddress() });
  moved.cookies.set('sunmap-device', owner.cookies.get('sunmap-device') as string);
  expect((await signIn(moved, 'victim', PASSWORD)).status).toBe(200);
});

test('from an address the owner used before, a new browser gets in too, while a crowd guesses elsewhere', async () => {
  const office = newAddress();
  expect((await signIn(from(office), 'traveller', PASSWORD)).status).toBe(200);
  for (let i = 0; i < 60; i += 1) await signIn(from(newAddress()), 'traveller', `guess number ${i}`);
  expect((await signIn(from(office), 'traveller', PASSWORD)).status).toBe(200);
});

test('a crowd of addresses that guesses at one account is slowed together', async () => {
  const statuses = [];
  for (let i = 0; i < 60; i += 1) {
    statuses.push((await signIn(from(newAddress()), 'owner', `guess number ${i}`)).status);
  }
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(20);
});

test('one address that tries many names is slowed', async () => {
  const browser = from(newAddress());
  const statuses = [];
  for (let i = 0; i < 60; i += 1) statuses.push((await signIn(browser, `name-${i}`, PASSWORD)).status);
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(30);
});

test('a stolen mark of a browser is no way to guess faster, nor worth anything for another name', async () => {
  const owner = from(newAddress());
  await signIn(owner, 'owner', PASSWORD);
  const mark = owner.cookies.get('sunmap-device') as string;
  const looked = async (name: string) => {
    let count = 0;
    for (let i = 0; i < 40; i += 1) {
      const thief = from(newAddress());
      thief.cookies.set('sunmap-device', mark);
      if ((await signIn(thief, name, `guess number ${i}`)).status === 401) count += 1;
    }
    return count;
  };
  expect(await looked('owner')).toBe(10);
  expect(await looked('victim')).toBeLessThanOrEqual(20);
});

test('a restart does not give a guesser a fresh start: the counts are in the database', async () => {
  const address = newAddress();
  for (let i = 0; i < 8; i += 1) await signIn(from(address), 'victim', `guess number ${i}`);
  const { rows } = await app.db.query('select failures from sign_in_count where open_at > $1', [clock]);
  expect(rows.length).toBe(1);
});

/** Sets a second factor up; returns its secret and recovery codes. */
async function enrol(name: string) {
  const browser = from(newAddress());
  expect((await signIn(browser, name, PASSWORD)).status).toBe(200);
  const offer = await browser.ask('POST', '/api/second-factor', { password: PASSWORD });
  expect(offer.status).toBe(201);
  const secret = fromBase32(offer.body.secret);
  const code = hotp(secret, stepAt(clock));
  const confirmed = await browser.ask('POST', '/api/second-factor/confirmation', { password: PASSWORD, code });
  expect(confirmed.status).toBe(201);
  return { browser, secret, code, recoveryCodes: confirmed.body.recoveryCodes as string[] };
}

function fromBase32(text: string): Buffer {
  const bits = [...text]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

test('with a second factor the password alone opens nothing; each code works once, and so does each recovery code', async () => {
  const { secret, code, recoveryCodes } = await enrol('careful');
  const browser = from(newAddress());
  const asked = await signIn(browser, 'careful', PASSWORD);
  expect([asked.status, asked.body.needs, browser.cookies.size]).toEqual([401, 'code', 0]);
  expect((await signIn(browser, 'careful', PASSWORD, code)).status, 'the code of the enrolment is used up').toBe(401);
  expect((await signIn(browser, 'careful', PASSWORD, '000000')).status).toBe(401);
  pass(60);
  const next = hotp(secret, stepAt(clock));
  const twice = await Promise.all([
    signIn(from(newAddress()), 'careful', PASSWORD, next),
    signIn(from(newAddress()), 'careful', PASSWORD, next),
  ]);
  expect(twice.map(({ status }) => status).sort()).toEqual([200, 401]);

  expect(recoveryCodes.length).toBe(10);
  const recovery = (recoveryCodes[0] as string).toLowerCase();
  const recovered = await signIn(from(newAddress()), 'careful', PASSWORD, recovery);
  expect([recovered.status, recovered.body.account.recoveryCodesLeft]).toEqual([200, 9]);
  expect((await signIn(from(newAddress()), 'careful', PASSWORD, recovery)).status).toBe(401);
  const wrong = await signIn(from(newAddress()), 'careful', 'not the password', recoveryCodes[1]);
  expect(wrong.body.needs).toBeUndefined();
});

test('whoever has the password cannot try codes for ever by asking in between', async () => {
  const address = newAddress();
  let looked = 0;
  for (let i = 0; i < 30; i += 1) {
    await signIn(from(address), 'careful', PASSWORD);
    if ((await signIn(from(address), 'careful', PASSWORD, String(100_000 + i))).status === 401) looked += 1;
  }
  expect(looked).toBeLessThanOrEqual(6);
});

test('secrets lie sealed or hashed: a copy of the database signs nobody in', async () => {
  const { rows } = await app.db.query(`select totp_secret, password_hash from account where name = 'careful'`);
  const tokens = await app.db.query('select token_hash from session');
  expect(rows[0].totp_secret).toMatch(/^[\w-]{60,}$/);
  expect(rows[0].password_hash).toMatch(/^\$argon2id\$/);
  for (const { token_hash } of tokens.rows) expect(token_hash).toMatch(/^[0-9a-f]{64}$/);
});

test('an administrator without a second factor can do nothing but set one up', async () => {
  const browser = from(newAddress());
  expect((await signIn(browser, 'admin', PASSWORD)).body.account.pending).toBe('second-factor');
  expect((await browser.ask('GET', '/api/accounts')).status).toBe(403);
  const { browser: ready } = await enrol('admin');
  expect((await ready.ask('GET', '/api/accounts')).status).toBe(200);
});

test('taking the second factor away asks for the password and a code', async () => {
  const { browser, secret } = await enrol('owner');
  pass(60);
  expect((await browser.ask('DELETE', '/api/second-factor', { password: PASSWORD, code: '123456' })).status).toBe(403);
  const code = hotp(secret, stepAt(clock));
  expect((await browser.ask('DELETE', '/api/second-factor', { password: 'x', code })).status).toBe(403);
  expect((await browser.ask('DELETE', '/api/second-factor', { password: PASSWORD, code })).status).toBe(200);
  expect((await signIn(from(newAddress()), 'owner', PASSWORD)).status).toBe(200);
});

test('a hash with weaker parameters is made again at sign-in', async () => {
  const { hash } = await import('@node-rs/argon2');
  const weak = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1 });
  await app.db.query(`update account set password_hash = $1 where name = 'victim'`, [weak]);
  expect((await signIn(from(newAddress()), 'victim', PASSWORD)).status).toBe(200);
  const { rows } = await app.db.query(`select password_hash from account where name = 'victim'`);
  expect(rows[0].password_hash).toContain('m=19456,t=2');
});
