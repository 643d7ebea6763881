import { expect, test, vi } from 'vitest';
import type { TraceEvent } from '../../../geodata/model/trace.ts';
import { openFloodGate } from '../../../server/trace/flood-gate.ts';

const event = (after: TraceEvent['after']): TraceEvent => ({
  actor: { kind: 'account', id: '7', name: '李四' },
  requestId: 'request-1',
  action: 'access.refuse',
  after: after ?? null,
});

function openGate() {
  const entered: TraceEvent[] = [];
  const gate = openFloodGate(async (event) => void entered.push(event), 50);
  return { gate, entered };
}

test('the first of a minute is entered at once, the rest as one sum when the minute ends', async () => {
  const { gate, entered } = openGate();
  await gate.enter('7', event('a'));
  expect(entered).toEqual([event('a')]);
  for (let n = 0; n < 1000; n += 1) await gate.enter('7', event(n % 2 ? 'a' : 'b'));
  expect(entered).toHaveLength(1);
  await vi.waitFor(() => expect(entered).toHaveLength(2));
  expect(entered[1]).toMatchObject({
    requestId: null,
    after: {
      repeated: 1000,
      parts: [
        { times: 500, after: 'b' },
        { times: 500, after: 'a' },
      ],
    },
  });
  await gate.enter('7', event('a'));
  expect(entered, 'a new minute has a first of its own').toHaveLength(3);
  await gate.close();
});

test('closing enters the sums that are open, and nothing where there was only a first', async () => {
  const { gate, entered } = openGate();
  await gate.enter('1', event('a'));
  await gate.enter('2', event('a'));
  await gate.enter('2', event('a'));
  await gate.close();
  expect(entered.map(({ after }) => after)).toEqual(['a', 'a', { repeated: 1, parts: [{ times: 1, after: 'a' }] }]);
});

test('neither many keys nor many contents make many entries', async () => {
  const { gate, entered } = openGate();
  for (let n = 0; n < 5000; n += 1) await gate.enter(`${n}`, event(n));
  await gate.close();
  expect(entered.length).toBeLessThan(250);
  const sum = entered.at(-1)?.after as { repeated: number; parts: unknown[] };
  expect(entered.length - 1 + sum.repeated, 'none is lost').toBe(5000);
  expect(sum.parts.length).toBeLessThanOrEqual(51);
});
