import { afterEach, expect, test } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { clientAddress } from '../../../server/edge/client-address.ts';
import { openRateLimits } from '../../../server/edge/rate-limits.ts';
import { startApp, type TestApp } from '../../support/app.ts';

let app: TestApp | null = null;
afterEach(async () => {
  await app?.stop();
  app = null;
});

const ask = (path: string, from?: string, init: RequestInit = {}) =>
  fetch((app as TestApp).url + path, { ...init, headers: from === undefined ? {} : { 'x-forwarded-for': from } });

test('who asks too often is told to wait, and for how long; probes are not counted', async () => {
  app = await startApp({ settings: { SUNMAP_READS: '5' } });
  for (let i = 0; i < 5; i += 1) expect((await ask('/api/profile')).status).toBe(200);
  const refused = await ask('/API/profile/');
  expect(refused.status).toBe(429);
  const wait = Number(refused.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
  expect((await refused.json()).error).toMatch(/请求过于频繁.*try again/);
  expect((await ask('/api/ready')).status).toBe(200);
});

test('changes are counted apart from looking, and harder', async () => {
  app = await startApp({ settings: { SUNMAP_CHANGES: '2' } });
  const change = () => ask('/api/datasets', undefined, { method: 'POST' });
  expect([(await change()).status, (await change()).status, (await change()).status]).toEqual([400, 400, 429]);
  expect((await ask('/api/profile')).status).toBe(200);
});

test('a made-up X-Forwarded-For changes nothing while no proxy is trusted', async () => {
  app = await startApp({ settings: { SUNMAP_READS: '3' } });
  const statuses: number[] = [];
  for (let i = 0; i < 10; i += 1) statuses.push((await ask('/api/profile', `198.51.100.${i}`)).status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(3);
});

test('behind a trusted proxy each client has a budget, and what the client put before the proxy’s word is not heard', async () => {
  app = await startApp({ settings: { SUNMAP_READS: '2', SUNMAP_TRUSTED_PROXIES: '127.0.0.1/32, ::1' } });
  for (const client of ['198.51.100.1', '198.51.100.2']) {
    const statuses: number[] = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await ask('/api/profile', `203.0.113.${i}, ${client}`)).status);
    expect(statuses).toEqual([200, 200, 429]);
  }
});

test('all clients together have a budget too, and one who sends in excess does not use it up', async () => {
  const settings = { SUNMAP_READS: '2', SUNMAP_READS_TOTAL: '5', SUNMAP_TRUSTED_PROXIES: '127.0.0.1' };
  app = await startApp({ settings });
  for (let i = 0; i < 20; i += 1) await ask('/api/profile', '198.51.100.1');
  expect((await ask('/api/profile', '198.51.100.2')).status).toBe(200);
  for (let i = 3; i < 20; i += 1) await ask('/api/profile', `198.51.100.${i}`);
  expect((await ask('/api/profile', '198.51.100.99')).status).toBe(429);
  expect(await app.edge.metrics.print()).toMatch(/sunmap_rate_limited_total\{kind="read",scope="system"\} \d+/);
});

test('an account has one budget, whatever addresses it comes from', async () => {
  const limits = openRateLimits({ read: { each: 2, total: 0 }, change: { each: 2, total: 0 } });
  const take = (address: string) => limits.take('read', { address, account: 'inspector-1' });
  expect([await take('a'), await take('b')]).toEqual([null, null]);
  expect(await take('c')).toMatchObject({ scope: 'account' });
});

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['not an address', '192.0.2.1'],
])('%s is counted as %s', (ip, counted) => {
  expect(clientAddress({ ip, socket: { remoteAddress: '192.0.2.1' } } as never)).toBe(counted);
});

test.each(['true', '1', 'loopback', '10.0.0.0/33', '10.0.0.0/8/8', 'proxy.example'])(
  '%s is no list of proxies',
  (text) => {
    expect(() => readConfig({ SUNMAP_TRUSTED_PROXIES: text })).toThrow('SUNMAP_TRUSTED_PROXIES');
  },
);
