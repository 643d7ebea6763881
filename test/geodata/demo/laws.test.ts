import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion } from '../../../geodata/demo/apportion.ts';
import { buildingSeason, dateText, dayOf, isOfficeDay } from '../../../geodata/demo/calendar.ts';
import { householdOrder } from '../../../geodata/demo/households.ts';
import { inventNames } from '../../../geodata/demo/person-name.ts';
import { planeAt } from '../../../geodata/demo/plane.ts';
import { keyed, Random } from '../../../geodata/demo/random.ts';
import { splitMarket } from '../../../geodata/demo/split-market.ts';

test('shares of a total add up to it, and each is within one of its exact share', () => {
  const weights = fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(fc.nat(100_000), weights, (total, given) => {
      const shares = apportion(total, given);
      const sum = given.reduce((a, b) => a + b, 0);
      expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
      for (const [i, share] of shares.entries())
        expect(Math.abs(share - (total * (given[i] as number)) / sum)).toBeLessThan(1.001);
    }),
  );
});

test('a market gives the first seller exactly his records and all others together the rest', () => {
  const others = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2000 }),
      fc.double({ min: 0.05, max: 1, noNaN: true }),
      others,
      fc.integer(),
      (records, share, rivals, seed) => {
        const top = Math.max(1, Math.round(share * records));
        const handlers = splitMarket({ records, topSeller: 0, top, others: rivals }, new Random(seed));
        expect(handlers).toHaveLength(records);
        expect(handlers.filter((seller) => seller === 0)).toHaveLength(top);
        expect(handlers.every((seller) => seller === 0 || rivals.includes(seller))).toBe(true);
      },
    ),
  );
});

test('every household comes up once before any comes up again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), (households) => {
      const order = householdOrder(households);
      expect(new Set(Array.from({ length: households }, (_, k) => order(k))).size).toBe(households);
      expect(order(households)).toBe(order(0));
    }),
  );
});

test('days and dates are two names for one thing', () => {
  fc.assert(
    fc.property(fc.integer({ min: -90, max: 1095 }), (day) => {
      expect(dayOf(dateText(day))).toBe(day);
    }),
  );
  expect(dateText(0)).toBe('2018-07-01');
  expect(dateText(1095)).toBe('2021-06-30');
});

test('nobody builds at Spring Festival', () => {
  const random = new Random(1);
  const days = Array.from({ length: 20_000 }, () => buildingSeason.draw(random));
  expect(days.filter((day) => day >= 0 && !isOfficeDay(day))).toEqual([]);
});

test('the plane gives back the position it was given', () => {
  const plane = planeAt([120.8, 31.69]);
  const near = fc.tuple(
    fc.double({ min: 120.3, max: 121.3, noNaN: true }),
    fc.double({ min: 31.4, max: 32, noNaN: true }),
  );
  fc.assert(
    fc.property(near, ([lng, lat]) => {
      const [x, y] = plane.toPlane([lng, lat]);
      const [backLng, backLat] = plane.toPosition(x, y);
      expect(backLng).toBeCloseTo(lng, 5);
      expect(backLat).toBeCloseTo(lat, 5);
    }),
  );
});

test('no two sellers have one name', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      expect(new Set(inventNames(1500, new Random(seed))).size).toBe(1500);
    }),
    { numRuns: 5 },
  );
});

test('random numbers are even, and streams of other names are other streams', () => {
  const stream = Random.of(7, 'one');
  const values = Array.from({ length: 20_000 }, (_, i) => [stream.next(), keyed(7, i)] as const);
  for (const k of [0, 1] as const) {
    const mean = values.reduce((sum, pair) => sum + pair[k], 0) / values.length;
    expect(mean).toBeCloseTo(0.5, 1);
    expect(values.every((pair) => pair[k] >= 0 && pair[k] < 1)).toBe(true);
  }
  expect(Random.of(7, 'two').next()).not.toBe(Random.of(7, 'one').next());
});
