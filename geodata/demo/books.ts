import { apportion } from './apportion.ts';
import type { Cast } from './cast.ts';
import type { CountyDivision } from './county-division.ts';
import type { DemoVillage } from './demo-village.ts';
import { PLANTED_FIGURES } from './planted-figures.ts';
import { Random } from './random.ts';

/** How much of everything a village has. */
export interface VillageBook {
  readonly households: number;
  readonly rebuilt: number;
  /** House-insurance policies that the households bought themselves, and how many households bought one. */
  readonly policies: number;
  readonly insured: number;
  /** Of the policies, how many were bought because of the flood. */
  readonly afterFlood: number;
  /** House-insurance policies that the collective bought for them, all on one day. */
  readonly collective: number;
  readonly crop: number;
  readonly property: number;
}

/** Records for each village where nothing is scaled: 100,000 in the 359 villages of 常熟. */
const RECORDS_PER_VILLAGE = 100_000 / 359;
const HOUSE_SHARE = 0.23;
const CROP_SHARE = 0.58;
/** In the 90 days after the flood 3.5 times as many policies are signed as in 90 ordinary days of the 1,096. */
const FLOOD_SURPLUS = 2.5 * (90 / 1096);
/** Ordinary villages thinner than this share of their usual business would make the planted ones stand out by volume alone. */
const THINNEST = 0.4;

/**
 * Shares out the records. Planted villages and look-alikes have figures of their own; the others grow and shrink with `records`,
 * households included. Throws a RangeError when so few records are asked for that ordinary villages would be left with too little.
 */
export function keepBooks(
  county: CountyDivision,
  villages: readonly DemoVillage[],
  { cast, records, seed }: { cast: Cast; records: number; seed: number },
): VillageBook[] {
  const random = Random.of(seed, 'books');
  const scale = records / (RECORDS_PER_VILLAGE * villages.length);
  const house = Math.round(HOUSE_SHARE * records);
  const drafts = villages.map((village) => draft(village, cast, { scale, random }));
  const fixed = drafts.reduce((sum, { policies, collective }) => sum + (policies ?? 0) + collective, 0);
  const wanted = drafts.reduce((sum, { demand }) => sum + demand, 0);
  if (house - fixed < THINNEST * wanted) {
    const fewest = Math.ceil((fixed * records) / (house - THINNEST * wanted) / 1000) * 1000;
    throw new RangeError(
      `${county.name} needs at least ${fewest} records for its planted villages to lie among ordinary ones.`,
    );
  }
  const ordinary = apportion(
    house - fixed,
    drafts.map(({ demand }) => demand),
  );
  const crop = apportion(
    Math.round(CROP_SHARE * records),
    drafts.map((own, i) => own.households * (villages[i]?.rural ? 1 : 0.02)),
  );
  const rest = records - house - Math.round(CROP_SHARE * records);
  const property = apportion(
    rest,
    drafts.map((own, i) => own.households * (villages[i]?.rural ? 1 : 0.4)),
  );
  return drafts.map((own, i) => {
    const policies = own.policies ?? (ordinary[i] as number);
    const afterFlood = own.flooded ? Math.round((policies * FLOOD_SURPLUS) / (1 + FLOOD_SURPLUS)) : 0;
    const insured = Math.min(policies, Math.max(1, Math.round(own.insured)));
    const { households, rebuilt, collective } = own;
    return {
      households,
      rebuilt,
      policies,
      insured,
      afterFlood,
      collective,
      crop: crop[i] as number,
      property: property[i] as number,
    };
  });
}

interface Draft {
  readonly households: number;
  readonly rebuilt: number;
  readonly insured: number;
  /** Given for villages with figures of their own; otherwise what is bought is shared out by `demand`. */
  readonly policies: number | null;
  readonly demand: number;
  readonly collective: number;
  readonly flooded: boolean;
}

interface Scene {
  readonly scale: number;
  readonly random: Random;
}

/** Every village draws the same numbers in the same order, whatever its role. */
function draft(village: DemoVillage, cast: Cast, { scale, random }: Scene): Draft {
  const size = Math.min(6000, Math.max(180, random.lognormal(village.rural ? 850 : 1340, 0.42)));
  const zone = cast.zones.has(village.town);
  const households = Math.max(8, Math.round((zone ? 0.12 * size : size) * scale));
  const rate = village.rural ? 0.05 + 0.07 * random.next() ** 0.6 : random.between(0.01, 0.03);
  const takeUp = 1 / random.between(1.15, 1.9);
  const rebuilt = Math.max(2, Math.round(households * rate));
  const flooded = village.town === cast.floodTown;
  const demand = rebuilt * takeUp * random.lognormal(1, 0.1) * (flooded ? 1 + FLOOD_SURPLUS : 1);
  const count = random.next();
  const usual = { households, rebuilt, insured: rebuilt * takeUp, policies: null, demand, collective: 0, flooded };
  const own = (few: number, many: number) => few + Math.floor(count * (many - few + 1));

  switch (cast.roles[village.index]) {
    case 'monopoly':
    case 'forced-sale': {
      const figures = PLANTED_FIGURES[cast.planted.indexOf(village.index)];
      if (!figures) return usual;
      return { ...usual, ...figures, insured: figures.policies, demand: 0 };
    }
    case 'one-agent': {
      const policies = own(6, 27);
      return {
        ...usual,
        households: 12 * policies + 60,
        rebuilt: policies + 3,
        insured: policies,
        policies,
        demand: 0,
      };
    }
    case 'local-agent': {
      const policies = own(45, 75);
      return {
        ...usual,
        households: 11 * policies,
        rebuilt: policies + 12,
        insured: 0.75 * policies,
        policies,
        demand: 0,
      };
    }
    case 'resettled': {
      const moved = Math.round(0.26 * households);
      return { ...usual, rebuilt: moved, insured: 0.8 * moved, policies: Math.round(0.95 * moved), demand: 0 };
    }
    case 'collective': {
      const houses = own(115, 150);
      return {
        ...usual,
        households: 11 * houses,
        rebuilt: houses,
        insured: 30,
        policies: 42,
        demand: 0,
        collective: Math.round(0.86 * houses),
      };
    }
    default:
      return usual;
  }
}
