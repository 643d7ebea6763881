import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMapping } from '../../../geodata/datasets/read-mapping.ts';
import { createOnlineGeocoder } from '../../../server/geocode-online/create-online-geocoder.ts';
import { listAddresses } from '../../../server/geocode-online/list-addresses.ts';
import { geocoderSettings } from '../../../server/geocode-online/settings.ts';
import { Problem } from '../../../server/problem.ts';

/** A geocoder that knows one street, and other ways of answering by their first word. */
let server: Server;
let url: URL;
const asked: { q: string; at: number }[] = [];
beforeAll(async () => {
  server = createServer((req, res) => {
    const q = new URL(req.url ?? '/', 'http://localhost').searchParams.get('q') ?? '';
    asked.push({ q, at: performance.now() });
    if (q.startsWith('redirect')) return void res.writeHead(302, { location: '/search?q=Main Street 1' }).end();
    if (q.startsWith('broken')) return void res.end('<html>');
    if (q.startsWith('refused')) return void res.writeHead(429).end('[]');
    if (q.startsWith('silent')) return;
    const found = q.startsWith('Main Street') ? [{ lon: '-87.63', lat: '41.88', display_name: q }] : [];
    res.end(JSON.stringify(q.startsWith('nowhere') ? [{ lon: '0', lat: '0' }] : found));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/search`);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('a known address has a position, an unknown one none, and (0, 0) is no place', async () => {
  const ask = createOnlineGeocoder({ url, pause: 0 });
  expect(await ask('Main Street 1, 60601')).toEqual([-87.63, 41.88]);
  expect(await ask('Other Street')).toBeNull();
  expect(await ask('nowhere')).toBeNull();
});

test.each(['redirect', 'broken', 'refused', 'silent'])(
  'a service that is %s is said to be, and the address is not repeated',
  async (way) => {
    const ask = createOnlineGeocoder({ url, pause: 0, timeout: 300 });
    const secret = `${way} Elm Street 7`;
    const before = asked.length;
    const failure = await ask(secret).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Problem);
    expect((failure as Problem).message).toContain('no usable answer');
    expect((failure as Problem).message).not.toContain('Elm');
    expect(asked.length - before).toBe(1);
    expect(await ask('Main Street 2')).toEqual([-87.63, 41.88]);
  },
);

test('questions go one by one, with the pause between them', async () => {
  const ask = createOnlineGeocoder({ url, pause: 60 });
  const from = asked.length;
  await Promise.all(['Main Street 3', 'Main Street 4', 'Main Street 5'].map(ask));
  const times = asked.slice(from).map(({ at }) => at);
  expect(times).toHaveLength(3);
  expect((times[2] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(100);
});

const settings = (given: { SUNMAP_GEOCODER_URL?: string; SUNMAP_GEOCODER_PERSONS?: 'on' | 'off' }) =>
  geocoderSettings({ SUNMAP_GEOCODER_PERSONS: 'off', ...given });

test('there is none unless it is set, and only https leaves the machine', () => {
  expect(settings({})).toBeNull();
  expect(settings({ SUNMAP_GEOCODER_URL: 'https://geocoder.example/search' })).toMatchObject({ persons: false });
  expect(settings({ SUNMAP_GEOCODER_URL: 'http://127.0.0.1:9/search' })?.url.port).toBe('9');
  for (const SUNMAP_GEOCODER_URL of [
    'http://geocoder.example/search',
    'ftp://127.0.0.1/',
    'geocoder',
    'https://me:secret@geocoder.example/',
    'https://geocoder.example/?key=1',
  ]) {
    expect(() => settings({ SUNMAP_GEOCODER_URL })).toThrow(/^SUNMAP_GEOCODER_URL must be an https address/);
  }
  expect(() => settings({ SUNMAP_GEOCODER_PERSONS: 'on' })).toThrow(/needs SUNMAP_GEOCODER_URL/);
});

const file = () => ({
  name: 'shops.csv',
  bytes: (async function* () {
    yield new TextEncoder().encode(
      'street,zip,owner\nMain Street 1,60601,A\nMain Street 1,60601,B\n,,C\nElm Street 7,60602,D\n',
    );
  })(),
});
const place = { address: ['street', 'zip'] };

test('each address is asked once', async () => {
  const dataset = readMapping({ id: 'shops', place });
  expect(await listAddresses(file(), dataset, { persons: false })).toEqual([
    { address: 'Main Street 1, 60601', line: 2 },
    { address: 'Elm Street 7, 60602', line: 5 },
  ]);
});

test.each([{ holder: 'owner' }, { fields: [{ id: 'owner', sensitivity: 2 }] }])(
  'addresses beside persons (%j) stay in the house unless the setting says otherwise',
  async (persons) => {
    const dataset = readMapping({ id: 'homes', place, ...persons });
    await expect(listAddresses(file(), dataset, { persons: false })).rejects.toThrow(/do not leave the house/);
    expect(await listAddresses(file(), dataset, { persons: true })).toHaveLength(2);
  },
);
