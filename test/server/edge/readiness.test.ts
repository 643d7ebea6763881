import { expect, test } from 'vitest';
import { openReadiness } from '../../../server/edge/readiness.ts';
import { startApp } from '../../support/app.ts';
import { makeHome } from '../../support/make-home.ts';
import { startServer } from '../../support/sunmap.ts';

test('a server is ready while its database answers, and not once it is about to end', async () => {
  const app = await startApp();
  expect(await app.get('/api/ready')).toEqual({ ready: true });
  app.edge.readiness.stop();
  const response = await fetch(`${app.url}/api/ready`);
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('5');
  expect(response.headers.get('connection')).toBe('close');
  expect(await response.json()).toEqual({ ready: false });
  // Who has not heard yet is still served.
  expect(await app.get('/api/health')).toMatchObject({ ok: true });
  await app.stop();
});

test('a database that is away makes the server unready, and its return ready again', async () => {
  let isThere = true;
  const readiness = openReadiness(async () => isThere);
  expect(await readiness.isReady()).toBe(true);
  isThere = false;
  await expect.poll(() => readiness.isReady(), { timeout: 3_000 }).toBe(false);
  isThere = true;
  await expect.poll(() => readiness.isReady(), { timeout: 3_000 }).toBe(true);
});

test('asked to end, the server first says that it is not ready, finishes what is under way, and ends well', async () => {
  const home = await makeHome();
  const server = await startServer({ ...home.env, SUNMAP_DRAIN: '2', SUNMAP_ACCESS: 'open' });
  expect((await fetch(`${server.url}/api/ready`)).status).toBe(200);
  const csv = `policy\n${'x\n'.repeat(1000)}`;
  const encoder = new TextEncoder();
  const slow = new ReadableStream({
    async start(controller) {
      controller.enqueue(encoder.encode(csv));
      await new Promise((resolve) => setTimeout(resolve, 3_500));
      controller.enqueue(encoder.encode('last\n'));
      controller.close();
    },
  });
  const underWay = fetch(`${server.url}/api/uploads?name=slow.csv`, {
    method: 'POST',
    body: slow,
    duplex: 'half',
  } as RequestInit);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const ended = server.stop();
  await expect.poll(async () => (await fetch(`${server.url}/api/ready`)).status, { timeout: 1_500 }).toBe(503);
  expect((await underWay).status).toBe(201);
  await expect(fetch(`${server.url}/api/ready`)).rejects.toThrow();
  expect(await ended).toBe(0);
  await home.drop();
});
