import type { VillageBook } from './books.ts';
import type { Cast } from './cast.ts';
import type { DemoVillage } from './demo-village.ts';
import type { Operators } from './operators.ts';
import { PLANTED_FIGURES } from './planted-figures.ts';
import { Random } from './random.ts';
import type { Market } from './split-market.ts';

/** A village's market for house insurance; `guests` are records by sellers from elsewhere. */
interface HouseMarket extends Omit<Market, 'records'> {
  readonly guests: readonly number[];
}

/** Who sells where, and how much of it. */
export interface Sellers {
  housesOf(village: DemoVillage, book: VillageBook, random: Random): HouseMarket;
  /** Crop, property and livestock: nobody has as much of a village as in house insurance. */
  othersOf(village: DemoVillage, records: number, random: Random): Market;
  /** The one seller of a planted village. */
  plantedSeller(village: DemoVillage): number;
}

/** The star seller has so many policies in each of his villages. */
const STAR_POLICIES = 5;
/** Policies with one seller from which a village is no longer small: there nobody comes near three fifths. */
const LARGE = 50;

/** Every village has its first seller, in turn among those of the town; planted villages have one who is first nowhere else. */
export function placeSellers(
  villages: readonly DemoVillage[],
  cast: Cast,
  operators: Operators,
  seed: number,
): Sellers {
  const random = Random.of(seed, 'sellers');
  const own = ({ town }: DemoVillage) => operators.byTown[town] as readonly number[];
  const planted = new Map<number, number>();
  for (const index of cast.planted) {
    const village = villages[index] as DemoVillage;
    const taken = new Set(planted.values());
    planted.set(index, random.pick(own(village).filter((seller) => !taken.has(seller))));
  }
  const reserved = new Set(planted.values());
  const turn = operators.byTown.map((sellers) => random.shuffled(sellers.filter((seller) => !reserved.has(seller))));
  const starHome = villages.find(({ index }) => cast.roles[index] === 'star');
  const star = starHome ? (turn[starHome.town] ?? []).pop() : undefined;
  const first = villages.map(({ town, index }) => {
    const sellers = turn[town] as number[];
    return planted.get(index) ?? (sellers[index % sellers.length] as number);
  });
  const others = (village: DemoVillage) =>
    own(village).filter((seller) => seller !== first[village.index] && seller !== star && !reserved.has(seller));

  return {
    housesOf(village, { policies }, stream) {
      const topSeller = first[village.index] as number;
      const role = cast.roles[village.index];
      const guests = role === 'star' && star !== undefined ? Math.min(STAR_POLICIES, Math.floor(policies / 3)) : 0;
      const top = topOf(village, cast, policies, stream);
      const rivals = role === 'one-agent' ? [] : others(village);
      return { topSeller, top, others: rivals, guests: new Array<number>(guests).fill(star ?? topSeller) };
    },
    othersOf(village, records, stream) {
      const sellers = own(village);
      const top = Math.max(1, Math.round(records * Math.min(0.4, Math.max(0.1, stream.lognormal(0.2, 0.35)))));
      const topSeller = sellers[(village.index * 7) % sellers.length] as number;
      return { records, topSeller, top, others: sellers.filter((seller) => seller !== topSeller) };
    },
    plantedSeller: ({ index }) => planted.get(index) as number,
  };
}

/** How many policies the first seller has: exact where planted, by lot elsewhere (median a quarter of the village). */
function topOf({ index, town }: DemoVillage, cast: Cast, policies: number, random: Random): number {
  const role = cast.roles[index];
  const share = random.lognormal(0.26, 0.42);
  const even = random.next();
  const figures = PLANTED_FIGURES[cast.planted.indexOf(index)];
  if (figures) return figures.top;
  if (role === 'one-agent') return policies;
  if (role === 'local-agent') return Math.round(0.68 * policies);
  if (town === cast.remoteTown) return Math.round((0.5 + 0.2 * even) * policies);
  if (town === cast.floodTown || role === 'resettled') return Math.max(1, Math.round((0.12 + 0.12 * even) * policies));
  const most = policies * 0.6 > LARGE ? 0.5 : 0.6;
  return Math.max(1, Math.round(Math.min(most, Math.max(0.12, share)) * policies));
}
