import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Home, makeHome } from '../../support/make-home.ts';
import { type RunningServer, startServer } from '../../support/sunmap.ts';

let home: Home;
let server: RunningServer;
let port: number;
beforeAll(async () => {
  home = await makeHome();
  port = await freePort();
  server = await startServer({
    ...home.env,
    SUNMAP_METRICS_PORT: `${port}`,
    SUNMAP_LOG: 'info',
    SUNMAP_ACCESS: 'open',
  });
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await home.drop();
});

const figures = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();

test('the private port tells what was asked how often, how long it took, and how the process is', async () => {
  await fetch(`${server.url}/api/search?q=${encodeURIComponent('张三的秘密')}`);
  await fetch(`${server.url}/api/area?dataset=hush&level=village&code=1`);
  await fetch(`${server.url}/no/such/hush`);
  await expect.poll(figures).toContain('sunmap_http_requests_total{method="GET",route="/api/search",status="200"} 1');
  const text = await figures();
  expect(text).toContain('sunmap_http_requests_total{method="GET",route="/api/area",status="404"} 1');
  expect(text).toMatch(/sunmap_http_request_seconds_bucket\{le="0.05",method="GET",route="\/api\/search"\} \d/);
  expect(text).toContain(`sunmap_database{kind="${home.kind}"} 1`);
  for (const name of ['imports_total', 'engine_replacements_total', 'rate_limited_total', 'database_unavailable_total'])
    expect(text).toContain(`# TYPE sunmap_${name} counter`);
  expect(text).toContain('nodejs_eventloop_lag_seconds');
  expect(text).toContain('process_resident_memory_bytes');
  expect(text).not.toMatch(/hush|张三|%E5/i);
});

test('the port that everybody reaches has no figures', async () => {
  expect(await (await fetch(`${server.url}/metrics`)).text()).not.toContain('sunmap_http_requests_total');
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
});

test('the log is one JSON object for each line on standard error, and the sentence for people stays on standard output', async () => {
  const id = (await fetch(`${server.url}/api/profile?x=hush`)).headers.get('x-request-id');
  await expect.poll(() => server.output()).toContain(id);
  const line = server
    .output()
    .split('\n')
    .find((text) => text.includes(`${id}`)) as string;
  expect(JSON.parse(line)).toMatchObject({ id, route: '/api/profile', status: 400 });
  expect(server.output()).toMatch(/^Sunmap is ready at http:\/\/127\.0\.0\.1:\d+$/m);
  expect(server.output()).not.toContain('hush');
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
