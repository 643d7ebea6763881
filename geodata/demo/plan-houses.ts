import type { VillageBook } from './books.ts';
import { buildingSeason, DAYS, dayOf, isOfficeDay } from './calendar.ts';
import type { Cast, Role } from './cast.ts';
import type { DemoVillage } from './demo-village.ts';
import { householdOrder } from './households.ts';
import type { Operators } from './operators.ts';
import { COLLECTIVE, Plan } from './plan.ts';
import { FORCED_WITHIN_A_WEEK, PLANTED_FIGURES } from './planted-figures.ts';
import { Random } from './random.ts';
import type { Sellers } from './sellers.ts';
import { splitMarket } from './split-market.ts';

/** The flood of 15-25 July 2020: policies signed in the 90 days from its beginning. */
const FLOOD = dayOf('2020-07-15');
const AFTER_FLOOD = 90;
/** The day on which the collectives signed for everybody. */
const COLLECTIVE_DAY = dayOf('2019-10-16');
/** Usual shares: not signed in person; signed within a week of the permit; paid by the collective; cash; by another. */
const UNSIGNED = 0.03;
const WITHIN_A_WEEK = 0.12;

export interface County {
  readonly villages: readonly DemoVillage[];
  readonly books: readonly VillageBook[];
  readonly cast: Cast;
  readonly operators: Operators;
  readonly sellers: Sellers;
  readonly seed: number;
}

/** House insurance: a policy after each building permit, renewals a year later, and everything that was planted. */
export function planHouses(county: County): Plan {
  const plan = new Plan(county.books.reduce((sum, book) => sum + book.policies + book.collective, 0));
  for (const village of county.villages) {
    const random = Random.of(county.seed, 'houses', village.index);
    planVillage(plan, { county, village, random });
    planCollective(plan, { county, village, random });
  }
  return plan;
}

interface Setting {
  readonly county: County;
  readonly village: DemoVillage;
  readonly random: Random;
}

/** What the households bought themselves. */
function planVillage(plan: Plan, { county: { books, cast, sellers }, village, random }: Setting): void {
  const book = books[village.index] as VillageBook;
  const role = cast.roles[village.index] as Role;
  const householdAt = householdOrder(book.households);
  const { guests, ...market } = sellers.housesOf(village, book, random);
  const handlers = [...splitMarket({ ...market, records: book.policies - guests.length }, random), ...guests];
  const contracts = role === 'forced-sale' ? forcedContracts(book.policies, random) : contractsOf(book, random);
  const unsigned = unsignedAmong(handlers, { topSeller: market.topSeller, cast, village, random });
  for (const [i, { k, permit, day }] of contracts.entries()) {
    const [seller, signed] = [handlers[i] as number, !unsigned[i]];
    plan.add({
      ...{ village: village.index, household: householdAt(k), permit, day },
      ...{ seller, signed, payment: paymentOf(role, random) },
    });
  }
}

/** What the collective bought for them, through one seller, on one day. */
function planCollective(plan: Plan, { county: { books, operators }, village, random }: Setting): void {
  const { households, collective } = books[village.index] as VillageBook;
  const householdAt = householdOrder(households);
  const seller = random.pick(operators.byTown[village.town] as readonly number[]);
  for (let k = 0; k < collective; k++) {
    plan.add({
      ...{ village: village.index, household: householdAt(k), permit: COLLECTIVE_DAY - random.whole(8, 300) },
      ...{ day: COLLECTIVE_DAY, seller, signed: true, payment: COLLECTIVE },
    });
  }
}

/** A permit and the signature that follows it, for the k-th rebuilt house of the village. */
interface Contract {
  readonly k: number;
  readonly permit: number;
  readonly day: number;
}

function contractsOf({ policies, insured, afterFlood }: VillageBook, random: Random): Contract[] {
  const contracts: Contract[] = [];
  for (let k = 0; k < insured; k++) {
    const flooded = k < Math.min(afterFlood, insured);
    contracts.push(flooded ? floodContract(k, random) : newContract(k, random, usualLag));
  }
  for (let i = insured; i < policies; i++) {
    const flooded = i - insured < afterFlood - insured;
    contracts.push(flooded ? floodContract(random.below(insured), random) : renewal(contracts, random));
  }
  return random.shuffled(contracts);
}

function forcedContracts(policies: number, random: Random): Contract[] {
  const quick = Math.ceil(FORCED_WITHIN_A_WEEK * policies);
  const lag = (k: number) => (k < quick ? () => random.whole(-7, 7) : slowLag);
  return random.shuffled(Array.from({ length: policies }, (_, k) => newContract(k, random, lag(k))));
}

function newContract(k: number, random: Random, lag: (random: Random) => number): Contract {
  for (;;) {
    const permit = buildingSeason.draw(random);
    const day = permit + lag(random);
    if (isOfficeDay(day)) return { k, permit, day };
  }
}

const usualLag = (random: Random): number => (random.next() < WITHIN_A_WEEK ? random.whole(0, 7) : slowLag(random));
const slowLag = (random: Random): number => 8 + Math.floor(random.exponential(32));

function floodContract(k: number, random: Random): Contract {
  const day = FLOOD + random.below(AFTER_FLOOD);
  return { k, day, permit: day - slowLag(random) };
}

/** Another year for a house insured a year ago; where none is old enough, another building of one of the households. */
function renewal(contracts: readonly Contract[], random: Random): Contract {
  for (let attempt = 0; attempt < 6; attempt++) {
    const { k, permit, day } = random.pick(contracts);
    const next = day + 365 + random.whole(-12, 12);
    if (next < DAYS && isOfficeDay(next)) return { k, permit, day: next };
  }
  return newContract(random.pick(contracts).k, random, usualLag);
}

interface Signing {
  readonly topSeller: number;
  readonly cast: Cast;
  readonly village: DemoVillage;
  readonly random: Random;
}

/** Which policies the holder did not sign: an exact share of what was planted, a few anywhere. */
function unsignedAmong(handlers: readonly number[], { topSeller, cast, village, random }: Signing): boolean[] {
  const figures = PLANTED_FIGURES[cast.planted.indexOf(village.index)];
  const few = handlers.map(() => random.next() < UNSIGNED);
  if (!figures) return few;
  const forced = cast.roles[village.index] === 'forced-sale';
  const concerned = handlers.flatMap((seller, i) => (forced || seller === topSeller ? [i] : []));
  const missing = new Set(random.shuffled(concerned).slice(0, Math.round(figures.unsigned * concerned.length)));
  const inQuestion = new Set(concerned);
  return few.map((other, i) => (inQuestion.has(i) ? missing.has(i) : other));
}

/** Collectives pay for a few in ordinary villages; where figures are exact they pay only what was resolved. */
function paymentOf(role: Role, random: Random): number {
  const u = random.next();
  if (u < 0.7) return 0;
  if (u < 0.922) return 1;
  if (u < 0.985) return 2;
  return role === 'ordinary' ? COLLECTIVE : 0;
}
