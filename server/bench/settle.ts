import type { CountyDivision } from '../../geodata/demo/county-division.ts';
import type { Random } from '../../geodata/demo/random.ts';
import { spokenName } from './spoken-name.ts';

/** A village as its people write it, and whether each name leads to it alone. */
export interface Resident {
  readonly village: string;
  readonly town: string;
  readonly name: string;
  readonly short: string;
  readonly uniqueInTown: boolean;
  readonly uniqueInCounty: boolean;
  /** Natural villages; `unique` when no other village has one of that name. */
  readonly hamlets: readonly { readonly name: string; readonly unique: boolean }[];
  readonly former: string | null;
}

interface Settled {
  readonly residents: readonly Resident[];
  /** Names that villages of two towns have. */
  readonly shared: readonly string[];
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

const FAMILIES = '陈李王张周徐顾钱陆沈朱吴孙马高范姚曹邹蒋俞缪翁龚瞿季归狄屈浦支殷单谈费樊葛';
const SETTLEMENTS = ['家宅', '家湾', '家坝', '家桥头', '家庄', '家塘', '家岭', '家屯', '巷里', '家角'];
const FORMER = [
  '七岗',
  '五爱',
  '勤劳',
  '跃进',
  '先锋',
  '立新',
  '红卫',
  '向阳',
  '曙光',
  '东方红',
  '卫东',
  '战斗',
  '朝阳',
  '永固',
];

/** Gives the villages of a county natural villages and, every third of them, a former name. */
export function settle(county: CountyDivision, random: Random): Settled {
  const villages = county.towns.flatMap((town) =>
    town.villages.map(({ code, name }) => ({ village: code, town: town.name, ...spokenName(name) })),
  );
  const inCounty = counts(villages.map(({ short }) => short));
  const inTown = counts(villages.map(({ town, name }) => `${town} ${name}`));
  const names = new Set([
    ...villages.flatMap(({ name, short }) => [name, short]),
    ...county.towns.map(({ name }) => shortTown(name)),
  ]);
  const formers = random.shuffled(FORMER.flatMap((one) => ['', '东', '西', '南', '北'].map((side) => `${side}${one}`)));
  const settled = villages.map((village) => {
    const former = random.next() < 1 / 3 ? formers.pop() : undefined;
    return {
      ...village,
      hamlets: [0, 1, 2].map(() => `${random.pick([...FAMILIES])}${random.pick(SETTLEMENTS)}`),
      former: former === undefined || names.has(former) ? null : `${former}村`,
    };
  });
  const hamletCounts = counts(settled.flatMap(({ hamlets }) => [...new Set(hamlets)]));
  const residents = settled.map(
    (one): Resident => ({
      ...one,
      uniqueInTown: inTown.get(`${one.town} ${one.name}`) === 1,
      uniqueInCounty: inCounty.get(one.short) === 1 && !county.towns.some(({ name }) => shortTown(name) === one.short),
      hamlets: one.hamlets.map((name) => ({ name, unique: hamletCounts.get(name) === 1 && !names.has(name) })),
    }),
  );
  return {
    residents,
    shared: sharedNames(villages),
    aliases: new Map(
      settled.map(({ village, hamlets, former }) => [village, former === null ? hamlets : [...hamlets, former]]),
    ),
  };
}

function sharedNames(villages: readonly { readonly town: string; readonly name: string }[]): string[] {
  const towns = new Map<string, Set<string>>();
  for (const { name, town } of villages) towns.set(name, (towns.get(name) ?? new Set()).add(town));
  return [...towns].filter(([, among]) => among.size > 1).map(([name]) => name);
}

const shortTown = (name: string): string => name.replace(/(?:街道|镇|乡|苏木)$/, '');

function counts(names: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  return found;
}
