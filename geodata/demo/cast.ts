import { CHANGSHU } from './changshu.ts';
import type { CountyDivision } from './county-division.ts';
import type { DemoVillage } from './demo-village.ts';
import { Random } from './random.ts';

/** What a village plays; what a whole town plays is said of the town. */
export type Role =
  | 'ordinary'
  | 'monopoly'
  | 'forced-sale'
  | 'one-agent'
  | 'resettled'
  | 'collective'
  | 'star'
  | 'local-agent'
  | 'centred'
  | 'merged'
  | 'namesake';

/** Who plays what, villages and towns by index. */
export interface Cast {
  readonly roles: readonly Role[];
  /** The three monopolies and then the forced sale. */
  readonly planted: readonly number[];
  readonly namesakes: readonly number[];
  /** Two sellers only; null in a county without a town to spare. */
  readonly remoteTown: number | null;
  readonly floodTown: number | null;
  /** Towns of a single unit, such as development zones: one seller each. */
  readonly zones: ReadonlySet<number>;
}

/** 罗墩村, 旗杆村, 渠中村 and, for the forced sale, 吉桥村. */
const PLANTED_IN_CHANGSHU = ['320581111224', '320581107210', '320581003200', '320581111223'];
/** How many villages play each part in a county of the size of 常熟. */
const TROUPE: readonly (readonly [Role, number])[] = [
  ['merged', 2],
  ['one-agent', 24],
  ['resettled', 1],
  ['collective', 2],
  ['local-agent', 6],
  ['centred', 3],
  ['star', 22],
];
const VILLAGES_OF_CHANGSHU = 359;
const FEWEST_VILLAGES = 20;

/** Gives out the parts by lot. Throws a RangeError when the county is too small to plant anything among ordinary villages. */
export function castRoles(county: CountyDivision, villages: readonly DemoVillage[], seed: number): Cast {
  const random = Random.of(seed, 'cast');
  const sizes = county.towns.map((_, t) => villages.filter((village) => village.town === t).length);
  const zones = new Set(sizes.flatMap((size, t) => (size === 1 ? [t] : [])));
  const planted = plant(county, villages, { zones, random });
  const hosts = new Set(planted.map((index) => villages[index]?.town));
  const spare = county.towns.flatMap((_, t) => (!zones.has(t) && !hosts.has(t) && (sizes[t] ?? 0) >= 5 ? [t] : []));
  const remoteTown = spare.length >= 2 ? farthest(spare, villages) : null;
  const floodTown = spare.length >= 3 ? random.pick(spare.filter((t) => t !== remoteTown)) : null;

  const isFree = ({ town }: DemoVillage) => !zones.has(town) && town !== remoteTown && town !== floodTown;
  const roles: Role[] = villages.map(() => 'ordinary');
  for (const [k, index] of planted.entries()) roles[index] = k < 3 ? 'monopoly' : 'forced-sale';
  const namesakes = findNamesakes(
    county,
    villages.filter((village) => isFree(village) && roles[village.index] === 'ordinary'),
  );
  for (const index of namesakes) roles[index] = 'namesake';
  const free = random.shuffled(villages.filter((village) => isFree(village) && roles[village.index] === 'ordinary'));
  const stock = [...free.filter((village) => !village.rural), ...free.filter((village) => village.rural)];
  for (const [role, count] of TROUPE) {
    const wanted = Math.max(1, Math.round((count * villages.length) / VILLAGES_OF_CHANGSHU));
    for (let k = 0; k < wanted && stock.length > villages.length / 4; k++) {
      const at =
        role === 'merged' ? stock.findLastIndex((village) => village.formerNames.length > 1) : stock.length - 1;
      const [village] = at < 0 ? [] : stock.splice(at, 1);
      if (village) roles[village.index] = role;
    }
  }
  return { roles, planted, namesakes, remoteTown, floodTown, zones };
}

interface Stage {
  readonly zones: ReadonlySet<number>;
  readonly random: Random;
}

function plant(county: CountyDivision, villages: readonly DemoVillage[], { zones, random }: Stage): number[] {
  if (county.code === CHANGSHU) {
    const indexes = PLANTED_IN_CHANGSHU.map((code) => villages.findIndex((village) => village.code === code));
    if (indexes.every((index) => index >= 0)) return indexes;
  }
  if (villages.length < FEWEST_VILLAGES) {
    throw new RangeError(
      `${county.name} has ${villages.length} villages; a demo county needs at least ${FEWEST_VILLAGES} to hide four among.`,
    );
  }
  const possible = villages.filter(({ town, shortIsUnique }) => shortIsUnique && !zones.has(town));
  const rural = possible.filter((village) => village.rural);
  const chosen = apartFromEachOther(random.shuffled(rural.length >= 4 ? rural : possible), 4);
  if (chosen.length < 4) throw new RangeError(`${county.name} has too few villages with names of their own.`);
  return chosen.map((village) => village.index);
}

/** The first village and then each time the one farthest from those chosen: planted villages should not be one another's neighbours. */
function apartFromEachOther(villages: readonly DemoVillage[], count: number): DemoVillage[] {
  const chosen = villages.slice(0, 1);
  const room = ({ centre: [x, y] }: DemoVillage) =>
    Math.min(...chosen.map(({ centre }) => Math.hypot(x - centre[0], y - centre[1])));
  while (chosen.length < Math.min(count, villages.length)) {
    chosen.push(villages.reduce((best, village) => (room(village) > room(best) ? village : best)));
  }
  return chosen;
}

/** The town whose villages lie farthest from the middle of the county, which is the origin of its plane. */
function farthest(towns: readonly number[], villages: readonly DemoVillage[]): number {
  const away = (town: number) => {
    const own = villages.filter((village) => village.town === town);
    return own.reduce((sum, { centre }) => sum + Math.hypot(...centre), 0) / own.length;
  };
  return towns.reduce((best, town) => (away(town) > away(best) ? town : best));
}

/** Two villages of one name in two towns, where the name is not part of a town's. */
function findNamesakes(county: CountyDivision, villages: readonly DemoVillage[]): number[] {
  const isTown = (short: string) => county.towns.some((town) => town.name.includes(short));
  for (const village of villages) {
    if (isTown(village.short)) continue;
    const other = villages.find(({ short, town }) => short === village.short && town !== village.town);
    if (other) return [village.index, other.index];
  }
  const first = villages.find((village) => village.rural);
  const second = villages.findLast((village) => village.rural && village.town !== first?.town);
  return first && second ? [first.index, second.index] : [];
}
