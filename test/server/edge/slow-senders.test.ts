import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

interface Sender {
  readonly socket: Socket;
  /** What was answered, and after how many milliseconds the connection was gone. */
  readonly gone: Promise<{ answer: string; after: number }>;
}

function open(head: string): Sender {
  const began = Date.now();
  const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text) => {
    answer += text;
  });
  socket.on('error', () => {});
  if (head) socket.write(head);
  return {
    socket,
    gone: new Promise((resolve) => socket.once('close', () => resolve({ answer, after: Date.now() - began }))),
  };
}

const drip = (socket: Socket, text: string) => {
  const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write(text)), 400);
};

test('500 senders of half a head are cut off within ten seconds, and nobody else waits', async () => {
  const senders = Array.from({ length: 500 }, (_, i) =>
    open(i % 5 === 0 ? '' : 'GET /api/profile HTTP/1.1\r\nHost: sunmap\r\nX-Slow: '),
  );
  for (const { socket } of senders.filter((_, i) => i % 5 === 1)) drip(socket, 'a');
  const times: number[] = [];
  for (let i = 0; i < 50; i += 1) {
    const before = performance.now();
    expect((await fetch(`${app.url}/api/profile`)).status).toBe(200);
    times.push(performance.now() - before);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  // A busy machine is given its time: without limits the connections stay for a minute, and bodies for five.
  expect(times.sort((a, b) => a - b)[47]).toBeLessThan(3_000);
  const ends = await Promise.all(senders.map(({ gone }) => gone));
  expect(Math.max(...ends.map(({ after }) => after))).toBeLessThan(25_000);
  expect(ends.filter(({ answer }) => answer.startsWith('HTTP/1.1 408')).length).toBeGreaterThan(390);
});

test('a body that comes drop by drop is cut off after 15 seconds, wanted or not; a file may take its time', async () => {
  const head = (line: string) =>
    `${line} HTTP/1.1\r\nHost: sunmap\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n`;
  const wanted = open(head('POST /api/datasets'));
  const unwanted = open(head('GET /api/profile'));
  const disguised = open(head('POST /api/uploads/?name='));
  const file = open(head('POST /api/uploads?name=slow.csv'));
  for (const { socket } of [wanted, unwanted, disguised, file]) drip(socket, ' ');
  const ends = await Promise.all([wanted.gone, unwanted.gone, disguised.gone]);
  for (const { after } of ends) expect(after).toBeLessThan(45_000);
  expect(ends[0].answer).toMatch(/^HTTP\/1\.1 408[\s\S]*数据发送太慢/);
  expect(ends[1].answer).toMatch(/^HTTP\/1\.1 200/);
  expect(ends[2].answer).toMatch(/^HTTP\/1\.1 400/);
  expect(file.socket.destroyed).toBe(false);
  file.socket.destroy();
});

test('an address or head that no page makes is refused', async () => {
  expect((await fetch(`${app.url}/api/search?q=${'a'.repeat(3_000)}`)).status).toBe(414);
  const { gone } = open(`GET / HTTP/1.1\r\nHost: sunmap\r\nX-Long: ${'a'.repeat(40_000)}\r\n\r\n`);
  expect((await gone).answer).toMatch(/^HTTP\/1\.1 431/);
});
