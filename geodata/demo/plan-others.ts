import { anySeason, type Season, sowingSeason } from './calendar.ts';
import type { DemoVillage } from './demo-village.ts';
import { householdOrder } from './households.ts';
import { Plan } from './plan.ts';
import type { County } from './plan-houses.ts';
import { Random } from './random.ts';
import { splitMarket } from './split-market.ts';

/** Crop insurance: signed when rice or wheat is sown. */
export const planCrops = (county: County): Plan => planOthers(county, 'crop', sowingSeason);

/** Household property and livestock: signed all the year round. */
export const planProperty = (county: County): Plan => planOthers(county, 'property', anySeason);

function planOthers({ villages, books, sellers, seed }: County, product: 'crop' | 'property', season: Season): Plan {
  const recordsOf = ({ index }: DemoVillage) => books[index]?.[product] ?? 0;
  const plan = new Plan(villages.reduce((sum, village) => sum + recordsOf(village), 0));
  for (const village of villages) {
    const random = Random.of(seed, product, village.index);
    const households = books[village.index]?.households ?? 1;
    const handlers = splitMarket(sellers.othersOf(village, recordsOf(village), random), random);
    const householdAt = householdOrder(households);
    const first = random.below(households);
    for (const [i, seller] of handlers.entries()) {
      const household = householdAt(first + i);
      const day = season.draw(random);
      plan.add({
        village: village.index,
        seller,
        household,
        day,
        permit: day,
        signed: true,
        payment: paymentOf(random),
      });
    }
  }
  return plan;
}

function paymentOf(random: Random): number {
  const u = random.next();
  return u < 0.6 ? 0 : u < 0.92 ? 1 : u < 0.99 ? 2 : 3;
}
