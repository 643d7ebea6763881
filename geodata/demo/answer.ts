import type { VillageBook } from './books.ts';
import type { Cast, Role } from './cast.ts';
import type { AnswerKey, LookAlike, LookAlikeId } from './demo-county.ts';
import type { DemoVillage } from './demo-village.ts';
import type { Operators } from './operators.ts';
import { PLANTED_FIGURES } from './planted-figures.ts';
import type { Sellers } from './sellers.ts';

const WHY: Readonly<Record<LookAlikeId, string>> = {
  B1: 'small villages with one agent: too few policies to judge',
  B2: 'flooded town: 3.5 times the business for 90 days, by many sellers',
  B3: 'remote town with two sellers only: there is no choice',
  B4: 'resettlement: a quarter of the households rebuilt, many sellers',
  B5: 'collective purchase on one day, paid by the collective',
  B6: 'star seller with five policies in each of many villages',
  B7: 'long-standing local agent: two thirds of an ordinary business',
  B8: 'coordinates of the village centre instead of the houses',
  B9: 'merged villages whose records carry former names',
  B10: 'building seasons: the surge of spring and autumn is everywhere',
  B11: 'villages of one name in two towns',
  'forced-sale': 'sales forced at the permit: found in dates and signatures, not in shares',
};

/** What was planted and what only looks alike, from the plan itself. */
export function answerOf(
  villages: readonly DemoVillage[],
  { cast, operators, sellers, books }: Parts,
): Pick<AnswerKey, 'operators' | 'planted' | 'notRed'> {
  const planted = cast.planted.map((index, k) => {
    const village = villages[index] as DemoVillage;
    return {
      role: k < 3 ? ('monopoly' as const) : ('forced-sale' as const),
      villageCode: village.code,
      villageName: village.name,
      operator: operators.names[sellers.plantedSeller(village)] as string,
      policies: books[index]?.policies ?? 0,
      byOperator: PLANTED_FIGURES[k]?.top ?? 0,
      rebuiltHouses: books[index]?.rebuilt ?? 0,
    };
  });
  const isMonopoly = ({ index }: DemoVillage) => cast.roles[index] === 'monopoly';
  const playing = (role: Role) => villages.filter(({ index }) => cast.roles[index] === role);
  const inTown = (town: number | null) => villages.filter((village) => village.town === town);
  const groups: readonly [LookAlikeId, readonly DemoVillage[]][] = [
    ['B1', playing('one-agent')],
    ['B2', inTown(cast.floodTown)],
    ['B3', inTown(cast.remoteTown)],
    ['B4', playing('resettled')],
    ['B5', playing('collective')],
    ['B6', playing('star')],
    ['B7', playing('local-agent')],
    ['B8', playing('centred')],
    ['B9', playing('merged')],
    ['B10', villages.filter((village) => village.rural && !isMonopoly(village))],
    ['B11', playing('namesake')],
    ['forced-sale', playing('forced-sale')],
  ];
  const notRed = groups.map(
    ([id, own]): LookAlike => ({ id, why: WHY[id], villageCodes: own.map(({ code }) => code) }),
  );
  return { operators: operators.names.length, planted, notRed };
}

interface Parts {
  readonly cast: Cast;
  readonly operators: Operators;
  readonly sellers: Sellers;
  readonly books: readonly VillageBook[];
}
